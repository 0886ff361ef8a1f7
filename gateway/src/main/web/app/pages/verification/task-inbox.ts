import {LitElement, html} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {Task} from '@monitoring/api';
import {get} from '../../kit/api';
import {kind} from '../../kit/feed';
import {Loading} from '../../kit/loading';
import {link} from '../../kit/router';
import {styles} from '../../kit/styles';
import {date, t} from '../../kit/text';
import '../../parts/state-notes';
import '../../parts/status-badge';

/** Tasks that were handed over and wait to be accepted or sent back, which is done at the task. */
@customElement('task-inbox')
export class TaskInbox extends LitElement {
  @property() unit = '';

  static override styles = styles;

  private readonly tasks = new Loading(
    this,
    () => this.unit || null,
    (signal) => get<{items: Task[]}>('/tasks', {unit: this.unit, status: 'SUBMITTED', limit: 100}, signal),
    (entry) => kind(entry).startsWith('task.'),
  );

  override render() {
    return this.tasks.render(({items}) => items.length === 0
      ? html`<empty-note .heading=${t('Không có nhiệm vụ nào chờ nghiệm thu', 'No task waits to be accepted')}></empty-note>`
      : html`
        <div class="scroll card" tabindex="0" role="region" aria-label=${t('Nhiệm vụ chờ nghiệm thu', 'Tasks handed over')}>
          <table>
            <thead><tr>
              <th scope="col">${t('Nhiệm vụ', 'Task')}</th><th scope="col">${t('Hạn', 'Due')}</th><th scope="col">${t('Thời hạn', 'Timeliness')}</th>
            </tr></thead>
            <tbody>${items.map((task) => html`
              <tr>
                <td><a href=${link(`/tasks/${task.id}`)}>${task.number} ${task.title}</a></td>
                <td>${date(task.dueOn)}</td>
                <td><status-badge of="timeliness" code=${task.timeliness}></status-badge></td>
              </tr>`)}</tbody>
          </table>
        </div>`);
  }
}
