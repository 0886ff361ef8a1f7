import {html, nothing} from 'lit';
import {customElement} from 'lit/decorators.js';
import type {Ranking, RankingRow, RankingSummary} from '@monitoring/api';
import {address, get} from '../../kit/api';
import {Loading} from '../../kit/loading';
import {date, figure, moment, period, t} from '../../kit/text';
import {findUnit} from '../../kit/units';
import '../../parts/figure-value';
import {UnitCard} from './unit-card';

const BEST = 5;
const LAST = 3;

/** The latest published ranking in which the unit is the ranked or the ranking one. */
@customElement('ranking-card')
export class RankingCard extends UnitCard {
  private readonly ranking = new Loading(this, () => this.code, (signal) => this.find(signal), this.concerns('ranking'));

  private async find(signal: AbortSignal): Promise<Ranking | null> {
    const [{path}, {items}] = await Promise.all([
      findUnit(this.code), get<{items: RankingSummary[]}>('/rankings', {status: 'PUBLISHED', limit: 50}, signal)]);
    const above = path.split('.').map((label) => label.replace('_', '.')).reverse();
    const latest = (code: string) => items.filter((one) => one.unitCode === code)
      .sort((one, other) => (other.publishedAt ?? '').localeCompare(one.publishedAt ?? ''))[0];
    const found = above.map(latest).find((one) => one);
    return found ? get<Ranking>(`/rankings/${found.id}`, {}, signal) : null;
  }

  override render() {
    return html`
      <section class="card" aria-labelledby="heading">
        <h2 id="heading">${t('Xếp hạng mới nhất', 'Latest ranking')}</h2>
        ${this.ranking.render((ranking) => ranking ? this.renderRanking(ranking)
          : html`<empty-note .heading=${t('Chưa công bố xếp hạng nào', 'No ranking has been published')}></empty-note>`)}
      </section>`;
  }

  private renderRanking({summary, rows}: Ranking) {
    const ranked = rows.filter((row) => row.rank !== null).sort((one, other) => (one.rank ?? 0) - (other.rank ?? 0));
    const shown = ranked.filter((row, at) => at < BEST || at >= ranked.length - LAST || row.unitCode === this.code);
    return html`
      <p class="small soft">${period(summary.period)}, ${t('số liệu đến', 'data as of')} ${date(summary.asOf)},
        ${t('công bố', 'published')} ${moment(summary.publishedAt)}</p>
      ${ranked.length === 0 ? html`<p>${t('Kỳ này chưa đơn vị nào đủ số liệu để xếp hạng.', 'No unit had data enough to be ranked.')}</p>` : html`
        <div class="scroll" tabindex="0" role="region" aria-label=${t('Xếp hạng', 'Ranking')}>
          <table>
            <thead><tr><th scope="col" class="number">${t('Hạng', 'Rank')}</th><th scope="col">${t('Đơn vị', 'Unit')}</th>
              <th scope="col" class="number">${t('Điểm', 'Score')}</th></tr></thead>
            <tbody>${shown.map((row) => this.renderRow(row, summary))}</tbody>
          </table>
        </div>`}
      ${ranked.length < rows.length ? html`<p class="small soft">${t(`${rows.length - ranked.length} đơn vị không được xếp hạng vì thiếu số liệu.`,
        `${rows.length - ranked.length} units are not ranked for lack of data.`)}</p>` : nothing}
      <p><a class="quiet" download href=${address(`/rankings/${summary.id}/table`, {format: 'xlsx'})}>${t('Tải bảng xếp hạng (.xlsx)', 'Download the ranking (.xlsx)')}</a></p>`;
  }

  private renderRow(row: RankingRow, summary: RankingSummary) {
    const own = row.unitCode === this.code;
    return html`
      <tr aria-current=${own ? 'true' : nothing}>
        <td class="number">${figure(row.rank)}</td>
        <th scope="row">${own ? html`▸ ` : nothing}${row.unitName}</th>
        <td class="number"><figure-value .text=${figure(row.score)} .from=${{source: t('Xếp hạng đã công bố', 'Published ranking'), at: summary.asOf,
          note: t(`${row.dueTasks} nhiệm vụ đến hạn; có số liệu ${figure(row.coverage)} %`, `${row.dueTasks} tasks due; ${figure(row.coverage)} % with data`)}}></figure-value></td>
      </tr>`;
  }
}
