import {LitElement, css, html, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import type {Task} from '@monitoring/api';
import {get, send} from '../../kit/api';
import {kind} from '../../kit/feed';
import {Loading} from '../../kit/loading';
import {link} from '../../kit/router';
import {styles} from '../../kit/styles';
import {date, percentage, t, today} from '../../kit/text';
import {toast} from '../../kit/toast';
import '../../parts/form-dialog';
import {request, type Field, type Values} from '../../parts/form-dialog';
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
        <p><button aria-label="${t('Cập nhật tiến độ', 'Report progress')}: ${task.title}" @click=${() => { this.updating = task; }}>
          ${t('Cập nhật tiến độ', 'Report progress')}</button></p>
      </article>`;
  }

  private renderForm(task: Task) {
    const last = task.lastUpdate;
    const fields: Field[] = [
      {name: 'asOf', label: t('Tính đến ngày', 'As of'), kind: 'date', required: true, value: today()},
      {name: 'percent', label: t('Tỷ lệ hoàn thành (%)', 'Done (%)'), kind: 'number', required: true, least: 0, most: 100, value: task.percent === null ? '' : String(task.percent)},
      {name: 'status', label: t('Tình hình thực hiện', 'State of the work'), kind: 'text', required: true, value: last?.status ?? ''},
      {name: 'result', label: t('Kết quả', 'Result'), kind: 'text', required: true, value: last?.result ?? ''},
      {name: 'difficulty', label: t('Khó khăn, vướng mắc', 'Difficulties'), kind: 'text', required: true, value: last?.difficulty ?? '', hint: t('Không có thì ghi “Không”.', 'Write “None” when there are none.')},
      {name: 'nextStep', label: t('Việc tiếp theo', 'Next step'), kind: 'text', required: true, value: last?.nextStep ?? ''},
    ];
    return html`
      <form-dialog .heading=${`${task.number}. ${task.title}`} .action=${t('Gửi', 'Send')} .fields=${fields}
        .run=${(values: Values) => this.report(task, request(fields, values))} @close=${() => { this.updating = null; }}></form-dialog>`;
  }

  private async report(task: Task, body: object): Promise<void> {
    await send('POST', `/tasks/${task.id}/updates`, {body, etag: `"${task.version}"`});
    toast(t('Đã cập nhật tiến độ.', 'Progress is reported.'));
    await this.tasks.again();
  }
}
