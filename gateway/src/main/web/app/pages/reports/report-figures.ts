import {LitElement, css, html, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import type {IndicatorFigure, Report} from '@monitoring/api';
import {link} from '../../kit/router';
import {may} from '../../kit/session';
import {styles} from '../../kit/styles';
import {date, figure, period, t, told} from '../../kit/text';
import {GRADES} from '../../parts/status-badge';
import '../../parts/figure-value';
import {change} from './changing';
import './reason-dialog';
import {isReceiver, measured, milestone} from './words';

/** The figures as they stood at the cut-off, each with its grade and where it comes from. */
@customElement('report-figures')
export class ReportFiguresPart extends LitElement {
  @property({attribute: false}) report!: Report;
  @property({attribute: false}) etag: string | null = null;
  @state() private grade = '';
  @state() private unlocking: IndicatorFigure | null = null;
  @state() private busy = false;
  @state() private failure: unknown = null;

  static override styles = [...styles, css`
    .scroll { position: relative; }
    .chips { gap: .4rem; margin: .6rem 0; }
    .chips button { min-height: 2rem; padding: .2rem .6rem; font-weight: 400; }
    tr.group th { background: var(--accent-soft); font-weight: 600; }
    td.number { white-space: normal; }
    th[scope='row'] { font-weight: 400; min-width: 14rem; }
  `];

  override render() {
    const every = this.report.figures.indicators;
    const shown = every.filter((one) => !this.grade || one.status === this.grade);
    const counts = Object.keys(GRADES).map((code) => [code, every.filter((one) => one.status === code).length] as const).filter(([, n]) => n > 0);
    return html`
      <section>
        <h2 id="figures">${t('Chỉ tiêu, số liệu tại ngày chốt', 'Indicators as at the cut-off of')} ${date(this.report.cutOffOn)}</h2>
        ${every.length === 0 ? html`<empty-note .heading=${t('Báo cáo không có chỉ tiêu', 'No indicators in this report')}></empty-note>` : html`
        <div class="row chips no-print" role="group" aria-label=${t('Lọc theo mức đạt', 'Filter by grade')}>
          <button aria-pressed=${!this.grade} @click=${() => { this.grade = ''; }}>${t('Tất cả', 'All')} (${every.length})</button>
          ${counts.map(([code, n]) => html`<button aria-pressed=${this.grade === code} @click=${() => { this.grade = code; }}>${GRADES[code]?.label} (${n})</button>`)}
        </div>
        <div class="scroll card" tabindex="0" role="region" aria-labelledby="figures">
          <table>
            <thead><tr><th scope="col">${t('Chỉ tiêu', 'Indicator')}</th><th scope="col">${t('Kết quả', 'Value')}</th><th scope="col">${t('Kỳ trước', 'Before')}</th>
              <th scope="col">${t('Mục tiêu', 'Target')}</th><th scope="col">${t('Lộ trình đến nay', 'Expected by now')}</th><th scope="col">${t('Mức đạt', 'Grade')}</th>
              <th scope="col">${t('Còn thiếu', 'Short of')}</th>${this.unlocks ? html`<th scope="col"><span class="visually-hidden">${t('Mở để sửa', 'Unlock')}</span></th>` : nothing}</tr></thead>
            <tbody>${shown.map((one, at) => html`
              ${one.group && one.group !== shown[at - 1]?.group ? html`<tr class="group"><th colspan="8" scope="colgroup">${one.group}</th></tr>` : nothing}
              ${this.renderFigure(one)}`)}
            </tbody>
          </table>
        </div>`}
        ${this.unlocking ? html`<reason-dialog .heading=${t('Mở số liệu để sửa', 'Unlock the figure')} .hint=${t(
            `Đơn vị gửi được lấy số liệu mới của "${this.unlocking.name}" rồi gửi bản kế tiếp; mọi phần khác vẫn khóa.`,
            `The sender may take the newer figure of "${this.unlocking.name}" and send the next edition; all else stays locked.`)}
          .busy=${this.busy} .failure=${this.failure} @close=${() => { this.unlocking = null; }} @reason=${this.unlock}></reason-dialog>` : nothing}
      </section>`;
  }

  private get unlocks(): boolean {
    return may('unlockReportFigure') && this.report.status === 'ACCEPTED' && isReceiver(this.report);
  }

  private renderFigure(one: IndicatorFigure) {
    const marks = [
      one.regressing ? t('giảm so với kỳ trước', 'regressing') : '', one.atRisk ? t('có nguy cơ không đạt', 'at risk') : '',
      one.provisional ? t('tạm tính', 'provisional') : '',
    ].filter(Boolean).join(', ');
    return html`
      <tr>
        <th scope="row"><a href=${link(`/indicators/${one.indicatorId}`)}>${one.number ? `${one.number}. ` : ''}${one.name}</a></th>
        <td><figure-value .text=${measured(one.value, one.measureUnit)} .from=${{
          numerator: one.numerator, denominator: one.denominator, at: one.asOf,
          source: one.period ? `${t('Số liệu', 'Figure of')} ${period(one.period)}` : null, note: told(one.explanation),
        }}></figure-value></td>
        <td>${measured(one.previous?.value, one.measureUnit)}</td>
        <td>${milestone(one)}</td>
        <td>${measured(one.expected, one.measureUnit)}</td>
        <td><status-badge of="grade" code=${one.status}></status-badge>${marks ? html`<div class="small soft">${marks}</div>` : nothing}</td>
        <td>${one.shortfall === null ? '' : `${figure(one.shortfall)} ${one.shortfallMeasure ?? ''}`}</td>
        ${this.unlocks ? html`<td><button class="plain no-print" @click=${() => { this.failure = null; this.unlocking = one; }}>${t('Mở', 'Unlock')}<span
          class="visually-hidden"> ${one.name}</span></button></td>` : nothing}
      </tr>`;
  }

  private async unlock(event: Event): Promise<void> {
    const reason = (event as CustomEvent<string>).detail;
    this.busy = true;
    this.failure = await change(this, 'POST', `/reports/${this.report.id}/figures/GRADE/${this.unlocking?.indicatorId}/unlocking`, this.etag,
      {reason}, t('Đã mở số liệu.', 'Unlocked.'));
    this.busy = false;
    if (!this.failure) {
      this.unlocking = null;
    }
  }
}
