import {LitElement, html, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import type {Plan} from '@monitoring/api';
import {all} from '../../kit/api';
import {kind} from '../../kit/feed';
import {Loading} from '../../kit/loading';
import {link, onMove} from '../../kit/router';
import {may} from '../../kit/session';
import {styles} from '../../kit/styles';
import {date, t} from '../../kit/text';
import {findUnit, unit} from '../../kit/units';
import '../../parts/state-notes';
import '../../parts/status-badge';
import {BLOCKS} from './words';

/** The plans that a unit and those below it carry out. */
@customElement('plans-page')
export class PlansPage extends LitElement {
  @property({attribute: false}) params: Record<string, string> = {};
  @state() private unit = '';

  static override styles = styles;

  private stop: (() => void) | undefined;
  private readonly place = new Loading(this, () => this.unit || null, () => findUnit(this.unit));
  private readonly plans = new Loading(this, () => this.unit || null,
    (signal) => all<Plan>('/plans', {unit: this.unit}, signal, 600), (entry) => kind(entry).startsWith('plan.'));

  override connectedCallback(): void {
    super.connectedCallback();
    this.stop = onMove(() => { this.unit = unit(); });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop?.();
  }

  override render() {
    return html`
      <div class="row">
        <h1>${t('Kế hoạch', 'Plans')}${this.place.value ? html` – ${this.place.value.name}` : nothing}</h1>
        ${may('importPlan') ? html`<a class="button primary push" href=${link('/plans/import')}>${t('Nhập kế hoạch từ tệp', 'Import a plan')}</a>` : nothing}
      </div>
      ${this.plans.render((plans) => plans.length === 0
        ? html`<empty-note .heading=${t('Chưa có kế hoạch', 'No plan yet')}>${may('importPlan')
          ? html`<a href=${link('/plans/import')}>${t('Nhập kế hoạch đầu tiên', 'Import the first one')}</a>` : nothing}</empty-note>`
        : this.renderTable(plans))}`;
  }

  private renderTable(plans: Plan[]) {
    return html`
      <div class="scroll card" tabindex="0" role="region" aria-label=${t('Kế hoạch', 'Plans')}>
        <table>
          <thead><tr>
            <th scope="col">${t('Kế hoạch', 'Plan')}</th><th scope="col">${t('Số, ngày', 'Number, day')}</th>
            <th scope="col">${t('Khối', 'Block')}</th><th scope="col">${t('Giai đoạn', 'Horizon')}</th><th scope="col">${t('Trạng thái', 'State')}</th>
          </tr></thead>
          <tbody>${plans.map((plan) => html`
            <tr>
              <td><a href=${link(`/plans/${plan.id}`)}>${plan.title}</a><br><span class="small soft">${plan.docType}</span></td>
              <td>${plan.number ?? '–'}<br><span class="small soft">${date(plan.issuedOn)}</span></td>
              <td>${BLOCKS[plan.block] ?? plan.block}</td>
              <td>${plan.horizonStart.slice(0, 4)}–${plan.horizonEnd.slice(0, 4)}</td>
              <td><status-badge of="plan" code=${plan.status}></status-badge></td>
            </tr>`)}</tbody>
        </table>
      </div>`;
  }
}
