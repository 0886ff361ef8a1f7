import {LitElement, css, html, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';
import type {DueFigure} from '@monitoring/api';
import {all} from '../../kit/api';
import {kind} from '../../kit/feed';
import {Loading} from '../../kit/loading';
import {onMove, query, setQuery} from '../../kit/router';
import {styles} from '../../kit/styles';
import {period as periodName, t} from '../../kit/text';
import {findUnit, unit} from '../../kit/units';
import '../../parts/state-notes';
import './entry-card';
import {latePeriods} from './periods';
import './update-list';

/** What comes first: what was sent back, then what is missing. */
const ORDER: Record<string, number> = {RETURNED: 0, MISSING: 1, SUBMITTED: 2, VERIFIED: 3};

/** Where reporters enter the figures and updates that their unit owes, made for a phone first. */
@customElement('entry-page')
export class EntryPage extends LitElement {
  @property({attribute: false}) params: Record<string, string> = {};
  @state() private unit = '';
  @state() private period = '';
  @state() private tab = '';

  static override styles = [...styles, css`
    :host { max-width: 46rem; margin: 0 auto; }
    .tabs { margin-bottom: .75rem; }
    progress { width: 100%; height: .75rem; accent-color: var(--accent); }
    entry-card { margin-top: .75rem; }
    .filter { margin-bottom: .75rem; }
  `];

  private stop: (() => void) | undefined;
  private readonly place = new Loading(this, () => this.unit || null, () => findUnit(this.unit));
  private readonly due = new Loading(
    this,
    () => this.unit ? `${this.unit} ${this.period}` : null,
    async (signal) => {
      const figures = await all<DueFigure>('/due-measurements', {unit: this.unit, period: this.period}, signal, 400);
      return figures.sort((one, other) => (ORDER[one.state] ?? 9) - (ORDER[other.state] ?? 9));
    },
    (entry) => kind(entry).startsWith('measurement.'),
  );

  override connectedCallback(): void {
    super.connectedCallback();
    this.stop = onMove(() => {
      this.unit = unit();
      this.period = query('period') ?? '';
      this.tab = query('tab') ?? '';
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop?.();
  }

  override render() {
    return html`
      <h1>${t('Nhập số liệu', 'Data entry')}${this.place.value ? html` – ${this.place.value.name}` : nothing}</h1>
      <div class="row tabs">
        <button aria-pressed=${this.tab === ''} @click=${() => setQuery({tab: null}, true)}>${t('Số liệu chỉ tiêu', 'Figures')}</button>
        <button aria-pressed=${this.tab === 'tasks'} @click=${() => setQuery({tab: 'tasks'}, true)}>${t('Tiến độ nhiệm vụ', 'Progress of tasks')}</button>
      </div>
      ${this.tab === 'tasks' ? html`<update-list .unit=${this.unit}></update-list>` : this.renderFigures()}`;
  }

  private renderFigures() {
    return html`
      <div class="filter">
        <label for="period">${t('Kỳ', 'Period')}</label>
        <select id="period" @change=${(event: Event) => setQuery({period: (event.target as HTMLSelectElement).value || null}, true)}>
          <option value="">${t('Các kỳ vừa kết thúc', 'The periods that ended last')}</option>
          ${latePeriods().map((key) => html`<option value=${key} ?selected=${key === this.period}>${periodName(key)}</option>`)}
        </select>
      </div>
      ${this.due.render((figures) => this.renderDue(figures))}`;
  }

  private renderDue(figures: DueFigure[]) {
    if (figures.length === 0) {
      return html`<empty-note .heading=${t('Kỳ này đơn vị không phải nhập số liệu nào', 'The unit owes no figure for this period')}></empty-note>`;
    }
    const entered = figures.filter((figure) => figure.state === 'SUBMITTED' || figure.state === 'VERIFIED').length;
    return html`
      <p role="status">${t(`Đã nhập ${entered}/${figures.length}`, `${entered} of ${figures.length} entered`)}
        <progress max=${figures.length} value=${entered} aria-label=${t('Đã nhập', 'Entered')}></progress></p>
      ${repeat(figures, (figure) => `${figure.indicatorId} ${figure.period}`, (figure) => html`
        <entry-card .due=${figure} @sent=${() => this.due.again()}></entry-card>`)}`;
  }
}
