import {LitElement, css, html, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {Loading} from '../../kit/loading';
import {onMove, query, setQuery} from '../../kit/router';
import {styles} from '../../kit/styles';
import {t} from '../../kit/text';
import {findUnit, unit} from '../../kit/units';
import './conflict-inbox';
import './figure-inbox';
import './task-inbox';

const TABS = [
  {key: 'figures', label: () => t('Số liệu', 'Figures')},
  {key: 'tasks', label: () => t('Nhiệm vụ chờ nghiệm thu', 'Tasks handed over')},
  {key: 'conflicts', label: () => t('Mục tiêu mâu thuẫn', 'Conflicting targets')},
];

/** What waits for somebody to say that it is right: figures, tasks that were handed over, targets that contradict each other. */
@customElement('verification-page')
export class VerificationPage extends LitElement {
  @property({attribute: false}) params: Record<string, string> = {};
  @state() private unit = '';
  @state() private tab = 'figures';

  static override styles = [...styles, css`
    .tabs { margin: .5rem 0 1rem; }
  `];

  private stop: (() => void) | undefined;
  private readonly place = new Loading(this, () => this.unit || null, () => findUnit(this.unit));

  override connectedCallback(): void {
    super.connectedCallback();
    this.stop = onMove(() => {
      this.unit = unit();
      this.tab = query('tab') ?? 'figures';
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop?.();
  }

  override render() {
    return html`
      <h1>${t('Chờ xác nhận', 'Awaiting verification')}${this.place.value ? html` – ${this.place.value.name}` : nothing}</h1>
      <div class="row tabs no-print">
        ${TABS.map(({key, label}) => html`
          <button aria-pressed=${key === this.tab} @click=${() => setQuery({tab: key === 'figures' ? null : key}, true)}>${label()}</button>`)}
      </div>
      ${this.renderTab()}`;
  }

  private renderTab() {
    switch (this.tab) {
      case 'tasks':
        return html`<task-inbox .unit=${this.unit}></task-inbox>`;
      case 'conflicts':
        return html`<conflict-inbox .unit=${this.unit}></conflict-inbox>`;
      default:
        return html`<figure-inbox .unit=${this.unit}></figure-inbox>`;
    }
  }
}
