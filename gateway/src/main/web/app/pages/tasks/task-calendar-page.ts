import {LitElement, css, html, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import type {Task} from '@monitoring/api';
import {all} from '../../kit/api';
import {kind} from '../../kit/feed';
import {Loading} from '../../kit/loading';
import {link, onMove, query, setQuery} from '../../kit/router';
import {styles} from '../../kit/styles';
import {date, period, t, today} from '../../kit/text';
import {findUnit, unit} from '../../kit/units';
import '../../parts/state-notes';
import '../../parts/status-badge';
import './calendar-links';
import {called} from './filters';

const WEEKDAYS = [
  ['Thứ hai', 'Monday'], ['Thứ ba', 'Tuesday'], ['Thứ tư', 'Wednesday'], ['Thứ năm', 'Thursday'], ['Thứ sáu', 'Friday'],
  ['Thứ bảy', 'Saturday'], ['Chủ nhật', 'Sunday'],
] as const;

/** How many tasks a day shows in full. */
const SHOWN = 4;
/** How many of a month are asked for. */
const MOST = 1000;

const iso = (day: Date): string => day.toISOString().slice(0, 10);

/** The days of a month, `2026-11`. */
function days(month: string): string[] {
  const [year, number] = month.split('-').map(Number) as [number, number];
  const length = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return Array.from({length}, (_, at) => iso(new Date(Date.UTC(year, number - 1, at + 1))));
}

function monthAfter(month: string, by: number): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return iso(new Date(Date.UTC(year, number - 1 + by, 1))).slice(0, 7);
}

/** Monday is 0. */
function weekday(day: string): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
}

/** The deadlines of a month, day by day. */
@customElement('task-calendar-page')
export class TaskCalendarPage extends LitElement {
  @property({attribute: false}) params: Record<string, string> = {};

  @state() private code = '';
  @state() private month = '';

  private stop: (() => void) | undefined;

  private readonly name = new Loading(this, () => this.code || null, () => findUnit(this.code));

  private readonly tasks = new Loading(
    this,
    () => this.code ? `${this.code} ${this.month}` : null,
    (signal) => {
      const span = days(this.month);
      return all<Task>('/tasks', {unit: this.code, dueFrom: span[0], dueTo: span.at(-1), sort: 'due'}, signal, MOST);
    },
    (entry) => kind(entry).startsWith('task.'),
  );

  static override styles = [...styles, css`
    table { table-layout: fixed; min-width: 60rem; background: var(--paper); }
    th, td { border: 1px solid var(--line); overflow-wrap: anywhere; }
    tbody tr:hover { background: none; }
    td { height: 6rem; }
    td.outside { background: var(--ground); }
    .today { outline: 2px solid var(--accent); outline-offset: -2px; }
    ul { list-style: none; margin: 0; padding: 0; }
    li { margin-top: .35rem; }
    li a { font-size: .875rem; display: -webkit-box; -webkit-line-clamp: 3; -webkit-box-orient: vertical; overflow: hidden; }
    .agenda { display: none; }
    .agenda li { margin: 0; padding: .5rem 0; }
    .agenda li a { font-size: 1rem; display: inline; }
    .day { font-weight: 600; }
    .rest { display: inline-block; min-height: 1.6rem; margin-top: .4rem; }
    li a { min-height: 1.6rem; }
    @media (max-width: 48rem) {
      .scroll { display: none; }
      .agenda { display: block; }
      .agenda .card + .card { margin-top: .75rem; }
    }
  `];

