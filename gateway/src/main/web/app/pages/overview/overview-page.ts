import {LitElement, css, html, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {keyed} from 'lit/directives/keyed.js';
import {address} from '../../kit/api';
import {Loading} from '../../kit/loading';
import {onMove} from '../../kit/router';
import {may} from '../../kit/session';
import {styles} from '../../kit/styles';
import {date, t, today} from '../../kit/text';
import {findUnit, unit} from '../../kit/units';
import './grade-card';
import './live-feed';
import './owing-card';
import './ranking-card';
import './report-card';
import './risk-strip';
import './task-card';
import './trend-card';
import './trouble-card';
import './warning-card';

/** What a leader sees first in the morning: what will be missed, where, who owes what, and what happens now. */
@customElement('overview-page')
export class OverviewPage extends LitElement {
  @property({attribute: false}) params: Record<string, string> = {};
  @state() private code = unit();

  private stop: (() => void) | undefined;

  private readonly unit = new Loading(this, () => this.code, () => findUnit(this.code));

  static override styles = [...styles, css`
    .head { margin-bottom: .75rem; }
    .head h1 { margin: 0; }
    .board { display: grid; gap: 1rem; grid-template-columns: minmax(0, 1fr); margin-top: 1rem; align-items: start; }
    .column { display: grid; gap: 1rem; min-width: 0; }
    @media (min-width: 64rem) { .board { grid-template-columns: minmax(0, 7fr) minmax(0, 5fr); } }
    @media print { .board { display: block; } }
  `];

  override connectedCallback(): void {
    super.connectedCallback();
    this.stop = onMove(() => { this.code = unit(); });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop?.();
  }

  override render() {
    const code = this.code;
    return html`
      <div class="row head">
        <h1>${t('Tổng quan', 'Overview')} ${this.unit.value?.name ?? ''}</h1>
        <span class="soft">${t('Tính đến', 'As of')} ${date(today())}</span>
        <div class="row push no-print">
          ${may('exportGrades') ? html`<a class="button" download href=${address('/exports/grades', {unit: code, format: 'xlsx'})}>${t('Xuất chỉ tiêu', 'Export indicators')}</a>` : nothing}
          ${may('exportTasks') ? html`<a class="button" download href=${address('/exports/tasks', {unit: code, format: 'xlsx'})}>${t('Xuất nhiệm vụ', 'Export tasks')}</a>` : nothing}
          <button @click=${() => print()}>${t('In trang này', 'Print')}</button>
        </div>
      </div>
      ${keyed(code, html`
        <risk-strip .code=${code}></risk-strip>
        <div class="board">
          <div class="column">
            <grade-card .code=${code}></grade-card>
            <trouble-card .code=${code}></trouble-card>
            <task-card .code=${code}></task-card>
            <trend-card .code=${code}></trend-card>
          </div>
          <div class="column">
            <live-feed .code=${code}></live-feed>
            <report-card .code=${code}></report-card>
            <warning-card .code=${code}></warning-card>
            <owing-card .code=${code}></owing-card>
            <ranking-card .code=${code}></ranking-card>
          </div>
        </div>`)}`;
  }
}
