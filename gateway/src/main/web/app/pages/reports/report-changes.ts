import {LitElement, css, html, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import type {Report, ReportChange, ReportChangeState} from '@monitoring/api';
import {may} from '../../kit/session';
import {styles} from '../../kit/styles';
import {date, moment, t} from '../../kit/text';
import '../../parts/status-badge';
import {change} from './changing';
import './reason-dialog';
import {isOpen, isSender} from './words';

/** What became known after the figures were frozen, and how to take it over while that is allowed. */
@customElement('report-changes')
export class ReportChanges extends LitElement {
  @property({attribute: false}) report!: Report;
  @property({attribute: false}) etag: string | null = null;
  @state() private taking: ReportChange | null = null;
  @state() private busy = false;
  @state() private failure: unknown = null;

  static override styles = [...styles, css`
    .scroll { position: relative; }
    section { border-left: 4px solid var(--fair); margin-bottom: 1rem; }
  `];

  override render() {
    const {changedSince} = this.report;
    if (changedSince.length === 0) {
      return html`<p class="soft">${t('Không có số liệu nào thay đổi kể từ khi chốt.', 'No figure has changed since it was frozen.')}</p>`;
    }
    return html`
      <section class="card">
        <h2 id="changes">${t(`Đã thay đổi sau khi chốt (${changedSince.length})`, `Changed since (${changedSince.length})`)}</h2>
        <p class="small soft">${t('Báo cáo giữ nguyên số liệu tại thời điểm lập. Số liệu mới chỉ vào báo cáo khi có người lấy, kèm lý do.',
          'The report keeps what was known when it was drafted. A newer figure enters it only when somebody takes it, with a reason.')}</p>
        <div class="scroll" tabindex="0" role="region" aria-labelledby="changes">
          <table>
            <thead><tr><th scope="col">${t('Chỉ tiêu, nhiệm vụ', 'Subject')}</th><th scope="col">${t('Trong báo cáo', 'In the report')}</th>
              <th scope="col">${t('Hiện nay', 'Now')}</th><th scope="col">${t('Nhận lúc', 'Received')}</th>
              <th scope="col"><span class="visually-hidden">${t('Lấy số liệu mới', 'Take it')}</span></th></tr></thead>
            <tbody>${changedSince.map((one) => html`
              <tr><th scope="row">${one.number ? `${one.number}. ` : ''}${one.name}</th>
                <td>${one.frozen ? this.renderState(one, one.frozen) : html`<span class="soft">${t('chưa có', 'not there')}</span>`}</td>
                <td>${this.renderState(one, one.now)}</td><td>${moment(one.receivedAt)}</td><td>${this.renderTake(one)}</td></tr>`)}
            </tbody>
          </table>
        </div>
        ${this.taking ? html`<reason-dialog .heading=${t('Lấy số liệu mới', 'Take the newer figure')} .hint=${this.taking.name}
          .busy=${this.busy} .failure=${this.failure} @close=${() => { this.taking = null; }} @reason=${this.take}></reason-dialog>` : nothing}
      </section>`;
  }

  private renderState(one: ReportChange, state: ReportChangeState) {
    const of = one.kind === 'TASK' ? 'task' : 'grade';
    return html`<status-badge of=${of} code=${state.status}></status-badge> ${state.value ?? ''}
      <span class="small soft">(${date(state.businessDate)})</span>`;
  }

  private renderTake(one: ReportChange) {
    const open = isOpen(this.report, `figure:${one.kind}:${one.subjectId}`);
    return open && may('renewReportFigure') && isSender(this.report)
      ? html`<button class="no-print" @click=${() => { this.failure = null; this.taking = one; }}>${t('Lấy', 'Take')}<span class="visually-hidden"> ${one.name}</span></button>`
      : nothing;
  }

  private async take(event: Event): Promise<void> {
    const reason = (event as CustomEvent<string>).detail;
    this.busy = true;
    this.failure = await change(this, 'POST', `/reports/${this.report.id}/figures/${this.taking?.kind}/${this.taking?.subjectId}/renewals`, this.etag,
      {reason}, t('Đã lấy số liệu mới.', 'Taken.'));
    this.busy = false;
    if (!this.failure) {
      this.taking = null;
    }
  }
}
