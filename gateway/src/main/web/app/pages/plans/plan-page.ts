import {LitElement, html, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import type {ActivationReport, Indicator, Plan} from '@monitoring/api';
import {address, all, get, read, send} from '../../kit/api';
import {Loading} from '../../kit/loading';
import {link} from '../../kit/router';
import {may} from '../../kit/session';
import {styles} from '../../kit/styles';
import {date, figure, percentage, t, told} from '../../kit/text';
import '../../parts/action-dialog';
import type {Action} from '../../parts/action-dialog';
import '../../parts/figure-value';
import '../../parts/state-notes';
import '../../parts/status-badge';
import './read-indicators';
import {BLOCKS} from './words';

/** A plan: what it says of itself, what is not clear in it yet, and its indicators as they were read. */
@customElement('plan-page')
export class PlanPage extends LitElement {
  @property({attribute: false}) params: Record<string, string> = {};
  @state() private activating = false;

  static override styles = styles;

  private readonly plan = new Loading(this, () => this.planId, (signal) => read<Plan>(`/plans/${this.planId}`, {}, signal));
  private readonly report = new Loading(this, () => this.planId,
    (signal) => get<ActivationReport>(`/plans/${this.planId}/activation-report`, {}, signal));
  private readonly indicators = new Loading(this, () => this.planId,
    (signal) => all<Indicator>(`/plans/${this.planId}/indicators`, {}, signal));

  private get planId(): string {
    return this.params['id'] ?? '';
  }

  override render() {
    return html`
      ${this.plan.render(({body}) => this.renderPlan(body))}
      ${this.report.render((report) => this.renderReport(report))}
      <h2>${t('Chỉ tiêu', 'Indicators')}</h2>
      ${this.indicators.render((indicators) => html`
        <read-indicators .indicators=${indicators} @decided=${() => this.reload()}></read-indicators>`)}
      ${this.activating ? html`
        <action-dialog .action=${this.activation()} @done=${this.finish} @outdated=${this.finish}
          @close=${() => { this.activating = false; }}></action-dialog>` : nothing}`;
  }

  private renderPlan(plan: Plan) {
    return html`
      <h1>${plan.title}</h1>
      <div class="row">
        <status-badge of="plan" code=${plan.status}></status-badge>
        <span>${plan.docType} ${plan.number ?? ''}, ${date(plan.issuedOn)}</span>
        <span class="soft">${plan.issuer ?? ''} · ${BLOCKS[plan.block] ?? plan.block} · ${plan.horizonStart.slice(0, 4)}–${plan.horizonEnd.slice(0, 4)}</span>
        <span class="row push no-print">
          ${plan.status === 'DRAFT' && may('activatePlan') ? html`
            <button class="primary" @click=${() => { this.activating = true; }}>${t('Đưa vào thực hiện', 'Bring into force')}</button>` : nothing}
          <a class="button" href=${link(`/tasks?planId=${plan.id}`)}>${t('Nhiệm vụ', 'Tasks')}</a>
          <a class="button" download href=${address('/exports/indicators', {planId: plan.id, format: 'xlsx'})}>${t('Xuất Excel', 'Export')}</a>
        </span>
      </div>
      ${plan.legalBases.length > 0 ? html`<p class="small soft">${t('Căn cứ', 'Legal bases')}: ${plan.legalBases.join('; ')}</p>` : nothing}`;
  }

  private renderReport(report: ActivationReport) {
    return html`
      <section class="card" aria-labelledby="clear">
        <h2 id="clear">${t('Rõ tới đâu (6 rõ)', 'How clear it is')}:
          <figure-value text=${percentage(report.score)} .from=${{numerator: report.complete, denominator: report.indicators,
            source: t('chỉ tiêu đủ các phần', 'indicators with all parts')}}></figure-value></h2>
        ${report.warnings.map((warning) => html`<p>⚠ ${told(warning.message)}</p>`)}
        ${report.missing.length > 0 ? html`
          <details>
            <summary>${t(`${figure(report.missing.length)} chỉ tiêu còn thiếu`, `${figure(report.missing.length)} indicators lack something`)}</summary>
            <ul>${report.missing.map((gap) => html`
              <li><a href=${link(`/indicators/${gap.indicatorId}`)}>${gap.number ?? ''} ${gap.name}</a> <span class="small soft">(${gap.place})</span>: ${told(gap.message)}</li>`)}</ul>
          </details>` : nothing}
      </section>`;
  }

  private activation(): Action {
    return {
      key: 'activation',
      label: t('Đưa vào thực hiện', 'Bring into force'),
      note: t('Từ nay chỉ tiêu được chấm; không trở lại dự thảo được nữa.', 'From now on its indicators are graded; there is no way back.'),
      fields: [{name: 'decisionDocument', label: t('Văn bản quyết định', 'Decision document'), type: 'text'}],
      done: t('Kế hoạch đang được thực hiện.', 'The plan is in force.'),
      run: (body) => send('POST', `/plans/${this.planId}/activation`, {etag: this.plan.value?.etag, body}),
    };
  }

  private async finish(): Promise<void> {
    this.activating = false;
    await this.reload();
  }

  private async reload(): Promise<void> {
    await Promise.all([this.plan.again(), this.report.again(), this.indicators.again()]);
  }
}
