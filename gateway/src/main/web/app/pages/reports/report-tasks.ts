import {LitElement, css, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {Report} from '@monitoring/api';
import {link} from '../../kit/router';
import {styles} from '../../kit/styles';
import {date, percentage, t} from '../../kit/text';
import '../../parts/status-badge';

/** The tasks as they stood at the cut-off, with what was said of them. */
@customElement('report-tasks')
export class ReportTasks extends LitElement {
  @property({attribute: false}) report!: Report;

  static override styles = [...styles, css`
    .scroll { position: relative; }
    th[scope='row'] { font-weight: 400; min-width: 14rem; }
    td.words { min-width: 12rem; }
  `];

  override render() {
    const {tasks} = this.report.figures;
    return html`
      <section>
        <h2 id="tasks">${t('Nhiệm vụ, tình hình tại ngày chốt', 'Tasks as at the cut-off of')} ${date(this.report.cutOffOn)} (${tasks.length})</h2>
        ${tasks.length === 0 ? html`<empty-note .heading=${t('Báo cáo không có nhiệm vụ', 'No tasks in this report')}></empty-note>` : html`
          <div class="scroll card" tabindex="0" role="region" aria-labelledby="tasks">
            <table>
              <thead><tr><th scope="col">${t('Nhiệm vụ', 'Task')}</th><th scope="col">${t('Chủ trì', 'Lead')}</th><th scope="col">${t('Thời hạn', 'Deadline')}</th>
                <th scope="col">${t('Tiến độ', 'Timeliness')}</th><th scope="col">${t('Trạng thái', 'State')}</th><th scope="col">${t('Kết quả, khó khăn', 'Result, difficulties')}</th></tr></thead>
              <tbody>${tasks.map((one) => html`
                <tr>
                  <th scope="row"><a href=${link(`/tasks/${one.taskId}`)}>${one.number ? `${one.number}. ` : ''}${one.title}</a></th>
                  <td>${one.leadAgencies.join('; ')}</td>
                  <td>${one.due ? date(one.due) : one.deadline}${one.originalDue && one.originalDue !== one.due
                    ? html`<div class="small soft">${t('ban đầu', 'first')} ${date(one.originalDue)}</div>` : nothing}</td>
                  <td><status-badge of="timeliness" code=${one.timeliness}></status-badge></td>
                  <td><status-badge of="task" code=${one.status}></status-badge>${one.percent === null ? nothing : html` ${percentage(one.percent)}`}</td>
                  <td class="words">${one.result}${one.difficulty ? html`<div class="small soft">${t('Khó khăn', 'Difficulty')}: ${one.difficulty}</div>` : nothing}</td>
                </tr>`)}
              </tbody>
            </table>
          </div>`}
      </section>`;
  }
}
