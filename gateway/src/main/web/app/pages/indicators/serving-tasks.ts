import {LitElement, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {Indicator, Task} from '@monitoring/api';
import {all} from '../../kit/api';
import {kind} from '../../kit/feed';
import {Loading} from '../../kit/loading';
import {link} from '../../kit/router';
import {styles} from '../../kit/styles';
import {date, t} from '../../kit/text';
import '../../parts/state-notes';
import '../../parts/status-badge';

/** How many tasks of a plan are looked through for those that name the indicator. */
const LOOKED_THROUGH = 600;

/** The tasks that serve an indicator: those of its plan that name it, or its entry of the catalogue. */
@customElement('serving-tasks')
export class ServingTasks extends LitElement {
  @property({attribute: false}) indicator!: Indicator;

  private readonly tasks = new Loading(this, () => this.indicator.id, async (signal) => {
    const {id, planId, canonicalCode} = this.indicator;
    const found = await all<Task>('/tasks', {planId}, signal, LOOKED_THROUGH);
    return found.filter((task) => task.indicatorIds.includes(id) || (canonicalCode !== null && task.canonicalCodes.includes(canonicalCode)));
  }, (entry) => kind(entry).startsWith('task.') && (entry.data as {planId?: string}).planId === this.indicator.planId);

  static override styles = styles;

  override render() {
    return html`
      <h2>${t('Nhiệm vụ phục vụ chỉ tiêu', 'Tasks that serve it')}</h2>
      ${this.tasks.render((tasks) => tasks.length === 0 ? html`
        <empty-note .heading=${t('Chưa nhiệm vụ nào của kế hoạch gắn với chỉ tiêu này', 'No task of the plan is linked to this indicator')}>
          <a href=${link(`/tasks?planId=${this.indicator.planId}`)}>${t('Xem nhiệm vụ của kế hoạch', 'See the tasks of the plan')}</a>
        </empty-note>` : html`
        <div class="scroll" tabindex="0" role="region" aria-label=${t('Nhiệm vụ phục vụ chỉ tiêu', 'Tasks that serve it')}>
          <table>
            <thead><tr><th scope="col">${t('Nhiệm vụ', 'Task')}</th><th scope="col">${t('Hạn', 'Due')}</th><th scope="col">${t('Tiến độ', 'Timeliness')}</th></tr></thead>
            <tbody>${tasks.map((task) => html`
              <tr>
                <th scope="row"><a href=${link(`/tasks/${task.id}`)}>${task.number}. ${task.title ?? task.work ?? ''}</a>
                  ${task.leadAgencies.length > 0 ? html`<div class="small soft">${task.leadAgencies.join(', ')}</div>` : nothing}</th>
                <td>${date(task.dueOn)}</td>
                <td><status-badge of="timeliness" .code=${task.timeliness}></status-badge></td>
              </tr>`)}</tbody>
          </table>
        </div>`)}`;
  }
}
