import {LitElement, css, html, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import type {TaskStatistics, WorkListCounts} from '@monitoring/api';
import {address, get, type Query} from '../../kit/api';
import {kind} from '../../kit/feed';
import {Loading} from '../../kit/loading';
import {link, onMove, query, setQuery} from '../../kit/router';
import {may} from '../../kit/session';
import {styles} from '../../kit/styles';
import {t} from '../../kit/text';
import {findUnit, unit} from '../../kit/units';
import '../../parts/state-notes';
import {TASK_STATES} from '../../parts/status-badge';
import {NARROWING, filters, isNarrowed, widen, workList} from './filters';
import './task-board';
import './task-chips';
import './task-table';

/** The tasks of a unit and those below: found, narrowed, as a list or as a board. */
@customElement('tasks-page')
export class TasksPage extends LitElement {
  @property({attribute: false}) params: Record<string, string> = {};

  @state() private code = '';
  @state() private narrowed: Query = {};

  private stop: (() => void) | undefined;

  private readonly name = new Loading(this, () => this.code || null, () => findUnit(this.code));

  private readonly counts = new Loading(
    this,
    () => this.code ? JSON.stringify([this.code, this.narrowed.planId]) : null,
    async (signal) => {
      const [statistics, lists] = await Promise.all([
        get<TaskStatistics>('/task-statistics', {unit: this.code, planId: this.narrowed.planId}, signal),
        get<WorkListCounts>('/work-lists', {unit: this.code}, signal),
      ]);
      return {statistics, lists: lists.items};
    },
    (entry) => kind(entry).startsWith('task.'),
  );

  static override styles = [...styles, css`
    form { display: flex; flex-wrap: wrap; gap: .5rem .75rem; align-items: end; margin-bottom: .75rem; }
    form > div { flex: 1 1 12rem; max-width: 22rem; }
    .tools { margin-bottom: .75rem; }
    @media (max-width: 48rem) { form > div { max-width: none; } }
  `];

  override connectedCallback(): void {
    super.connectedCallback();
    this.stop = onMove(() => {
      this.code = unit();
      this.narrowed = filters();
      this.requestUpdate();
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop?.();
  }

  override render() {
    const list = workList();
    const board = query('view') === 'board' && !list;
    return html`
      <div class="row">
        <h1>${t('Nhiệm vụ', 'Tasks')}${this.name.value ? html` – ${this.name.value.name}` : nothing}</h1>
        <a class="push no-print" href=${link('/tasks/calendar')}>${t('Lịch nhiệm vụ', 'Calendar')}</a>
      </div>
      ${this.counts.render(({statistics, lists}) => html`
        <task-chips class="no-print" .statistics=${statistics} .lists=${lists} .timeliness=${query('timeliness')} .list=${list}></task-chips>`)}
      ${list ? nothing : this.renderSearch()}
      <div class="row tools no-print">
        ${list ? nothing : html`
          <div class="row" role="group" aria-label=${t('Cách xem', 'View')}>
            <button aria-pressed=${!board} @click=${() => setQuery({view: null}, true)}>${t('Danh sách', 'List')}</button>
            <button aria-pressed=${board} @click=${() => setQuery({view: 'board'}, true)}>${t('Bảng', 'Board')}</button>
          </div>`}
        ${isNarrowed() ? html`<button class="plain" @click=${widen}>${t('Bỏ bộ lọc', 'Clear the filters')}</button>` : nothing}
        ${may('exportTasks') ? html`
          <span class="push row">
            <a class="button" href=${this.file('xlsx')} download>${t('Tải Excel', 'Excel')}</a>
            <a class="button" href=${this.file('csv')} download>${t('Tải CSV', 'CSV')}</a>
          </span>` : nothing}
      </div>
      ${board
        ? html`<task-board .narrowed=${this.narrowed} .counts=${this.stateCounts()} .column=${query('column')}></task-board>`
        : html`<task-table .source=${list ? `/work-lists/${list}` : '/tasks'} .narrowed=${list ? {unit: this.code} : this.narrowed}></task-table>`}`;
  }

  /** The statistics know the states only of a unit and a plan; of anything narrower the board counts itself. */
  private stateCounts(): Record<string, number> | null {
    const narrower = NARROWING.some((name) => name !== 'planId' && name !== 'status' && query(name) !== null);
    return narrower ? null : (this.counts.value?.statistics.byStatus as Record<string, number> | undefined) ?? null;
  }

  private renderSearch() {
    return html`
      <form class="no-print" role="search" @submit=${this.search}>
        <div><label for="q">${t('Tìm trong nhiệm vụ', 'Search the tasks')}</label>
          <input id="q" type="search" name="q" .value=${query('q') ?? ''}></div>
        <div><label for="agency">${t('Cơ quan chủ trì', 'Lead agency')}</label>
          <input id="agency" name="leadAgency" .value=${query('leadAgency') ?? ''}></div>
        <div><label for="state">${t('Trạng thái', 'State')}</label>
          <select id="state" name="status" @change=${(change: Event) => setQuery({status: (change.target as HTMLSelectElement).value}, true)}>
            <option value="">${t('Mọi trạng thái', 'Any state')}</option>
            ${Object.entries(TASK_STATES).map(([code, {label}]) => html`<option value=${code} ?selected=${query('status') === code}>${label}</option>`)}
          </select></div>
        <button>${t('Tìm', 'Search')}</button>
      </form>`;
  }

  private search(event: SubmitEvent): void {
    event.preventDefault();
    const data = new FormData(event.target as HTMLFormElement);
    setQuery(Object.fromEntries(['q', 'leadAgency', 'status'].map((name) => [name, String(data.get(name) ?? '').trim() || null])), true);
  }

  private file(format: string): string {
    const list = workList();
    return address('/exports/tasks', list ? {unit: this.code, list, format} : {...this.narrowed, format});
  }
}
