import {css, html, nothing} from 'lit';
import {customElement} from 'lit/decorators.js';
import type {ReportObligationSummary} from '@monitoring/api';
import {Loading} from '../../kit/loading';
import {link} from '../../kit/router';
import {date, figure, percentage, period, t} from '../../kit/text';
import '../../parts/figure-value';
import {reportsOf} from './answers';
import {UnitCard} from './unit-card';

const SHOWN = 8;

/** How complete the reports of each period are. */
@customElement('report-card')
export class ReportCard extends UnitCard {
  static override styles = [...UnitCard.styles, css`
    progress { width: 5rem; height: .6rem; accent-color: var(--accent); }
    .bad { color: var(--bad); font-weight: 600; }
  `];

  private readonly reports = new Loading(this, () => this.code, () => reportsOf(this.code), this.concerns('report'));

  override render() {
    const heading = t('Báo cáo theo kỳ', 'Reports by period');
    return html`
      <section class="card" aria-labelledby="heading">
        <div class="head"><h2 id="heading">${heading}</h2>
          <a class="push quiet" href=${link('/reports')}>${t('Mở trang báo cáo', 'Open the reports')}</a></div>
        ${this.reports.render((summaries) => summaries.length === 0
          ? html`<empty-note .heading=${t('Chưa có kỳ báo cáo nào', 'No reporting period yet')}></empty-note>`
          : html`
            <div class="scroll" tabindex="0" role="region" aria-label="${t('Bảng', 'Table')}: ${heading}">
              <table>
                <thead><tr><th scope="col">${t('Chế độ, kỳ', 'Regime, period')}</th><th scope="col">${t('Đã gửi', 'Sent')}</th>
                  <th scope="col" class="number">${t('Quá hạn', 'Overdue')}</th></tr></thead>
                <tbody>${latestFirst(summaries).slice(0, SHOWN).map((one) => this.renderSummary(one))}</tbody>
              </table>
            </div>
            ${summaries.length > SHOWN ? html`<p class="small soft">${t(`${SHOWN} kỳ mới nhất trong ${summaries.length}.`, `The latest ${SHOWN} of ${summaries.length}.`)}</p>` : nothing}`)}
      </section>`;
  }

  private renderSummary(one: ReportObligationSummary) {
    const to = `/reports?regime=${one.regimeId}&period=${one.period}`;
    return html`
      <tr>
        <th scope="row"><a href=${link(to)}>${one.title ?? one.regimeName}</a><br>
          <span class="small soft">${period(one.period)}, ${t('chốt', 'cut-off')} ${date(one.cutOffOn)}</span></th>
        <td><figure-value .text=${percentage(one.completeness)} .from=${{numerator: one.sent, denominator: one.expected, at: one.asOf,
            source: t('Nghĩa vụ báo cáo', 'Reports owed'),
            note: t(`Đúng hạn ${one.onTime}, gửi muộn ${one.late}, đã tiếp nhận ${one.accepted}`, `In time ${one.onTime}, late ${one.late}, accepted ${one.accepted}`)}}></figure-value><br>
          <progress max=${Math.max(one.expected, 1)} value=${one.sent} aria-label=${t('Đã gửi', 'Sent')}></progress></td>
        <td class="number">${one.overdue > 0 ? html`<a class="bad" href=${link(`${to}&late=OVERDUE`)}>${figure(one.overdue)}</a>` : figure(0)}</td>
      </tr>`;
  }
}

function latestFirst(summaries: readonly ReportObligationSummary[]): ReportObligationSummary[] {
  return [...summaries].sort((one, other) => other.cutOffOn.localeCompare(one.cutOffOn) || other.overdue - one.overdue);
}
