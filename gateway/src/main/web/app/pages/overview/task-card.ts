import {html, nothing} from 'lit';
import {customElement} from 'lit/decorators.js';
import type {TaskStatistics} from '@monitoring/api';
import {Loading} from '../../kit/loading';
import {link} from '../../kit/router';
import {figure, percentage, t} from '../../kit/text';
import {isProvince} from '../../kit/units';
import '../../parts/data-chart';
import '../../parts/figure-value';
import {TIMELINESS} from '../../parts/status-badge';
import {tasksOf} from './answers';
import {barTable, stackedBars} from './shades';
import {UnitCard} from './unit-card';

const DRAWN = 12;

/** Whether tasks are done in time, by the units or agencies that lead them. */
@customElement('task-card')
export class TaskCard extends UnitCard {
  private readonly tasks = new Loading(this, () => this.code, () => tasksOf(this.code), this.concerns('task'));

  override render() {
    return html`
      <section class="card" aria-labelledby="heading">
        <div class="head"><h2 id="heading">${t('Tiến độ nhiệm vụ', 'Timeliness of tasks')}</h2>
          <a class="push quiet" href=${link('/tasks')}>${t('Mở trang nhiệm vụ', 'Open the tasks')}</a></div>
        ${this.tasks.render((tasks) => tasks.total === 0
          ? html`<empty-note .heading=${t('Đơn vị chưa có nhiệm vụ', 'The unit has no tasks')}></empty-note>` : this.renderTasks(tasks))}
      </section>`;
  }

  private renderTasks(tasks: TaskStatistics) {
    const present = Object.keys(TIMELINESS).filter((code) => (tasks.byTimeliness[code] ?? 0) > 0);
    const late = (counts: Record<string, number>) => (counts['OVERDUE'] ?? 0) + (counts['UPDATE_LATE'] ?? 0);
    const groups = (tasks.groups ?? []).map((group) => ({name: group.name || group.key, counts: group.byTimeliness}))
      .sort((one, other) => late(other.counts) - late(one.counts) || one.name.localeCompare(other.name, 'vi'));
    const drawn = groups.slice(0, DRAWN);
    const {numerator, denominator, percent} = tasks.figures.onTimeRate;
    const by = isProvince(this.code) ? t('Xã, phường', 'Commune') : t('Cơ quan chủ trì', 'Lead agency');
    return html`
      <div class="row">${present.map((code) => html`
        <a class="quiet" href=${link(`/tasks?timeliness=${code}`)}><status-badge of="timeliness" .code=${code}></status-badge>
          <strong>${figure(tasks.byTimeliness[code])}</strong></a>`)}</div>
      <p class="small">${t('Xong đúng hạn trong số đã đến hạn', 'Done in time of those due')}:
        <figure-value .text=${percentage(percent)} .from=${{numerator, denominator, at: tasks.asOf, source: t('Thống kê nhiệm vụ', 'Task statistics')}}></figure-value></p>
      <data-chart .label=${groups.length > DRAWN
          ? t(`${DRAWN} đơn vị có nhiều nhiệm vụ chậm nhất`, `The ${DRAWN} units with most late tasks`) : t(`Nhiệm vụ theo đơn vị`, 'Tasks by unit')}
        .height=${drawn.length * 30 + 70} .option=${stackedBars('timeliness', drawn, true)}
        .table=${barTable('timeliness', by, t('Tất cả', 'All'), groups)}></data-chart>
      ${groups.length > DRAWN ? html`<p class="small soft">${t(`Biểu đồ vẽ ${DRAWN} đơn vị có nhiều nhiệm vụ chậm nhất; bảng có đủ ${groups.length} đơn vị.`,
        `The chart shows the ${DRAWN} units with most late tasks; the table has all ${groups.length}.`)}</p>` : nothing}`;
  }
}
