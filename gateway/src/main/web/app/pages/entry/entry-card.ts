import {LitElement, css, html, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import type {DueFigure, Evidence, Grade, Indicator, Measurement} from '@monitoring/api';
import {get, send} from '../../kit/api';
import {Loading} from '../../kit/loading';
import {may} from '../../kit/session';
import {styles} from '../../kit/styles';
import {figure, period, ratio, t} from '../../kit/text';
import {findLastVerified} from '../verification/known-indicators';
import {usualDay} from './periods';
import '../../parts/state-notes';
import '../../parts/status-badge';
import {keptDraft} from './drafts';
import './entry-form';

/** What a reporter sees before he types: the indicator, its last figure and grade, and what was entered for the period. */
export interface Known {
  indicator: Indicator;
  /** The verified figure of the period before. */
  last: Measurement | undefined;
  grade: Grade | undefined;
  /** What stands for the period now. */
  current: Measurement | undefined;
  /** What proves it. */
  evidence: Evidence[];
}

/** One figure that is owed. Opens to its form; fires `sent` when it was taken. */
@customElement('entry-card')
export class EntryCard extends LitElement {
  @property({attribute: false}) due!: DueFigure;
  @state() private open = false;

  static override styles = [...styles, css`
    .card { padding: .75rem 1rem; }
    h2 { font-size: 1rem; margin: 0; }
    dl { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; margin: .5rem 0; }
    dt { color: var(--ink-soft); font-size: .85rem; }
    dd { margin: 0; font-weight: 600; }
    .begun { color: var(--accent); font-weight: 600; margin: .25rem 0; }
    .returned { background: var(--fair-soft); color: var(--fair); border-radius: var(--radius); padding: .5rem .75rem; }
  `];

  private readonly known = new Loading<Known>(
    this,
    () => this.open ? `${this.due.indicatorId} ${this.due.measurementId ?? ''} ${this.due.state}` : null,
    async (signal) => {
      const {indicatorId, measurementId} = this.due;
      const [indicator, last, grades, current, evidence] = await Promise.all([
        get<Indicator>(`/indicators/${indicatorId}`, {}, signal),
        findLastVerified(indicatorId, this.due.period, usualDay(this.due.period), signal),
        get<{items: Grade[]}>(`/indicators/${indicatorId}/grades`, {limit: 1}, signal),
        measurementId ? get<Measurement>(`/measurements/${measurementId}`, {}, signal) : Promise.resolve(undefined),
        measurementId ? get<{items: Evidence[]}>(`/measurements/${measurementId}/evidence`, {}, signal) : Promise.resolve({items: []}),
      ]);
      return {indicator, last, grade: grades.items[0], current, evidence: evidence.items};
    },
  );

  protected override willUpdate(): void {
    // What was sent back shows its reason before it is asked for.
    this.open ||= !this.hasUpdated && this.due.state === 'RETURNED';
  }

  override render() {
    const {number, name, state: stands, responsibleUnitName, indicatorId} = this.due;
    const open = stands !== 'VERIFIED' && mayEnter(this.due);
    const begun = open && keptDraft(indicatorId, this.due.period) !== null;
    const word = !open ? t('Xem', 'Look') : stands === 'MISSING' ? t('Nhập', 'Enter') : t('Xem, sửa', 'Open');
    return html`
      <article class="card">
        <div class="row">
          <h2>${number ? `${number}. ` : ''}${name}</h2>
          <status-badge class="push" of="figure" code=${stands}></status-badge>
        </div>
        <p class="small soft">${responsibleUnitName} · ${period(this.due.period)}</p>
        ${this.open ? this.known.render((known) => this.renderKnown(known)) : html`
          ${begun ? html`<p class="begun">✎ ${t('Có số liệu gõ trên máy này, chưa gửi.', 'Typed on this device, not sent yet.')}</p>` : nothing}
          <button class=${open && stands !== 'SUBMITTED' ? 'primary' : ''} aria-label="${word}: ${name}"
            @click=${() => { this.open = true; }}>${word}</button>`}
      </article>`;
  }

  private renderKnown(known: Known) {
    const {indicator, last, grade, current} = known;
    const unit = indicator.measureUnit ?? '';
    return html`
      <dl>
        ${grade?.target ? html`<div><dt>${t('Mục tiêu', 'Target')}</dt><dd>${grade.target.raw} <span class="soft small">${grade.target.year ?? ''}</span></dd></div>` : nothing}
        <div><dt>${t('Lần trước', 'Last figure')}</dt><dd>${last
          ? html`${figure(last.value)} ${unit} ${last.denominator === null ? nothing : html`<span class="soft small">(${ratio(last.numerator, last.denominator)})</span>`}
            <span class="soft small">${period(last.period)}</span>` : '–'}</dd></div>
        ${grade ? html`<div><dt>${t('Đang được chấm', 'Graded now')}</dt><dd><status-badge of="grade" code=${grade.status}></status-badge></dd></div>` : nothing}
        ${current ? html`<div><dt>${t('Đã nhập kỳ này', 'Entered')}</dt><dd>${figure(current.value)} ${unit}</dd></div>` : nothing}
      </dl>
      ${current?.status === 'RETURNED' ? html`<p class="returned">${t('Bị trả lại', 'Returned')}: ${current.reason}</p>` : nothing}
      ${current?.status === 'VERIFIED' || !mayEnter(this.due) ? nothing : html`
        <entry-form .due=${this.due} .known=${known} @sent=${this.finish}></entry-form>`}`;
  }

  private finish(): void {
    this.open = false;
    this.dispatchEvent(new Event('sent'));
  }
}

/** Whether the caller may enter the figure, or correct what stands. */
function mayEnter(due: DueFigure): boolean {
  return may(due.measurementId ? 'reviseMeasurement' : 'submitMeasurement');
}

/** Sends a figure, or the correction of one that stands already. */
export function sendFigure(due: DueFigure, current: Measurement | undefined, body: object) {
  return current
    ? send<Measurement>('PUT', `/measurements/${current.id}`, {body, etag: `"${current.version}"`})
    : send<Measurement>('POST', '/measurements', {body: {...body, indicatorId: due.indicatorId, period: due.period}});
}
