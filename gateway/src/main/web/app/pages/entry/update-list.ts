import {LitElement, css, html, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import type {Task} from '@monitoring/api';
import {get, send} from '../../kit/api';
import {kind} from '../../kit/feed';
import {Loading} from '../../kit/loading';
import {link} from '../../kit/router';
import {may} from '../../kit/session';
import {styles} from '../../kit/styles';
import {date, percentage, t, today} from '../../kit/text';
import '../../parts/action-dialog';
import type {Action} from '../../parts/action-dialog';
import '../../parts/state-notes';
import '../../parts/status-badge';

const AT_WORK = new Set(['ACCEPTED', 'IN_PROGRESS', 'RETURNED']);

/** The tasks that a unit leads and has not handed over, those without recent news first, each with its short update. */
@customElement('update-list')
export class UpdateList extends LitElement {
  @property() unit = '';
  @state() private updating: Task | null = null;

  static override styles = [...styles, css`
    article { padding: .75rem 1rem; margin-top: .75rem; }
    h2 { font-size: 1rem; margin: 0; }
  `];

  private readonly tasks = new Loading(this, () => this.unit || null, async (signal) => {
    const page = await get<{items: Task[]}>('/work-lists/mine', {unit: this.unit, limit: 100}, signal);
    const told = (task: Task) => task.lastUpdate?.asOf ?? '';
    return page.items.filter((task) => AT_WORK.has(task.status)).sort((one, other) => told(one).localeCompare(told(other)));
  }, (entry) => kind(entry).startsWith('task.'));

  override render() {
    return html`
      ${this.tasks.render((tasks) => tasks.length === 0
        ? html`<empty-note .heading=${t('Không có nhiệm vụ nào cần cập nhật', 'No task needs an update')}></empty-note>`
        : tasks.map((task) => this.renderTask(task)))}
      ${this.updating ? this.renderForm(this.updating) : nothing}`;
  }

  private renderTask(task: Task) {
    return html`
      <article class="card">
        <h2><a href=${link(`/tasks/${task.id}`)}>${task.number}. ${task.title}</a></h2>
        <div class="row small">
          <status-badge of="timeliness" code=${task.timeliness}></status-badge>
          <span>${t('Hạn', 'Due')} ${date(task.dueOn)}</span>
          <span>${t('Cập nhật', 'Updated')} ${date(task.lastUpdate?.asOf)}</span>
          <span>${percentage(task.percent)}</span>
        </div>
        ${may('reportProgress') ? html`<p><button aria-label="${t('Cập nhật tiến độ', 'Report progress')}: ${task.title}" @click=${() => { this.updating = task; }}>
          ${t('Cập nhật tiến độ', 'Report progress')}</button></p>` : nothing}
      </article>`;
  }

  private renderForm(task: Task) {
    const finish = () => {
      this.updating = null;
      void this.tasks.again();
    };
    return html`
      <action-dialog .action=${update(task)} @done=${finish} @outdated=${finish} @close=${() => { this.updating = null; }}></action-dialog>`;
  }
}

/** A short update, begun with what was said last. */
function update(task: Task): Action {
  const last = task.lastUpdate;
  return {
    key: 'progress',
    label: t('Báo cáo tiến độ', 'Report progress'),
    note: `${task.number}. ${task.title}`,
    done: t('Đã ghi tiến độ.', 'Progress was recorded.'),
    fields: [
      {name: 'asOf', label: t('Tính đến ngày', 'As of'), type: 'date', required: true, value: today()},
      {name: 'percent', label: t('Đã làm được (%)', 'Done (%)'), type: 'number', required: true, value: task.percent === null ? '' : String(task.percent)},
      {name: 'status', label: t('Tình hình', 'Where it stands'), type: 'text', required: true, value: last?.status ?? ''},
      {name: 'result', label: t('Kết quả', 'Result'), type: 'area', required: true, value: last?.result ?? ''},
      {name: 'difficulty', label: t('Khó khăn, vướng mắc', 'Difficulties'), type: 'area', required: true, value: last?.difficulty ?? '',
        hint: t('Không có thì ghi “Không”.', 'If there is none, say “None”.')},
      {name: 'nextStep', label: t('Việc tiếp theo', 'Next step'), type: 'area', required: true, value: last?.nextStep ?? ''},
    ],
    run: (body) => send('POST', `/tasks/${task.id}/updates`, {body, etag: `"${task.version}"`}),
  };
}
