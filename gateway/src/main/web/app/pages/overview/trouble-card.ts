import {css, html, nothing} from 'lit';
import {customElement, state} from 'lit/decorators.js';
import {styleMap} from 'lit/directives/style-map.js';
import type {ScorecardChild} from '@monitoring/api';
import {all} from '../../kit/api';
import {Loading} from '../../kit/loading';
import {figure, percentage, t} from '../../kit/text';
import {isProvince} from '../../kit/units';
import '../../parts/figure-value';
import {GRADES} from '../../parts/status-badge';
import {shade} from './shades';
import {UnitCard} from './unit-card';

const SHOWN = 10;

/** The units below, those in trouble first. */
@customElement('trouble-card')
export class TroubleCard extends UnitCard {
  @state() private whole = false;

  static override styles = [...UnitCard.styles, css`
    .bar { display: flex; height: .7rem; min-width: 7rem; border-radius: 3px; overflow: hidden; margin-top: .45rem; }
    .bar span { border-right: 1px solid var(--paper); min-width: 2px; }
    .whole { max-height: 34rem; overflow-y: auto; }
  `];

  private readonly below = new Loading(this, () => this.code,
    async (signal) => worstFirst(await all<ScorecardChild>(`/scorecards/${this.code}/children`, {}, signal)), this.concerns('grade'));

  override render() {
    const heading = isProvince(this.code) ? t('Xã, phường cần chú ý', 'Communes in trouble') : t('Cơ quan cần chú ý', 'Agencies in trouble');
    return html`
      <section class="card" aria-labelledby="heading">
        <h2 id="heading">${heading}</h2>
        ${this.below.render((units) => units.length === 0
          ? html`<empty-note .heading=${t('Không có đơn vị trực thuộc nào có chỉ tiêu', 'No unit below has indicators')}></empty-note>`
          : html`
            <div class="scroll ${this.whole ? 'whole' : ''}" tabindex="0" role="region" aria-label="${t('Bảng', 'Table')}: ${heading}">
              <table>
                <thead><tr><th scope="col">${t('Đơn vị', 'Unit')}</th><th scope="col" class="number">${t('Không đạt, chậm', 'Missed, behind')}</th>
                  <th scope="col" class="number">${t('Nguy cơ', 'At risk')}</th><th scope="col">${t('Phân bố', 'Distribution')}</th></tr></thead>
                <tbody>${(this.whole ? units : units.slice(0, SHOWN)).map((one) => this.renderUnit(one))}</tbody>
              </table>
            </div>
            ${units.length > SHOWN ? html`
              <button class="plain no-print" @click=${() => { this.whole = !this.whole; }}>
                ${this.whole ? t('Thu gọn', 'Show fewer') : t(`Xem cả ${units.length} đơn vị`, `Show all ${units.length} units`)}</button>` : nothing}`)}
      </section>`;
  }

  private renderUnit({unitCode, unitName, distribution}: ScorecardChild) {
    const present = Object.keys(GRADES).filter((code) => (distribution.statuses[code] ?? 0) > 0);
    const bad = behind(distribution.statuses);
    return html`
      <tr>
        <th scope="row"><a href="/overview?unit=${unitCode}">${unitName}</a></th>
        <td class="number"><figure-value .text=${`${figure(bad)} (${percentage(100 * bad / distribution.total)})`}
          .from=${{numerator: bad, denominator: distribution.total, source: t('Kết quả đánh giá chỉ tiêu', 'Grades of the indicators')}}></figure-value></td>
        <td class="number">${figure(distribution.atRisk)}</td>
        <td><div class="bar" role="img" aria-label=${present.map((code) => `${GRADES[code]?.label}: ${distribution.statuses[code]}`).join(', ')}>
          ${present.map((code) => html`<span style=${styleMap({flexGrow: String(distribution.statuses[code]), background: shade(code)})}></span>`)}</div></td>
      </tr>`;
  }
}

function behind(statuses: Record<string, number>): number {
  return (statuses['MISSED'] ?? 0) + (statuses['BEHIND'] ?? 0);
}

/** By the share of indicators that are missed or behind, then by how many are. */
function worstFirst(units: ScorecardChild[]): ScorecardChild[] {
  const share = ({distribution}: ScorecardChild) => behind(distribution.statuses) / distribution.total;
  return units.filter(({distribution}) => distribution.total > 0)
    .sort((one, other) => share(other) - share(one) || behind(other.distribution.statuses) - behind(one.distribution.statuses)
      || one.unitName.localeCompare(other.unitName, 'vi'));
}
