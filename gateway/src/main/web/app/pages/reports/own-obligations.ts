import {LitElement, css, html, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import type {Regime, Report, ReportObligation} from '@monitoring/api';
import {all, get, send} from '../../kit/api';
import {Loading} from '../../kit/loading';
import {go, link} from '../../kit/router';
import {may} from '../../kit/session';
import {styles} from '../../kit/styles';
import {date, moment, period, t, today} from '../../kit/text';
import {toast} from '../../kit/toast';
import {isProvince} from '../../kit/units';
import '../../parts/status-badge';
import {daysLeft, isSender, left} from './words';

/** An unsent report is owed still. */
const OWED = new Set(['OPEN', 'DRAFTED', 'RETURNED', 'CORRECTING']);

interface Owed {
  obligations: ReportObligation[];
  regimes: Map<string, Regime>;
}

/** What the unit itself has to report: state, days left, and the way to the report. */
@customElement('own-obligations')
export class OwnObligations extends LitElement {
  @property() code = '';
  @state() private drafting = '';
  @state() private failure: unknown = null;

  static override styles = [...styles, css`
    .scroll { position: relative; }
    section { margin-top: 1.25rem; }
    .near { color: var(--fair); font-weight: 600; }
    .over { color: var(--bad); font-weight: 600; }
  `];

  private readonly owed: Loading<Owed> = new Loading<Owed>(this, () => this.code || null, (signal) => this.ask(signal),
    (entry) => entry.type.startsWith('vn.monitoring.report.') && entry.unitCode === this.code);

  private async ask(signal: AbortSignal): Promise<Owed> {
    const regimes = await all<Regime>('/report-regimes', {}, signal);
    // The list holds the units below, too; what a province itself owes are the regimes that name it.
    const asked = isProvince(this.code)
      ? await Promise.all(regimes.filter((regime) => regime.senders.includes(this.code))
        .map((regime) => all<ReportObligation>('/report-obligations', {unit: this.code, regimeId: regime.id}, signal, 400)))
      : [await all<ReportObligation>('/report-obligations', {unit: this.code}, signal, 400)];
    return {
      obligations: asked.flat().filter((one) => one.unitCode === this.code).sort((a, b) => b.dueOn.localeCompare(a.dueOn)),
      regimes: new Map(regimes.map((regime) => [regime.id, regime])),
    };
  }

  override render() {
    return html`
      <section>
        <h2 id="own">${t('Đơn vị phải gửi', 'What this unit owes')}</h2>
        ${this.failure ? html`<problem-note .failure=${this.failure}></problem-note>` : nothing}
        ${this.owed.render((owed) => this.renderOwed(owed))}
      </section>`;
  }

  private renderOwed({obligations, regimes}: Owed) {
    if (obligations.length === 0) {
      return html`<empty-note .heading=${t('Đơn vị này chưa phải gửi báo cáo nào', 'This unit owes no report')}>
        ${t('Kỳ báo cáo được mở tự động sau ngày chốt số liệu. Xem bên dưới các đơn vị trực thuộc.',
          'Periods open by themselves after their cut-off. See the units below further down.')}</empty-note>`;
    }
    return html`
      <div class="scroll card" tabindex="0" role="region" aria-labelledby="own">
        <table>
          <thead><tr>
            <th scope="col">${t('Kỳ', 'Period')}</th><th scope="col">${t('Chế độ báo cáo', 'Regime')}</th>
            <th scope="col">${t('Chốt số liệu', 'Cut-off')}</th><th scope="col">${t('Hạn gửi', 'Due')}</th>
            <th scope="col">${t('Trạng thái', 'State')}</th><th scope="col">${t('Đúng hạn', 'Punctual')}</th>
            <th scope="col">${t('Đã gửi', 'Sent')}</th><th scope="col"><span class="visually-hidden">${t('Việc tiếp theo', 'Next')}</span></th>
          </tr></thead>
          <tbody>${obligations.map((one) => html`
            <tr>
              <th scope="row">${period(one.period)}</th>
              <td>${regimes.get(one.regimeId)?.name ?? ''}</td>
              <td>${date(one.cutOffOn)}</td>
              <td>${date(one.dueOn)} ${this.renderLeft(one)}</td>
              <td><status-badge of="report" code=${one.status}></status-badge></td>
              <td><status-badge of="punctuality" code=${one.punctuality}></status-badge></td>
              <td>${moment(one.submittedAt)}</td>
              <td>${this.renderNext(one)}</td>
            </tr>`)}
          </tbody>
        </table>
      </div>`;
  }

  private renderLeft(one: ReportObligation) {
    if (!OWED.has(one.status) || one.lapsedOn) {
      return nothing;
    }
    const days = daysLeft(one.dueOn);
    return html`<span class=${days < 0 ? 'over' : days <= 3 ? 'near' : 'soft'}>(${left(one.dueOn)})</span>`;
  }

  private renderNext(one: ReportObligation) {
    if (one.reportId) {
      return html`<a href=${link(`/reports/${one.reportId}`)}>${OWED.has(one.status) && isSender(one)
        ? t('Soạn tiếp', 'Go on writing') : t('Xem báo cáo', 'Read')}<span class="visually-hidden"> ${period(one.period)}</span></a>`;
    }
    if (one.lapsedOn || !may('draftReport') || !isSender(one)) {
      return nothing;
    }
    if (one.cutOffOn >= today()) {
      return html`<span class="soft small">${t('Lập được sau ngày chốt', 'Possible after the cut-off')}</span>`;
    }
    return html`<button class="primary" ?disabled=${this.drafting === one.id} @click=${() => this.draft(one)}>
      ${t('Lập báo cáo', 'Draft the report')}</button>`;
  }

  private async draft(one: ReportObligation): Promise<void> {
    this.drafting = one.id;
    this.failure = null;
    try {
      const {body} = await send<Report>('POST', '/reports', {body: {obligationId: one.id}});
      toast(t('Đã lập dự thảo từ số liệu tại ngày chốt.', 'Drafted from the figures as at the cut-off.'));
      go(`/reports/${body.id}`);
    } catch (failure) {
      this.failure = failure;
      await this.owed.again();
      // Somebody, or the clock, was faster: the list shows his draft.
      this.failure = await this.stands(one.id) ? null : failure;
    } finally {
      this.drafting = '';
    }
  }

  private async stands(id: string): Promise<boolean> {
    const now = await get<ReportObligation>(`/report-obligations/${id}`).catch(() => null);
    return now?.reportId != null;
  }
}
