import {LitElement, css, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {Occurrence} from '@monitoring/api';
import {styles} from '../../kit/styles';
import {date, period, t, today} from '../../kit/text';
import '../../parts/status-badge';
import type {Status} from '../../parts/status-badge';

const STATES: Record<string, Status> = {
  OPEN: {tone: 'news', shape: 'ring', label: t('Đang mở', 'Open')},
  DONE: {tone: 'good', shape: 'tick', label: t('Đã thực hiện', 'Done')},
  MISSED: {tone: 'bad', shape: 'cross', label: t('Không thực hiện', 'Missed')},
  DROPPED: {tone: 'none', shape: 'dash', label: t('Không phải thực hiện', 'Dropped')},
};

const TO_COME: Status = {tone: 'none', shape: 'ring', label: t('Chưa đến', 'To come')};

/** The rounds of a task that comes again and again, as the API lists them. */
@customElement('task-rounds')
export class TaskRounds extends LitElement {
  @property({attribute: false}) rounds: readonly Occurrence[] = [];

  static override styles = [...styles, css`
    ul { list-style: none; margin: 0; padding: 0; }
    li { padding: .4rem 0; border-bottom: 1px solid var(--line); }
    li:last-child { border: 0; }
    summary { cursor: pointer; min-height: 1.6rem; }
  `];

  override render() {
    const [begun, ahead] = [this.rounds.filter(hasBegun), this.rounds.filter((round) => !hasBegun(round))];
    return html`
      <section class="card">
        <h2>${t('Các kỳ thực hiện', 'Rounds')}</h2>
        <ul>${begun.map((round) => this.renderRound(round))}</ul>
        ${ahead.length > 0 ? html`
          <details><summary>${t(`Các kỳ sắp tới (${ahead.length})`, `Rounds to come (${ahead.length})`)}</summary>
            <ul>${ahead.map((round) => this.renderRound(round))}</ul></details>` : nothing}
      </section>`;
  }

  private renderRound(round: Occurrence) {
    return html`
      <li class="row">
        <strong>${period(round.periodKey)}</strong>
        <status-badge .shown=${hasBegun(round) ? STATES[round.status] : TO_COME} .code=${round.status}></status-badge>
        <span class="small soft">${t('hạn', 'due')} ${date(round.dueOn)}${round.doneOn
          ? html`, ${t('xong', 'done')} ${date(round.doneOn)}` : nothing}${round.originalDueOn === round.dueOn
            ? nothing : html`, ${t('hạn ban đầu', 'first due')} ${date(round.originalDueOn)}`}</span>
      </li>`;
  }
}

function hasBegun(round: Occurrence): boolean {
  return round.status !== 'OPEN' || round.startsOn <= today();
}
