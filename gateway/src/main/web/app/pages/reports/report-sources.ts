import {LitElement, css, html, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import type {Consolidation, Report} from '@monitoring/api';
import {Problem, get} from '../../kit/api';
import {Loading} from '../../kit/loading';
import {link} from '../../kit/router';
import {styles} from '../../kit/styles';
import {figure, moment, t} from '../../kit/text';
import '../../parts/figure-value';
import {measured} from './words';

/** What a report took from the reports of the units below, and which of those have changed since. */
@customElement('report-sources')
export class ReportSources extends LitElement {
  @property({attribute: false}) report!: Report;
  @state() private asked = false;

  static override styles = [...styles, css`
    .scroll { position: relative; }
    .card { margin-bottom: 1rem; }
    ul { padding-left: 1.25rem; columns: 18rem; }
  `];

  /** Asked when the reader wants to know: most reports consolidate nothing, which the API tells as not found. */
  private readonly taken: Loading<Consolidation | null> = new Loading<Consolidation | null>(this, () => this.asked ? `${this.report.id} ${this.report.version}` : null,
    (signal) => get<Consolidation>(`/reports/${this.report.id}/consolidation`, {}, signal).catch((failure: unknown) => {
      if (failure instanceof Problem && failure.status === 404) {
        return null;
      }
      throw failure;
    }));

  override render() {
    if (!this.asked) {
      return html`<button class="no-print" @click=${() => { this.asked = true; }}>${t('Xem báo cáo cấp dưới được tổng hợp', 'See what was consolidated from below')}</button>`;
    }
    return this.taken.render((taken) => taken ? this.renderTaken(taken)
      : html`<p class="soft">${t('Báo cáo này không tổng hợp báo cáo nào của cấp dưới.', 'This report consolidates none from below.')}</p>`);
  }

  private renderTaken({facts, sources, madeAt, madeBy}: Consolidation) {
    return html`
      <section class="card">
        <h2>${t('Tổng hợp từ cấp dưới', 'Consolidated from below')}</h2>
        <p>${t(`${figure(facts.reported)}/${figure(facts.expected)} đơn vị có báo cáo đã tiếp nhận`, `${figure(facts.reported)}/${figure(facts.expected)} units with an accepted report`)}
          <span class="soft">(${moment(madeAt)}, ${madeBy})</span></p>
        <details><summary>${t(`Báo cáo được tổng hợp (${sources.length})`, `Reports in it (${sources.length})`)}</summary>
          <ul>${sources.map((one) => html`<li><a href=${link(`/reports/${one.reportId}`)}>${one.unitName}</a> – ${t('bản', 'edition')} ${one.edition}
            ${one.changedSince ? html`<b>(${t('đã có bản mới', 'a newer one was accepted')})</b>` : nothing}</li>`)}</ul></details>
        ${facts.missing.length > 0 ? html`<details><summary>${t(`Còn thiếu (${facts.missing.length})`, `Missing (${facts.missing.length})`)}</summary>
          <ul>${facts.missing.map((one) => html`<li>${one.unitName}</li>`)}</ul></details>` : nothing}
        <div class="scroll" tabindex="0" role="region" aria-label=${t('Chỉ tiêu tổng hợp', 'Consolidated indicators')}>
          <table>
            <thead><tr><th scope="col">${t('Chỉ tiêu', 'Indicator')}</th><th scope="col">${t('Kết quả', 'Value')}</th><th scope="col" class="number">${t('Đơn vị có số', 'Units')}</th></tr></thead>
            <tbody>${facts.indicators.map((one) => html`
              <tr><th scope="row">${one.name}</th>
                <td><figure-value .text=${measured(one.value, one.measureUnit)} .from=${{
                  numerator: one.numerator, denominator: one.denominator, source: one.canonicalCode, at: madeAt,
                  note: one.provisional ? t('tạm tính: dưới 80 % đơn vị', 'provisional: under 80 % of the units') : null}}></figure-value></td>
                <td class="number">${figure(one.reporting)}/${figure(one.expected)}</td></tr>`)}
            </tbody>
          </table>
        </div>
      </section>`;
  }
}