  override connectedCallback(): void {
    super.connectedCallback();
    this.stop = onMove(() => {
      this.code = unit();
      const month = query('month') ?? '';
      this.month = /^\d{4}-(0[1-9]|1[0-2])$/.test(month) ? month : today().slice(0, 7);
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop?.();
  }

  override render() {
    return html`
      <p class="no-print"><a href=${link('/tasks')}>← ${t('Tất cả nhiệm vụ', 'All tasks')}</a></p>
      <h1>${t('Lịch nhiệm vụ', 'Task calendar')}${this.name.value ? html` – ${this.name.value.name}` : nothing}</h1>
      <div class="row">
        <button class="no-print" @click=${() => this.turn(-1)}>← ${t('Tháng trước', 'Month before')}</button>
        <h2 aria-live="polite">${period(this.month)}</h2>
        <button class="no-print" @click=${() => this.turn(1)}>${t('Tháng sau', 'Month after')} →</button>
        <button class="plain no-print" @click=${() => setQuery({month: null}, true)}>${t('Tháng này', 'This month')}</button>
      </div>
      ${this.tasks.render((tasks) => {
        const byDay = new Map<string, Task[]>();
        tasks.forEach((task) => byDay.set(task.dueOn ?? '', [...byDay.get(task.dueOn ?? '') ?? [], task]));
        return html`
          <p class="soft">${tasks.length >= MOST
            ? t(`Hơn ${MOST} nhiệm vụ đến hạn; lịch không hiện đủ, hãy chọn đơn vị nhỏ hơn.`, `More than ${MOST} tasks are due; choose a smaller unit to see all.`)
            : t(`${tasks.length} nhiệm vụ đến hạn trong tháng.`, `${tasks.length} tasks are due in the month.`)}</p>
          ${this.renderGrid(byDay)}${this.renderAgenda(byDay)}`;
      })}
      ${this.code ? html`<calendar-links .code=${this.code}></calendar-links>` : nothing}`;
  }

  private renderGrid(byDay: Map<string, Task[]>) {
    const span = days(this.month);
    const lead = weekday(span[0] ?? '');
    const cells: (string | null)[] = [...Array.from({length: lead}, () => null), ...span];
    while (cells.length % 7 > 0) {
      cells.push(null);
    }
    const weeks = Array.from({length: cells.length / 7}, (_, at) => cells.slice(at * 7, at * 7 + 7));
    return html`
      <div class="scroll" tabindex="0" role="region" aria-label=${t('Lịch tháng', 'Month')}>
        <table>
          <thead><tr>${WEEKDAYS.map(([vi, en]) => html`<th scope="col">${t(vi, en)}</th>`)}</tr></thead>
          <tbody>${weeks.map((week) => html`<tr>${week.map((day) => this.renderDay(day, byDay.get(day ?? '-') ?? []))}</tr>`)}</tbody>
        </table>
      </div>`;
  }

  private renderDay(day: string | null, tasks: Task[]) {
    if (day === null) {
      return html`<td class="outside"></td>`;
    }
    const rest = tasks.length - SHOWN;
    return html`
      <td class=${day === today() ? 'today' : ''}>
        <span class="day">${Number(day.slice(8))}${day === today() ? html` <span class="small">${t('hôm nay', 'today')}</span>` : nothing}</span>
        ${tasks.length > 0 ? html`<ul>${tasks.slice(0, SHOWN).map((task) => this.renderTask(task, true))}</ul>` : nothing}
        ${rest > 0 ? html`<a class="small rest" href=${link(`/tasks?dueFrom=${day}&dueTo=${day}`)}>${t(`và ${rest} việc nữa`, `and ${rest} more`)}</a>` : nothing}
      </td>`;
  }

  private renderAgenda(byDay: Map<string, Task[]>) {
    return html`
      <div class="agenda">${byDay.size === 0
        ? html`<empty-note .heading=${t('Tháng này không có nhiệm vụ nào đến hạn', 'No task is due in this month')}></empty-note>`
        : [...byDay].map(([day, tasks]) => html`
          <section class="card">
            <h3>${date(day)}${day === today() ? t(' (hôm nay)', ' (today)') : ''}</h3>
            <ul>${tasks.map((task) => this.renderTask(task, false))}</ul>
          </section>`)}
      </div>`;
  }

  private renderTask(task: Task, brief: boolean) {
    return html`
      <li><status-badge of="timeliness" ?brief=${brief} .code=${task.timeliness}></status-badge>
        <a href=${link(`/tasks/${task.id}`)}>${task.number}. ${called(task)}</a></li>`;
  }

  private turn(by: number): void {
    setQuery({month: monthAfter(this.month, by)}, true);
  }
}
