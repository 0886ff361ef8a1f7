import {LitElement, css, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {ReportObligationSummary} from '@monitoring/api';
import {all} from '../../kit/api';
import {Loading} from '../../kit/loading';
import {setQuery} from '../../kit/router';
import {styles} from '../../kit/styles';
import {date, figure, percentage, period, t} from '../../kit/text';
import '../../parts/data-chart';
import '../../parts/figure-value';
import {levelName} from './words';

const MOST = 400;

/** How complete and how punctual the reports are, by regime and period; a line opens to its senders. */
@customElement('period-summary')
export class PeriodSummary extends LitElement {
  @property() code = '';
  @property() regime = '';
  @property() period = '';

  static override styles = [...styles, css`
    .scroll { position: relative; }
    section { margin-top: 1.25rem; }
    select { width: auto; max-width: 100%; }
    tr.chosen, tr.chosen:hover { background: var(--accent-soft); }
    meter { width: 5rem; height: .8rem; vertical-align: middle; }
    th button { min-height: 2rem; text-align: left; padding: .2rem .4rem; margin-left: -.4rem; }
    th[scope='row'] { font-weight: 400; min-width: 12rem; }
    .levels td { font-size: .9rem; color: var(--ink-soft); border-bottom-style: dotted; }
  `];

  private readonly sums: Loading<ReportObligationSummary[]> = new Loading<ReportObligationSummary[]>(this, () => this.code || null,
    (signal) => all<ReportObligationSummary>('/report-obligations/summary', {unit: this.code}, signal, MOST),
    (entry) => entry.type.startsWith('vn.monitoring.report.'));

  override render() {
    return html`
      <section>
        <h2 id="sums">${t('Mức đầy đủ theo chế độ và kỳ', 'Completeness by regime and period')}</h2>
        ${this.sums.render((sums) => this.renderSums(sums))}
      </section>`;
  }

  private renderSums(sums: ReportObligationSummary[]) {
    if (sums.length === 0) {
      return html`<empty-note .heading=${t('Chưa có kỳ báo cáo nào', 'No period has been opened')}></empty-note>`;
    }
    const regimes = new Map(sums.map((sum) => [sum.regimeId, sum.regimeName]));
    const shown = sums.filter((sum) => !this.regime || sum.regimeId === this.regime);
    return html`
      <p class="row no-print"><label for="regime">${t('Chế độ', 'Regime')}</label>
        <select id="regime" @change=${(change: Event) => setQuery({regime: (change.target as HTMLSelectElement).value, period: null, late: null}, true)}>
          <option value="" ?selected=${!this.regime}>${t(`Tất cả (${regimes.size})`, `All (${regimes.size})`)}</option>
          ${[...regimes].map(([id, name]) => html`<option value=${id} ?selected=${id === this.regime}>${name}</option>`)}
        </select></p>
      ${this.renderChart(shown)}
      <div class="scroll card" tabindex="0" role="region" aria-labelledby="sums">
        <table>
          <thead><tr>
            <th scope="col">${t('Kỳ', 'Period')}</th>
            <th scope="col" class="number">${t('Phải gửi', 'Expected')}</th>
            <th scope="col">${t('Đầy đủ', 'Complete')}</th>
            <th scope="col">${t('Đúng hạn', 'Punctual')}</th>
            <th scope="col" class="number">${t('Dự thảo', 'Drafted')}</th>
            <th scope="col" class="number">${t('Chờ tiếp nhận', 'Under review')}</th>
            <th scope="col" class="number">${t('Đã tiếp nhận', 'Accepted')}</th>
            <th scope="col" class="number">${t('Gửi muộn', 'Sent late')}</th>
            <th scope="col" class="number">${t('Quá hạn chưa gửi', 'Overdue')}</th>
          </tr></thead>
          <tbody>${shown.map((sum) => this.renderSum(sum))}</tbody>
        </table>
      </div>`;
  }

  private renderSum(sum: ReportObligationSummary) {
    const chosen = sum.regimeId === this.regime && sum.period === this.period;
    const from = (numerator: number, denominator: number) => ({
      numerator, denominator, source: sum.regimeName, at: sum.asOf,
      note: sum.lapsed > 0 ? t(`${sum.lapsed} đơn vị không còn phải gửi`, `${sum.lapsed} units no longer owe one`) : null,
    });
    return html`
      <tr class=${chosen ? 'chosen' : ''}>
        <th scope="row">
          <button class="plain" aria-expanded=${chosen}
              @click=${() => setQuery(chosen ? {period: null, late: null} : {regime: sum.regimeId, period: sum.period, late: null}, true)}>
            ${sum.title ?? period(sum.period)}</button>
          <div class="small soft">${sum.regimeName} · ${t('chốt', 'cut off')} ${date(sum.cutOffOn)}</div>
        </th>
        <td class="number">${figure(sum.expected)}</td>
        <td><figure-value .text=${percentage(sum.completeness)} .from=${from(sum.sent, sum.expected)}></figure-value>
          ${sum.completeness === null ? nothing : html`<meter min="0" max="100" .value=${sum.completeness}
            aria-label=${t('Mức đầy đủ', 'Completeness')}></meter>`}</td>
        <td><figure-value .text=${percentage(sum.timeliness)} .from=${from(sum.onTime, sum.expected)}></figure-value></td>
        <td class="number">${figure(sum.drafted)}</td>
        <td class="number">${figure(sum.submitted)}</td>
        <td class="number">${figure(sum.accepted)}</td>
        <td class="number">${figure(sum.late)}</td>
        <td class="number">${figure(sum.overdue)}</td>
      </tr>
      ${chosen && sum.levels.length > 1 ? sum.levels.map((level) => html`
        <tr class="levels"><td>${levelName(level.level)}</td><td class="number">${figure(level.expected)}</td>
          <td>${percentage(level.completeness)}</td><td>${percentage(level.timeliness)}</td><td></td><td></td>
          <td class="number">${figure(level.accepted)}</td><td class="number">${figure(level.late)}</td>
          <td class="number">${figure(level.overdue)}</td></tr>`) : nothing}`;
  }

  /** Over time it is worth a picture; of one or two periods the table says all. */
  private renderChart(shown: ReportObligationSummary[]) {
    const periods = [...new Set(shown.map((sum) => sum.period))];
    if (!this.regime || periods.length < 3) {
      return nothing;
    }
    const inTime = [...shown].sort((a, b) => a.cutOffOn.localeCompare(b.cutOffOn));
    const label = t('Mức đầy đủ và đúng hạn qua các kỳ', 'Completeness and punctuality over the periods');
    return html`<data-chart class="card" .label=${label} .height=${220}
      .option=${{
        grid: {left: 48, right: 16, top: 32, bottom: 32}, tooltip: {trigger: 'axis'}, legend: {top: 0},
        xAxis: {type: 'category', data: inTime.map((sum) => period(sum.period))}, yAxis: {type: 'value', min: 0, max: 100},
        series: [
          {type: 'line', name: t('Đầy đủ (%)', 'Complete (%)'), data: inTime.map((sum) => sum.completeness)},
          {type: 'line', name: t('Đúng hạn (%)', 'Punctual (%)'), data: inTime.map((sum) => sum.timeliness), lineStyle: {type: 'dashed'}},
        ],
      }}
      .table=${{
        columns: [t('Kỳ', 'Period'), t('Đầy đủ', 'Complete'), t('Đúng hạn', 'Punctual')],
        rows: inTime.map((sum) => [period(sum.period), percentage(sum.completeness), percentage(sum.timeliness)]),
      }}></data-chart>`;
  }
}
