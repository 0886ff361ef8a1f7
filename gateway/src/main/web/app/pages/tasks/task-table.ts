import {LitElement, css, html, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';
import type {Task, TaskPage} from '@monitoring/api';
import {get, type Query} from '../../kit/api';
import {kind} from '../../kit/feed';
import {Loading} from '../../kit/loading';
import {link} from '../../kit/router';
import {styles} from '../../kit/styles';
import {date, percentage, t} from '../../kit/text';
import '../../parts/state-notes';
import '../../parts/status-badge';
import {Changes} from './changes';
import {called, isNarrowed, widen} from './filters';

/** How many tasks one page brings. */
const PAGE = 50;
const MOST = 200;

interface Shown {
  items: Task[];
  next: string | null;
  changed: ReadonlySet<string>;
}

/** Tasks as a table; more of them when asked. */
@customElement('task-table')
export class TaskTable extends LitElement {
  /** Where they come from: `/tasks` or a work-list. */
  @property() source = '/tasks';
  @property({attribute: false}) narrowed: Query = {};

  @state() private pages = 1;
  private asked = '';

  private readonly tasks = new Loading(
    this,
    () => this.asked,
    (signal) => this.read(signal),
    (entry) => kind(entry).startsWith('task.'),
  );

  static override styles = [...styles, css`
    .title { min-width: 16rem; }
    th[scope='row'] { font-weight: 400; }
    .nowrap { white-space: nowrap; }
    .more { padding: .75rem 0; text-align: center; }
    @media (max-width: 48rem) {
      thead { position: absolute; clip-path: inset(50%); }
      table, tbody { display: block; }
      tr { display: flex; flex-wrap: wrap; gap: .3rem .75rem; padding: .6rem 0; border-bottom: 1px solid var(--line); }
      td, th { display: block; border: 0; padding: 0; }
      .title, .agencies { width: 100%; min-width: 0; }
    }
  `];

  override willUpdate(): void {
    const asked = JSON.stringify([this.source, this.narrowed]);
    if (asked !== this.asked) {
      this.asked = asked;
      this.pages = 1;
    }
  }

  private readonly changes = new Changes();

  private async read(signal: AbortSignal): Promise<Shown> {
    const items: Task[] = [];
    let cursor: string | null = null;
    for (let page = 0; page < this.pages; page++) {
      const found: TaskPage = await get(this.source, {...this.narrowed, limit: PAGE, cursor}, signal);
      items.push(...found.items);
      cursor = found.next;
      if (cursor === null) {
        break;
      }
    }
    return {items, next: cursor, changed: this.changes.since(`${this.asked} ${this.pages}`, items)};
  }

  override render() {
    return this.tasks.render(({items, next, changed}) => items.length === 0
      ? html`<empty-note .heading=${t('Không có nhiệm vụ nào như vậy', 'No such task')}>
          ${isNarrowed() ? html`<button @click=${widen}>${t('Bỏ bộ lọc', 'Clear the filters')}</button>` : nothing}</empty-note>`
      : html`
        <div class="scroll card" tabindex="0" role="region" aria-label=${t('Nhiệm vụ', 'Tasks')}>
          <table>
            <thead><tr>
              <th scope="col">${t('Số', 'No.')}</th><th scope="col">${t('Nhiệm vụ', 'Task')}</th>
              <th scope="col">${t('Chủ trì', 'Lead')}</th><th scope="col">${t('Hạn', 'Due')}</th>
              <th scope="col">${t('Thời hạn', 'Timeliness')}</th><th scope="col">${t('Trạng thái', 'State')}</th>
              <th scope="col" class="number">${t('Đã làm', 'Done')}</th>
            </tr></thead>
            <tbody>${repeat(items, ({id, version}) => `${id} ${version}`, (task) => this.renderTask(task, changed.has(task.id)))}</tbody>
          </table>
        </div>
        ${next ? html`<p class="more no-print"><button ?disabled=${this.tasks.isLoading} @click=${this.more}>${t('Xem thêm', 'Show more')}</button>
          <span class="soft small">${t(`Đang xem ${items.length}`, `${items.length} shown`)}</span></p>` : nothing}`);
  }

  private renderTask(task: Task, changed: boolean) {
    return html`
      <tr class=${changed ? 'news' : ''}>
        <td class="nowrap">${task.number}</td>
        <th scope="row" class="title"><a href=${link(`/tasks/${task.id}`)}>${called(task)}</a></th>
        <td class="agencies small">${task.leadAgencies.join(', ')}</td>
        <td class="nowrap">${task.dueOn ? date(task.dueOn) : html`<span class="small soft">${task.timing.raw || t('Không có hạn', 'No deadline')}</span>`}</td>
        <td><status-badge of="timeliness" .code=${task.timeliness}></status-badge></td>
        <td><status-badge of="task" .code=${task.status}></status-badge></td>
        <td class="number">${percentage(task.percent)}</td>
      </tr>`;
  }

  private readonly more = (): void => {
    this.pages = Math.min(this.pages + 1, MOST);
    void this.tasks.again();
  };
}
