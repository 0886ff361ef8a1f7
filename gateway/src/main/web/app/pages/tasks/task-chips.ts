import {LitElement, css, html} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {Rate, TaskStatistics, WorkListCounts} from '@monitoring/api';
import {setQuery} from '../../kit/router';
import {styles} from '../../kit/styles';
import {figure, percentage, period, t, told} from '../../kit/text';
import '../../parts/figure-value';
import {TIMELINESS, status} from '../../parts/status-badge';

/** Filters to press, with how many tasks each leaves. */
@customElement('task-chips')
export class TaskChips extends LitElement {
  @property({attribute: false}) statistics!: TaskStatistics;
  @property({attribute: false}) lists: WorkListCounts['items'] = [];
  @property() timeliness: string | null = null;
  @property() list: string | null = null;

  static override styles = [...styles, css`
    .group { margin-bottom: .6rem; }
    .group > .label { margin-bottom: .25rem; font-size: .875rem; }
    .row { gap: .4rem; }
    .rates { gap: .25rem 1.25rem; margin: 0 0 .6rem; }
    button { min-height: 2rem; padding: .2rem .7rem; font-weight: 400; border-radius: 1rem; }
    button strong { font-weight: 600; }
  `];

  override render() {
    const counts = this.statistics.byTimeliness as Record<string, number>;
    const known = Object.keys(TIMELINESS).filter((code) => (counts[code] ?? 0) > 0 || code === this.timeliness);
    return html`
      <div class="group" role="group" aria-labelledby="by-time">
        <span class="label" id="by-time">${t('Theo thời hạn', 'By timeliness')}</span>
        <div class="row">
          ${this.renderChip(t('Tất cả', 'All'), this.statistics.total, !this.timeliness && !this.list, {timeliness: null, list: null})}
          ${known.map((code) => this.renderChip(status('timeliness', code).label, counts[code] ?? 0, this.timeliness === code,
            {timeliness: this.timeliness === code ? null : code, list: null}))}
        </div>
      </div>
      ${this.renderRates()}
      <div class="group" role="group" aria-labelledby="by-work">
        <span class="label" id="by-work">${t('Việc cần làm', 'Work lists')}</span>
        <div class="row">${this.lists.map(({list, title, count}) => this.renderChip(told(title), count, this.list === list,
          {list: this.list === list ? null : list, timeliness: null, status: null, q: null, leadAgency: null, view: null}))}</div>
      </div>`;
  }

  /** How much was done in time, and how much is told of in time. */
  private renderRates() {
    const {figures, byOriginalDeadline, updateRate, asOf} = this.statistics;
    const source = t('Thống kê nhiệm vụ', 'Task statistics');
    const rate = ({numerator, denominator, percent}: Rate, at: string, note: string | null = null) => html`
      <figure-value .text=${percentage(percent)} .from=${{numerator, denominator, at, source, note}}></figure-value>`;
    return html`
      <p class="row small rates">
        <span>${t('Xong đúng hạn trong số đã đến hạn', 'Done in time of those due')}: ${rate(figures.onTimeRate, asOf)}</span>
        <span>${t('theo hạn ban đầu', 'by the first deadline')}: ${rate(byOriginalDeadline.onTimeRate, asOf)}</span>
        <span>${t('Cập nhật đúng kỳ', 'Updated in time')}: ${rate(updateRate.rate, updateRate.to,
          t(`Từ ${period(updateRate.from)} đến ${period(updateRate.to)}`, `From ${period(updateRate.from)} to ${period(updateRate.to)}`))}</span>
      </p>`;
  }

  private renderChip(label: string, count: number, pressed: boolean, change: Record<string, string | null>) {
    return html`<button aria-pressed=${pressed} @click=${() => setQuery(change, true)}>${label} <strong>${figure(count)}</strong></button>`;
  }
}
