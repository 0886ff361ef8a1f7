import {LitElement, css, html, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {kind} from '../../kit/feed';
import {Loading} from '../../kit/loading';
import {link} from '../../kit/router';
import {styles} from '../../kit/styles';
import {NOTHING, date, percentage, t} from '../../kit/text';
import {findUnit} from '../../kit/units';
import '../../parts/figure-value';
import '../../parts/state-notes';
import '../../parts/status-badge';
import '../../parts/action-dialog';
import type {Action} from '../../parts/action-dialog';
import {actions} from './actions';
import {called} from './filters';
import {findTask, type KnownTask} from './known-task';
import './task-money';
import './task-records';
import './task-rounds';
import './task-story';

/** One task: where it stands, what was done, and what the caller may do now. */
@customElement('task-page')
export class TaskPage extends LitElement {
  @property({attribute: false}) params: Record<string, string> = {};

  /** Held as it was offered: what arrives meanwhile must not put a newer version under what was typed for the old one. */
  @state() private doing: Action | null = null;
  private seen: {id: string; version: number} | null = null;

  private readonly known = new Loading(
    this,
    () => this.params['id'] ?? null,
    async (signal) => {
      const known = await findTask(this.params['id'] ?? '', signal);
      const {name} = await findUnit(known.task.responsibleUnitCode).catch(() => ({name: known.task.responsibleUnitCode}));
      const {id, version} = known.task;
      const changed = this.seen?.id === id && this.seen.version !== version;
      this.seen = {id, version};
      return {...known, unitName: name, changed};
    },
    (entry) => /^(task|warning|reminder|extension|deliverable)/.test(kind(entry))
      && JSON.stringify([entry.subject, entry.data]).includes(this.params['id'] ?? '?'),
  );

  static override styles = [...styles, css`
    dl { display: grid; grid-template-columns: minmax(6rem, auto) 1fr; gap: .3rem 1rem; margin: 0; overflow-wrap: anywhere; }
    dt { color: var(--ink-soft); }
    dd { margin: 0; }
    .badges { margin: .25rem 0 .75rem; }
    .card { margin-bottom: var(--gap); }
  `];

  override render() {
    return html`
      <p class="no-print"><a href=${link('/tasks')}>← ${t('Tất cả nhiệm vụ', 'All tasks')}</a></p>
      ${this.known.render((known) => {
        const offered = actions(known);
        return html`
          <h1>${t('Nhiệm vụ', 'Task')} ${known.task.number}. ${called(known.task)}</h1>
          <div class="row badges">
            <status-badge of="task" .code=${known.task.status}></status-badge>
            <status-badge of="timeliness" .code=${known.task.timeliness}></status-badge>
            ${known.task.needsDecision ? html`<strong>${t('Chờ cơ quan thường trực quyết định', 'Waits for a decision')}</strong>` : nothing}
          </div>
          ${offered.length > 0 ? html`
            <div class="row card no-print" role="group" aria-label=${t('Việc có thể làm', 'What can be done')}>
              ${offered.map((action) => this.renderButton(action))}
            </div>` : nothing}
          <div class="grid">
            <div>
              ${this.renderFacts(known, known.unitName, known.changed)}
              <task-story .story=${known.story} .reminders=${known.reminders} .warnings=${known.warnings}></task-story>
            </div>
            <div class="stack">
              ${known.occurrences.length > 0 ? html`<task-rounds .rounds=${known.occurrences}></task-rounds>` : nothing}
              <task-records .known=${known}></task-records>
              ${known.budget && known.budget.lines.length > 0 ? html`
                <task-money .budget=${known.budget} .disbursements=${known.disbursements}></task-money>` : nothing}
            </div>
          </div>
          ${this.doing ? html`
            <action-dialog .action=${this.doing} @close=${this.leave} @done=${this.renew} @outdated=${this.renew}></action-dialog>` : nothing}`;
      })}`;
  }

  private renderButton(action: Action) {
    const {label, primary} = action;
    return html`<button class=${primary ? 'primary' : ''} @click=${() => { this.doing = action; }}>${label}</button>`;
  }

  private renderFacts({task}: KnownTask, unitName: string, changed: boolean) {
    const line = (term: string, value: unknown) => value === null || value === '' ? nothing : html`<dt>${term}</dt><dd>${value}</dd>`;
    const {raw} = task.timing;
    return html`
      <section class="card ${changed ? 'news' : ''}">
        <h2>${t('Thông tin nhiệm vụ', 'The task')}</h2>
        <dl>
          ${line(t('Đơn vị', 'Unit'), unitName)}
          ${line(t('Chủ trì', 'Lead'), task.leadAgencies.join(', '))}
          ${line(t('Phối hợp', 'Coordinators'), task.coordinators.join(', '))}
          ${line(t('Chỉ đạo', 'Director'), task.directorPosition)}
          ${line(t('Hạn', 'Due'), task.dueOn ? date(task.dueOn) : t('Không có', 'None'))}
          ${line(t('Hạn ghi trong kế hoạch', 'Deadline as written'), raw ? html`“${raw}”` : null)}
          ${line(t('Hạn ban đầu', 'First due'), task.originalDueOn === task.dueOn ? null : date(task.originalDueOn))}
          ${line(t('Đã làm', 'Done'), html`<figure-value .text=${percentage(task.percent)}
            .from=${{source: t('Báo cáo tiến độ của đơn vị chủ trì', 'Progress reported by the lead'), at: task.lastUpdate?.asOf ?? null,
              note: task.expectedPercent === null ? null : t(`Lẽ ra: ${percentage(task.expectedPercent)}`, `Expected: ${percentage(task.expectedPercent)}`)}}></figure-value>`)}
          ${line(t('Công việc', 'Work'), task.work)}
          ${line(t('Trách nhiệm', 'Responsibility'), task.responsibility)}
          ${line(t('Sản phẩm', 'Deliverable'), task.deliverable)}
          ${line(t('Căn cứ', 'Legal bases'), task.legalBases.join('; '))}
          ${line(t('Giao ngày', 'Assigned on'), task.assignedOn ? date(task.assignedOn) : NOTHING)}
          ${line(t('Hoàn thành ngày', 'Completed on'), task.completedOn ? date(task.completedOn) : null)}
          ${line(t('Chỉ tiêu gắn với', 'Indicators'), task.indicatorIds.length === 0 ? null : html`${task.indicatorIds.map((id, at) => html`
            <a href=${link(`/indicators/${id}`)}>${t(`Chỉ tiêu ${at + 1}`, `Indicator ${at + 1}`)}</a> `)}`)}
        </dl>
      </section>`;
  }

  private readonly leave = (): void => {
    this.doing = null;
  };

  private readonly renew = (): void => {
    this.doing = null;
    void this.known.again();
  };
}
