import {LitElement, css, html, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import type {Overlay, Scorecard, Unit} from '@monitoring/api';
import {address, get} from '../../kit/api';
import {Loading} from '../../kit/loading';
import {onMove, query, setQuery} from '../../kit/router';
import {may} from '../../kit/session';
import {styles} from '../../kit/styles';
import {t} from '../../kit/text';
import {findUnit, isProvince, unit} from '../../kit/units';
import {status as named} from '../../parts/status-badge';
import '../../parts/state-notes';
import {OVERLAYS, STATUSES, field} from './grades';
import './grade-list';
import './heat-map';

type View = 'map' | 'list';

/** How a reader may narrow the page; all of it is in the address. */
interface Place {
  unit: string;
  view: View;
  /** Group of the catalogue: columns of the map. */
  field: string;
  /** Group of a plan: sections of the list. */
  group: string;
  status: string;
  overlay: string;
  q: string;
  asTable: boolean;
  worstFirst: boolean;
}

/** All indicators of a unit and below: units against indicators as a map, or one by one as a list. */
@customElement('indicators-page')
export class IndicatorsPage extends LitElement {
  @property({attribute: false}) params: Record<string, string> = {};
  @state() private place: Place = here();

  private stop: (() => void) | undefined;
  private typing: ReturnType<typeof setTimeout> | undefined;

  private readonly about = new Loading(this, () => this.place.unit || null, async (signal) => {
    const [found, card] = await Promise.all([
      findUnit(this.place.unit), get<Scorecard>(`/scorecards/${this.place.unit}`, {}, signal)]);
    return {found, card};
  });

  static override styles = [...styles, css`
    header { margin-bottom: .75rem; }
    h1 { margin: 0; }
    .filters { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 11rem), 1fr)); gap: .5rem .75rem; margin-bottom: .75rem; align-items: end; }
    .views { display: inline-flex; }
    .views button { border-radius: 0; }
    .views button:first-child { border-radius: var(--radius) 0 0 var(--radius); }
    .views button:last-child { border-radius: 0 var(--radius) var(--radius) 0; border-left: 0; }
    .filters > div { min-width: 0; }
  `];

  override connectedCallback(): void {
    super.connectedCallback();
    this.stop = onMove(() => { this.place = here(); });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop?.();
    clearTimeout(this.typing);
  }

  override render() {
    return this.about.render(({found, card}) => html`
      ${this.renderHead(found)}
      ${this.renderFilters(card)}
      ${this.renderView()}`);
  }

  private renderHead(found: Unit) {
    const {view, unit: code} = this.place;
    return html`
      <header class="row">
        <h1>${t('Chỉ tiêu', 'Indicators')} – ${found.name}</h1>
        <div class="push row no-print">
          <div class="views" role="group" aria-label=${t('Cách xem', 'View')}>
            <button aria-pressed=${view === 'map'} @click=${() => this.narrow({view: 'map'})}>${t('Bản đồ nhiệt', 'Heat map')}</button>
            <button aria-pressed=${view === 'list'} @click=${() => this.narrow({view: 'list'})}>${t('Danh sách', 'List')}</button>
          </div>
          ${may('exportGrades') ? html`
            <a class="button" download href=${address('/exports/grades', {unit: code, format: 'xlsx'})}>${t('Xuất Excel', 'Export to Excel')}</a>` : nothing}
        </div>
      </header>`;
  }

  private renderFilters(card: Scorecard) {
    const {view, status, overlay, q, asTable, worstFirst} = this.place;
    const narrowed = status || overlay || q || (view === 'map' ? this.place.field : this.place.group);
    return html`
      <form class="filters no-print" role="search" aria-label=${t('Lọc chỉ tiêu', 'Filter indicators')} @submit=${(event: Event) => event.preventDefault()}>
        ${view === 'map' ? this.renderFields(card) : this.renderGroups(card)}
        <div>
          <label for="status">${t('Trạng thái', 'Status')}</label>
          <select id="status" @change=${(change: Event) => this.narrow({status: chosen(change)})}>
            ${option('', t('Tất cả', 'All'), status)}
            ${STATUSES.map((one) => option(one, named('grade', one).label, status))}
          </select>
        </div>
        <div>
          <label for="overlay">${t('Dấu cảnh báo', 'Warning mark')}</label>
          <select id="overlay" @change=${(change: Event) => this.narrow({overlay: chosen(change)})}>
            ${option('', t('Tất cả', 'All'), overlay)}
            ${(Object.keys(OVERLAYS) as Overlay[]).map((one) => option(one, OVERLAYS[one].label(), overlay))}
          </select>
        </div>
        <div>
          <label for="q">${t('Tìm theo tên', 'Search by name')}</label>
          <input id="q" type="search" .value=${q} @input=${this.search}>
        </div>
        ${view === 'map' ? html`
          <div>
            <label for="sort">${t('Xếp đơn vị', 'Order of units')}</label>
            <select id="sort" @change=${(change: Event) => this.narrow({sort: chosen(change)})}>
              ${option('', t('Theo mã', 'By code'), worstFirst ? 'worst' : '')}
              ${option('worst', t('Nhiều chỉ tiêu chậm trước', 'Most behind first'), worstFirst ? 'worst' : '')}
            </select>
          </div>` : nothing}
        <div class="row">
          ${view === 'map' ? html`
            <button type="button" aria-pressed=${asTable} @click=${() => this.narrow({as: asTable ? null : 'table'})}>
              ${asTable ? t('Xem bản đồ', 'Show map') : t('Xem bảng', 'Show table')}
            </button>` : nothing}
          ${narrowed ? html`
            <button type="button" class="plain" @click=${() => this.narrow({status: null, overlay: null, q: null, field: null, group: null})}>
              ${t('Bỏ lọc', 'Clear filters')}
            </button>` : nothing}
        </div>
      </form>`;
  }

  private renderFields(card: Scorecard) {
    const fields = card.canonicalGroups.flatMap((one) => one.group ?? []);
    return html`
      <div>
        <label for="field">${t('Lĩnh vực', 'Field')}</label>
        <select id="field" @change=${(change: Event) => this.narrow({field: chosen(change)})}>
          ${option('', t('Tất cả', 'All'), this.place.field)}
          ${fields.map((one) => option(one, field(one), this.place.field))}
        </select>
      </div>`;
  }

  private renderGroups(card: Scorecard) {
    return html`
      <div>
        <label for="group">${t('Nhóm trong kế hoạch', 'Group of the plan')}</label>
        <select id="group" @change=${(change: Event) => this.narrow({group: chosen(change)})}>
          ${option('', t('Tất cả', 'All'), this.place.group)}
          ${card.groups.flatMap((one) => one.group ? option(one.group, `${one.group} (${one.distribution.total})`, this.place.group) : [])}
        </select>
      </div>`;
  }

  private renderView() {
    const {view, unit: code, field: of, group, status, overlay, q, asTable, worstFirst} = this.place;
    return view === 'map'
      ? html`<div class="card"><heat-map .unit=${code} .field=${of} .status=${status} .overlay=${overlay} .text=${q}
          .asTable=${asTable} .worstFirst=${worstFirst}></heat-map></div>`
      : html`<grade-list .unit=${code} .group=${group} .status=${status} .overlay=${overlay} .text=${q}></grade-list>`;
  }

  /** The view is written down with the first choice, so that a choice of a status does not turn a map into a list. */
  private narrow(changes: Record<string, string | null>): void {
    setQuery({view: this.place.view, ...changes});
  }

  private search(event: Event): void {
    const text = (event.target as HTMLInputElement).value;
    clearTimeout(this.typing);
    this.typing = setTimeout(() => this.narrow({q: text || null}), 200);
  }
}

function here(): Place {
  const code = unit();
  const status = query('status') ?? '';
  const overlay = query('overlay') ?? '';
  const view = query('view');
  return {
    unit: code,
    // Who comes for indicators of one status wants to read which ones.
    view: view === 'map' || view === 'list' ? view : isProvince(code) && !status && !overlay ? 'map' : 'list',
    field: query('field') ?? '',
    group: query('group') ?? '',
    status,
    overlay,
    q: query('q') ?? '',
    asTable: query('as') === 'table',
    worstFirst: query('sort') === 'worst',
  };
}

function chosen(change: Event): string | null {
  return (change.target as HTMLSelectElement).value || null;
}

function option(value: string, label: string, current: string) {
  return html`<option value=${value} .selected=${value === current}>${label}</option>`;
}
