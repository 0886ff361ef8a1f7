import {LitElement, css, html, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import type {Indicator, Target1 as Target} from '@monitoring/api';
import {send} from '../../kit/api';
import {link} from '../../kit/router';
import {may} from '../../kit/session';
import {styles} from '../../kit/styles';
import {figure, t, told} from '../../kit/text';
import {toast} from '../../kit/toast';
import '../../parts/state-notes';

const SIGNS: Record<string, string> = {EQ: '=', GE: '≥', GT: '>', LE: '≤', LT: '<', APPROX: '≈', IN: '∈'};

/** A plan's indicators: what the cells say beside how that was read; doubtful readings are confirmed here. Fires `decided`. */
@customElement('read-indicators')
export class ReadIndicators extends LitElement {
  @property({attribute: false}) indicators: Indicator[] = [];
  @state() private doubtfulOnly = false;
  @state() private failure: unknown = null;
  @state() private busy = false;

  static override styles = [...styles, css`
    .doubtful { background: var(--fair-soft); }
    li { margin-bottom: .35rem; }
    ul { margin: 0; padding-left: 1.1rem; }
  `];

  override render() {
    const doubtful = this.indicators.filter((indicator) => indicator.targets.some((target) => target.provisional));
    const shown = this.doubtfulOnly ? doubtful : this.indicators;
    return html`
      <p class="row no-print">
        <button aria-pressed=${this.doubtfulOnly} @click=${() => { this.doubtfulOnly = !this.doubtfulOnly; }}>
          ${t(`Chỉ xem ${doubtful.length} chỉ tiêu cần quyết định`, `Only the ${doubtful.length} that need a decision`)}</button>
      </p>
      <problem-note .failure=${this.failure}></problem-note>
      <div class="scroll card" tabindex="0" role="region" aria-label=${t('Chỉ tiêu của kế hoạch', 'Indicators of the plan')}>
        <table>
          <thead><tr>
            <th scope="col">${t('Chỉ tiêu', 'Indicator')}</th><th scope="col">${t('Mục tiêu: nguyên văn → cách hiểu', 'Targets: as written → as read')}</th>
            <th scope="col">${t('Lưu ý', 'Remarks')}</th>
          </tr></thead>
          <tbody>${shown.map((indicator) => html`
            <tr>
              <td><a href=${link(`/indicators/${indicator.id}`)}>${indicator.number ? `${indicator.number}. ` : ''}${indicator.name}</a>
                <br><span class="small soft">${indicator.leadAgency ?? ''} ${indicator.place}</span></td>
              <td><ul>${indicator.targets.filter((target) => !target.validTo).map((target) => this.renderTarget(indicator, target))}</ul></td>
              <td class="small">${indicator.findings.map((finding) => html`<p>${finding.place}: ${told(finding.message)}</p>`)}</td>
            </tr>`)}</tbody>
        </table>
      </div>`;
  }

  private renderTarget(indicator: Indicator, target: Target) {
    const readAs = target.low === null && target.high === null ? target.kind
      : `${SIGNS[target.comparator ?? ''] ?? ''} ${figure(target.low)}${target.high !== null && target.high !== target.low ? `–${figure(target.high)}` : ''} ${target.unit ?? ''}`;
    return html`
      <li class=${target.provisional ? 'doubtful' : ''}>
        ${target.year ?? ''}: <q>${target.raw}</q> → <strong>${readAs}</strong>
        ${target.provisional ? html`<span>${t('(chưa chắc)', '(doubtful)')}</span>
          ${may('confirmTarget') ? html`
            <button class="plain" ?disabled=${this.busy} @click=${() => this.confirm(indicator, target)}>${t('Đúng, xác nhận', 'Right, confirm')}</button>` : nothing}` : nothing}
      </li>`;
  }

  private async confirm(indicator: Indicator, target: Target): Promise<void> {
    this.busy = true;
    this.failure = null;
    try {
      await send('POST', `/indicators/${indicator.id}/targets/${target.id}/confirmation`, {etag: `"${indicator.version}"`});
      toast(t('Đã xác nhận cách hiểu.', 'The reading is confirmed.'));
      this.dispatchEvent(new Event('decided'));
    } catch (failure) {
      this.failure = failure;
    } finally {
      this.busy = false;
    }
  }
}
