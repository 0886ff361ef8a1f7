import {LitElement, css, html, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import type {Finding, IndicatorImportResult, TaskImportResult} from '@monitoring/api';
import {styles} from '../../kit/styles';
import {figure, t, told} from '../../kit/text';
import {OUTCOMES} from './words';
import '../../parts/status-badge';

type Result = IndicatorImportResult | TaskImportResult;
type Row = Result['rows'][number];

/** What was read from a workbook: how many rows came to what, and every remark with its cell, word for word. */
@customElement('import-findings')
export class ImportFindings extends LitElement {
  @property({attribute: false}) result!: Result;
  /** Which outcome is shown; empty for all rows with remarks. */
  @state() private shown = '';

  static override styles = [...styles, css`
    .chips button[aria-pressed] { min-height: 2.25rem; }
    ul { margin: 0; padding-left: 1.1rem; }
    q { font-style: italic; }
    code { font: inherit; font-weight: 600; white-space: nowrap; }
  `];

  override render() {
    const {rows, sheet, counts} = this.result;
    const count: Record<string, number> = {
      REJECTED: counts.rejected, NEEDS_DECISION: counts.needsDecision, FLAGGED: counts.flagged, ACCEPTED: counts.accepted,
    };
    const shown = rows.filter((row) => this.shown ? row.outcome === this.shown : row.findings.length > 0);
    return html`
      <p>${t(`Đọc được ${figure(counts.rowsIn)} dòng`, `${figure(counts.rowsIn)} rows read`)}${counts.unchanged > 0
        ? t(`, ${figure(counts.unchanged)} dòng không đổi so với lần nhập trước`, `, ${figure(counts.unchanged)} as they were`) : ''}.</p>
      <div class="row chips no-print">
        ${Object.entries(OUTCOMES).map(([code, {label}]) => html`
          <button aria-pressed=${this.shown === code} ?disabled=${count[code] === 0}
            @click=${() => { this.shown = this.shown === code ? '' : code; }}>${label} <strong>${figure(count[code])}</strong></button>`)}
      </div>
      ${sheet.length > 0 ? html`
        <h3>${t('Về cả bảng', 'About the whole sheet')}</h3>
        ${this.renderFindings(sheet)}` : nothing}
      ${shown.length === 0 ? html`<p class="soft">${t('Không có lưu ý nào.', 'No remarks.')}</p>` : this.renderRows(shown)}`;
  }

  private renderRows(rows: Row[]) {
    return html`
      <div class="scroll" tabindex="0" role="region" aria-label=${t('Các dòng và lưu ý', 'Rows and remarks')}>
        <table>
          <thead><tr>
            <th scope="col">${t('Dòng', 'Row')}</th><th scope="col">${t('Tên', 'Name')}</th>
            <th scope="col">${t('Kết quả', 'Outcome')}</th><th scope="col">${t('Lưu ý', 'Remarks')}</th>
          </tr></thead>
          <tbody>${rows.map((row) => html`
            <tr>
              <td><code>${row.place}</code></td>
              <td>${row.number ? `${row.number}. ` : ''}${row.name}</td>
              <td><status-badge .shown=${OUTCOMES[row.outcome]}></status-badge></td>
              <td>${row.findings.length > 0 ? this.renderFindings(row.findings) : nothing}</td>
            </tr>`)}</tbody>
        </table>
      </div>`;
  }

  private renderFindings(findings: Finding[]) {
    return html`<ul>${findings.map((finding) => html`
      <li><code>${finding.place}</code>${finding.verbatim ? html` <q>${finding.verbatim}</q>` : nothing}: ${told(finding.message)}</li>`)}</ul>`;
  }
}
