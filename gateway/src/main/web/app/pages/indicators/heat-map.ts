import {LitElement, css, html, nothing, unsafeCSS} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {classMap} from 'lit/directives/class-map.js';
import {styleMap} from 'lit/directives/style-map.js';
import type {FeedEntry, ScorecardMatrix, ScorecardMatrixRow} from '@monitoring/api';
import {kind} from '../../kit/feed';
import {Loading} from '../../kit/loading';
import {go, link, setQuery} from '../../kit/router';
import {styles} from '../../kit/styles';
import {t} from '../../kit/text';
import {status} from '../../parts/status-badge';
import '../../parts/data-chart';
import '../../parts/state-notes';
import {STATUSES} from './grades';
import {counted, heatOption, heightOf, look, matrix, narrow, saying, sign, widthsOf, type Mark} from './heat';

/** How many changes are told one by one above the map. */
const SHOWN_NEWS = 3;
const NO_NEWS: ReadonlySet<string> = new Set();

/** The units below a unit against the indicators of the catalogue: a status in each cell, and the same as a table. */
@customElement('heat-map')
export class HeatMap extends LitElement {
  @property() unit = '';
  /** Group of the catalogue. */
  @property() field = '';
  @property() status = '';
  @property() overlay = '';
  @property() text = '';
  @property({type: Boolean}) asTable = false;
  @property({type: Boolean}) worstFirst = false;

  /** Indicators whose grade changed while the page was open. */
  @state() private news: ReadonlySet<string> = NO_NEWS;

  private drawn: {of: ScorecardMatrix; by: string; left: ScorecardMatrix; option: ReturnType<typeof heatOption>} | undefined;

  private readonly whole = new Loading(this, () => this.unit ? `${this.unit} ${this.field}` : null,
    (signal) => matrix(this.unit, this.field || null, signal), (entry) => this.hears(entry));

  static override styles = [...styles, css`
    .legend { list-style: none; margin: 0 0 .5rem; padding: 0; display: flex; flex-wrap: wrap; gap: .25rem .5rem; }
    .legend button { min-height: 2rem; padding: .1rem .6rem .1rem .3rem; font-weight: 400; font-size: .875rem; }
    .sign {
      display: inline-flex; align-items: center; justify-content: center; width: 1.5rem; height: 1.5rem; font-size: .75rem; font-weight: 700;
      border: 1px solid transparent; line-height: 1; flex: none;
    }
    .NO_DATA { border-color: var(--line); }
    .scroll { max-height: 75dvh; overflow: auto; }
    .wide { overflow-x: auto; }
    table { width: auto; }
    thead th { position: sticky; top: 0; background: var(--paper); z-index: 2; min-width: 6rem; max-width: 9rem; font-size: .8rem; }
    tbody th { position: sticky; left: 0; background: var(--paper); white-space: nowrap; font-weight: 600; }
    tbody td { padding: .2rem; text-align: center; }
    td a { text-decoration: none; width: 1.75rem; height: 1.75rem; }
    .changed { outline: 3px solid var(--focus); }
    @media print { .scroll { max-height: none; overflow: visible; } }
  `, unsafeCSS(STATUSES.map((one) => `.${one} { background: ${look(one).ground}; color: ${look(one).ink}; }`).join('\n'))];

  private hears(entry: FeedEntry): boolean {
    if (kind(entry) !== 'grade.changed') {
      return false;
    }
    const changed = (entry.data as {indicatorId?: string}).indicatorId;
    if (changed && this.knows(changed)) {
      this.news = new Set([...this.news, changed]);
    }
    return this.whole.value?.items.some((row) => entry.unitCode === row.unitCode || entry.unitCode.startsWith(`${row.unitCode}.`)) ?? true;
  }

  private knows(indicatorId: string): boolean {
    return this.whole.value?.items.some((row) => row.cells.some((cell) => cell.indicatorId === indicatorId)) ?? false;
  }

  override render() {
    return this.whole.render((whole) => {
      if (whole.columns.length === 0) {
        return html`
          <empty-note .heading=${t('Chưa có chỉ tiêu nào để so sánh', 'No indicators to compare')}>
            ${t('Các đơn vị trực thuộc chưa có chỉ tiêu nào gắn với danh mục chung.', 'The units below have no indicators of the catalogue yet.')}
          </empty-note>`;
      }
      const {left, option} = this.draw(whole);
      return html`
        ${this.renderLegend(whole)}
        ${this.renderNews(whole)}
        ${left.items.length === 0 ? html`
          <empty-note .heading=${t('Không có ô nào khớp bộ lọc', 'No cell matches the filters')}>
            ${t('Bỏ bớt điều kiện lọc để xem thêm.', 'Take away a filter to see more.')}
          </empty-note>` : this.asTable ? this.renderTable(left) : html`
          <p class="small soft">${t('Chọn một ô để xem vì sao. Bàn phím và trình đọc màn hình: dùng bảng.',
            'Choose a cell to see why. By keyboard or screen reader: use the table.')}</p>
          <div class="wide" tabindex="0" role="region" aria-label=${this.label(left)}>
            <data-chart style=${styleMap(this.widths(left))} .label=${this.label(left)} .option=${option}
              .height=${heightOf(left)} @pick=${this.pick}></data-chart>
          </div>`}
        ${this.renderBare(whole)}`;
    });
  }

