import {css, html} from 'lit';
import {customElement} from 'lit/decorators.js';
import type {Warning, WarningCounts} from '@monitoring/api';
import {get} from '../../kit/api';
import {Loading} from '../../kit/loading';
import {link} from '../../kit/router';
import {date, figure, t} from '../../kit/text';
import {WARNINGS} from '../../parts/status-badge';
import {warningsOf} from './answers';
import {UnitCard} from './unit-card';

const NEWEST = 6;

/** What the platform warns of: how often, and the newest. */
@customElement('warning-card')
export class WarningCard extends UnitCard {
  static override styles = [...UnitCard.styles, css`
    ol { list-style: none; margin: .75rem 0 0; padding: 0; }
    li { border-top: 1px solid var(--line); padding: .5rem 0; }
    li a { display: block; }
  `];

  private readonly counts = new Loading(this, () => this.code, () => warningsOf(this.code), this.concerns('warning'));
  private readonly newest = new Loading(this, () => this.code,
    (signal) => get<{items: Warning[]}>('/warnings', {unit: this.code, limit: NEWEST}, signal), this.concerns('warning'));

  override render() {
    return html`
      <section class="card" aria-labelledby="heading">
        <div class="head"><h2 id="heading">${t('Cảnh báo đang mở', 'Open warnings')}</h2>
          <a class="push quiet" href=${link('/tasks?list=warned')}>${t('Nhiệm vụ bị cảnh báo', 'Warned tasks')}</a></div>
        ${this.counts.render((counts) => counts.total === 0
          ? html`<empty-note .heading=${t('Không có cảnh báo nào', 'No warnings')}></empty-note>` : this.renderCounts(counts))}
        ${this.newest.render(({items}) => html`<ol>${items.map((warning) => this.renderWarning(warning))}</ol>`)}
      </section>`;
  }

  private renderCounts(counts: WarningCounts) {
    return html`<div class="row">${Object.keys(WARNINGS).filter((kind) => (counts.byKind[kind] ?? 0) > 0)
      .map((kind) => html`<span><status-badge of="warning" .code=${kind}></status-badge> <strong>${figure(counts.byKind[kind])}</strong></span>`)}</div>`;
  }

  private renderWarning(warning: Warning) {
    return html`
      <li>
        <a href=${link(`/tasks/${warning.taskId}`)}>${warning.taskNumber}. ${warning.taskTitle ?? t('Nhiệm vụ không ghi tên', 'Task without a title')}</a>
        <status-badge of="warning" .code=${warning.kind}></status-badge>
        <span class="small soft">${t('mở ngày', 'opened')} ${date(warning.openedOn)}${warning.level > 1 ? `, ${t('mức', 'level')} ${warning.level}` : ''}${
          warning.kind === 'OVERDUE' && warning.days ? `, ${t(`quá ${warning.days} ngày`, `${warning.days} days over`)}` : ''}</span>
      </li>`;
  }
}
