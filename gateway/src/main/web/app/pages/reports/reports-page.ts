import {LitElement, css, html, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import type {Unit} from '@monitoring/api';
import {Loading} from '../../kit/loading';
import {onMove, query} from '../../kit/router';
import {may} from '../../kit/session';
import {styles} from '../../kit/styles';
import {t} from '../../kit/text';
import {findUnit, unit} from '../../kit/units';
import './own-obligations';
import './period-summary';
import './report-inbox';
import './sender-list';

/** What a unit owes and has sent, and how complete the reports of the units below it are. */
@customElement('reports-page')
export class ReportsPage extends LitElement {
  @property({attribute: false}) params: Record<string, string> = {};
  @state() private code = '';
  @state() private regime = '';
  @state() private period = '';

  private stop: (() => void) | undefined;

  static override styles = [...styles, css`
    section { margin-top: 1.25rem; }
    .print { margin-left: auto; }
  `];

  private readonly looked: Loading<Unit> = new Loading<Unit>(this, () => this.code || null, () => findUnit(this.code));

  override connectedCallback(): void {
    super.connectedCallback();
    this.stop = onMove(() => {
      this.code = unit();
      this.regime = query('regime') ?? '';
      this.period = query('period') ?? '';
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop?.();
  }

  override render() {
    return html`
      <div class="row">
        <h1>${t('Báo cáo', 'Reports')}${this.looked.value ? ` – ${this.looked.value.name}` : ''}</h1>
        <button class="no-print print" @click=${() => window.print()}>${t('In trang này', 'Print this page')}</button>
      </div>
      <own-obligations .code=${this.code}></own-obligations>
      ${may('acceptReport') ? html`<report-inbox .code=${this.code}></report-inbox>` : nothing}
      <period-summary .code=${this.code} .regime=${this.regime} .period=${this.period}></period-summary>
      ${this.regime && this.period ? html`<sender-list .code=${this.code} .regime=${this.regime} .period=${this.period}></sender-list>` : nothing}`;
  }
}