  private draw(whole: ScorecardMatrix) {
    const by = JSON.stringify([this.status, this.overlay, this.text, this.worstFirst]);
    if (this.drawn?.of !== whole || this.drawn.by !== by) {
      const left = narrow(whole, {
        status: this.status || null, overlay: this.overlay || null, text: this.text || null, worstFirst: this.worstFirst,
      });
      this.drawn = {of: whole, by, left, option: heatOption(left)};
    }
    return this.drawn;
  }

  private widths(left: ScorecardMatrix): Record<string, string> {
    const {least, most} = widthsOf(left);
    return {minWidth: `${least}px`, maxWidth: `${most}px`};
  }

  private label(left: ScorecardMatrix): string {
    return t(`Bản đồ nhiệt: ${left.items.length} đơn vị × ${left.columns.length} chỉ tiêu`,
      `Heat map: ${left.items.length} units × ${left.columns.length} indicators`);
  }

  /** The signs with their meaning and number; each narrows the map to itself. */
  private renderLegend(whole: ScorecardMatrix) {
    const counts = counted(whole);
    return html`
      <ul class="legend" aria-label=${t('Chú giải và bộ lọc theo trạng thái', 'Legend and filter by status')}>
        ${STATUSES.filter((one) => counts.has(one) || this.status === one).map((one) => html`
          <li><button aria-pressed=${this.status === one}
              @click=${() => setQuery({view: 'map', status: this.status === one ? null : one})}>
            <span class="sign ${one}" aria-hidden="true">${look(one).sign}</span> ${status('grade', one).label} (${counts.get(one) ?? 0})
          </button></li>`)}
        <li class="small soft">${t('! = có nguy cơ hoặc thụt lùi', '! = at risk or regressing')}</li>
      </ul>`;
  }

  private renderTable(left: ScorecardMatrix) {
    return html`
      <div class="scroll" tabindex="0" role="region" aria-label=${this.label(left)}>
        <table>
          <caption class="visually-hidden">${this.label(left)}</caption>
          <thead><tr>
            <th scope="col">${t('Đơn vị', 'Unit')}</th>
            ${left.columns.map((column) => html`<th scope="col">${column.canonicalName}</th>`)}
          </tr></thead>
          <tbody>${left.items.map((row) => this.renderRow(left, row))}</tbody>
        </table>
      </div>`;
  }

  private renderRow(left: ScorecardMatrix, row: ScorecardMatrixRow) {
    const cells = new Map(row.cells.map((cell) => [cell.canonicalCode, cell]));
    return html`
      <tr>
        <th scope="row"><a href=${link(`/indicators?unit=${row.unitCode}`)}>${row.unitName}</a></th>
        ${left.columns.map((column) => {
          const cell = cells.get(column.canonicalCode);
          return cell ? html`
            <td><a href=${link(`/indicators/${cell.indicatorId}`)} title=${saying(left, row, cell)} aria-label=${saying(left, row, cell)}
              class=${classMap({sign: true, [cell.status]: true, changed: this.news.has(cell.indicatorId)})}>${sign(cell)}</a></td>`
            : html`<td></td>`;
        })}
      </tr>`;
  }

  private renderNews(whole: ScorecardMatrix) {
    const changed = whole.items.flatMap((row) => row.cells
      .filter((cell) => this.news.has(cell.indicatorId)).map((cell) => ({row, cell}))).slice(-SHOWN_NEWS);
    return html`
      <div role="status" class="small">${changed.map(({row, cell}) => html`
        <p class="news">${t('Vừa đổi', 'Just changed')}:
          <a href=${link(`/indicators/${cell.indicatorId}`)}>${saying(whole, row, cell)}</a></p>`)}
      </div>`;
  }

  /** Units that have nothing to show: that, too, is something to know. */
  private renderBare(whole: ScorecardMatrix) {
    const bare = whole.items.filter((row) => row.cells.length === 0);
    return bare.length === 0 || this.status || this.overlay || this.text ? nothing : html`
      <details class="small">
        <summary>${t(`${bare.length} đơn vị chưa có chỉ tiêu gắn danh mục`, `${bare.length} units without indicators of the catalogue`)}</summary>
        <p>${bare.map((row) => row.unitName).join(', ')}</p>
      </details>`;
  }

  private pick(event: CustomEvent<{data?: Mark}>): void {
    const cell = event.detail.data?.cell;
    if (cell) {
      go(`/indicators/${cell.indicatorId}`);
    }
  }
}
