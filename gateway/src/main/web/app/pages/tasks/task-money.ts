import {LitElement, css, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {Budget, Disbursement, FundingSource} from '@monitoring/api';
import {styles} from '../../kit/styles';
import {date, figure, percentage, t} from '../../kit/text';
import '../../parts/figure-value';

const SOURCES: Record<string, () => string> = {
  CENTRAL_BUDGET: () => t('Ngân sách trung ương', 'Central budget'),
  PROVINCE_BUDGET: () => t('Ngân sách tỉnh', 'Province budget'),
  COMMUNE_BUDGET: () => t('Ngân sách xã', 'Commune budget'),
  OTHER_PROGRAMME: () => t('Chương trình khác', 'Another programme'),
  SOCIAL_CONTRIBUTION: () => t('Xã hội hóa', 'Social contribution'),
  OTHER: () => t('Nguồn khác', 'Other'),
};

const source = (code: FundingSource) => SOURCES[code]?.() ?? code;

/** What a task may cost and what was paid, in đồng. */
@customElement('task-money')
export class TaskMoney extends LitElement {
  @property({attribute: false}) budget!: Budget;
  @property({attribute: false}) disbursements: readonly Disbursement[] = [];

  static override styles = [...styles, css`
    table { width: 100%; }
    .scroll { overflow-x: auto; }
    ul { list-style: none; margin: .5rem 0 0; padding: 0; }
    li { padding: .3rem 0; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
    .void { text-decoration: line-through; }
  `];

  override render() {
    const {lines, total} = this.budget;
    return html`
      <section class="card">
        <h2>${t('Kinh phí', 'Budget')} <span class="small soft">(${t('đồng', 'VND')})</span></h2>
        <div class="scroll" tabindex="0" role="region" aria-label=${t('Kinh phí theo nguồn', 'Budget by source')}>
          <table>
            <thead><tr>
              <th scope="col">${t('Nguồn', 'Source')}</th><th scope="col" class="number">${t('Được giao', 'Allocated')}</th>
              <th scope="col" class="number">${t('Đã giải ngân', 'Disbursed')}</th><th scope="col" class="number">${t('Tỷ lệ', 'Share')}</th>
            </tr></thead>
            <tbody>
              ${lines.map((line) => this.renderLine(source(line.source), line, line.document))}
              ${lines.length > 1 ? this.renderLine(t('Cộng', 'Total'), total, null) : nothing}
            </tbody>
          </table>
        </div>
        ${this.disbursements.length === 0 ? nothing : html`
          <details><summary>${t(`Các lần giải ngân (${this.disbursements.length})`, `Payments (${this.disbursements.length})`)}</summary>
            <ul>${this.disbursements.map((one) => html`
              <li class=${one.correctedBy ? 'void' : ''}>${date(one.disbursedOn)}: <strong>${figure(one.amount)}</strong>,
                ${source(one.source)} <span class="small soft">(${one.documentNumber})</span></li>`)}</ul></details>`}
      </section>`;
  }

  private renderLine(name: string, money: {allocated: number; disbursed: number; rate: number | null}, document: string | null) {
    return html`
      <tr><th scope="row">${name}</th><td class="number">${figure(money.allocated)}</td><td class="number">${figure(money.disbursed)}</td>
        <td class="number"><figure-value .text=${percentage(money.rate)}
          .from=${{numerator: money.disbursed, denominator: money.allocated, source: document}}></figure-value></td></tr>`;
  }
}
