import {LitElement, css, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';
import type {Task, TaskPage, TaskStatus} from '@monitoring/api';
import {get, type Query} from '../../kit/api';
import {kind} from '../../kit/feed';
import {Loading} from '../../kit/loading';
import {link, setQuery} from '../../kit/router';
import {styles} from '../../kit/styles';
import {date, t} from '../../kit/text';
import '../../parts/state-notes';
import '../../parts/status-badge';
import {status} from '../../parts/status-badge';
import {Changes} from './changes';
import {called} from './filters';

/** The columns, as a task goes through them. */
const COLUMNS: readonly TaskStatus[] = ['DRAFT', 'ASSIGNED', 'ACCEPTED', 'IN_PROGRESS', 'SUBMITTED', 'RETURNED', 'COMPLETED'];

/** Where a task stands by a decision: a column only where there is one. */
const ASIDE: readonly TaskStatus[] = ['PAUSED', 'CANCELLED', 'SUPERSEDED'];

/** How many tasks a column shows; the list shows all. */
const SHOWN = 20;

interface Column {
  state: TaskStatus;
  items: Task[];
  more: boolean;
  changed: ReadonlySet<string>;
}

/** Tasks in columns by how far they have come; a phone shows one column at a time. */
@customElement('task-board')
export class TaskBoard extends LitElement {
  @property({attribute: false}) narrowed: Query = {};
  /** How many tasks there are in each state, where that is known of this very filter. */
  @property({attribute: false}) counts: Record<string, number> | null = null;
  /** The column that a phone shows. */
  @property() column: string | null = null;

  private readonly changes = new Map<TaskStatus, Changes>();

  private readonly columns = new Loading(
    this,
    () => JSON.stringify(this.narrowed),
    async (signal) => {
      const columns = await Promise.all(this.wanted().map((state) => this.read(state, signal)));
      return columns.filter(({state, items}) => items.length > 0 || this.narrowed.status || !ASIDE.includes(state));
    },
    (entry) => kind(entry).startsWith('task.'),
  );

  static override styles = [...styles, css`
    .pick { display: none; margin-bottom: .75rem; }
    .board { display: grid; grid-auto-flow: column; grid-auto-columns: minmax(13rem, 1fr); gap: .75rem; align-items: start; }
    .column { background: var(--none-soft); border-radius: var(--radius); padding: .6rem; min-width: 0; }
    .column h2 { display: flex; gap: .4rem; align-items: center; justify-content: space-between; font-size: 1rem; margin: 0 0 .5rem; }
    ul { list-style: none; margin: 0; padding: 0; }
    li { padding: .6rem; overflow-wrap: anywhere; }
    li + li { margin-top: .5rem; }
    li .row { margin-top: .35rem; gap: .35rem .6rem; }
    @media (max-width: 48rem) {
      .pick { display: block; }
      .board { display: block; }
      .column:not(.chosen) { display: none; }
    }
  `];

  private wanted(): readonly TaskStatus[] {
    const one = this.narrowed.status as TaskStatus | null | undefined;
    return one ? [one] : [...COLUMNS, ...ASIDE];
  }

  private async read(state: TaskStatus, signal: AbortSignal): Promise<Column> {
    const page = await get<TaskPage>('/tasks', {...this.narrowed, status: state, limit: SHOWN}, signal);
    let changes = this.changes.get(state);
    if (!changes) {
      changes = new Changes();
      this.changes.set(state, changes);
    }
    return {state, items: page.items, more: page.next !== null, changed: changes.since(JSON.stringify(this.narrowed), page.items)};
  }

  override render() {
    return this.columns.render((columns) => {
      const chosen = columns.find(({state}) => state === this.column) ?? columns.find(({items}) => items.length > 0) ?? columns[0];
      return html`
        <div class="pick no-print">
          <label for="column">${t('Cột', 'Column')}</label>
          <select id="column" @change=${(change: Event) => setQuery({column: (change.target as HTMLSelectElement).value})}>
            ${columns.map((column) => html`
              <option value=${column.state} ?selected=${column === chosen}>${status('task', column.state).label} (${this.count(column)})</option>`)}
          </select>
        </div>
        <div class="scroll" tabindex="0" role="region" aria-label=${t('Bảng nhiệm vụ theo trạng thái', 'Tasks by state')}>
          <div class="board">${columns.map((column) => this.renderColumn(column, column === chosen))}</div>
        </div>`;
    });
  }

  private count({state, items, more}: Column): string {
    return String(this.counts?.[state] ?? (more ? `${items.length}+` : items.length));
  }

  private renderColumn(column: Column, chosen: boolean) {
    const {state, items, more, changed} = column;
    return html`
      <section class="column ${chosen ? 'chosen' : ''}" aria-label=${status('task', state).label}>
        <h2><status-badge of="task" .code=${state}></status-badge><span>${this.count(column)}</span></h2>
        ${items.length === 0 ? html`<p class="small soft">${t('Không có', 'None')}</p>` : html`
          <ul>${repeat(items, ({id, version}) => `${id} ${version}`, (task) => html`
            <li class="card ${changed.has(task.id) ? 'news' : ''}">
              <a href=${link(`/tasks/${task.id}`)}>${task.number}. ${called(task)}</a>
              <div class="small soft">${task.leadAgencies.join(', ')}</div>
              <div class="row small"><status-badge of="timeliness" .code=${task.timeliness}></status-badge>
                ${task.dueOn ? html`<span>${date(task.dueOn)}</span>` : nothing}</div>
            </li>`)}</ul>`}
        ${more ? html`<p class="small"><a href=${this.list(state)}>${t('Xem tất cả trong danh sách', 'All of them in the list')}</a></p>` : nothing}
      </section>`;
  }

  private list(state: TaskStatus): string {
    const address = new URLSearchParams(location.search);
    address.set('view', 'list');
    address.set('status', state);
    return `/tasks?${address}`;
  }
}
