import {LitElement, css, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {EditionSignatures, Report, ReportVerification} from '@monitoring/api';
import {get} from '../../kit/api';
import {Loading} from '../../kit/loading';
import {styles} from '../../kit/styles';
import {moment, t, told} from '../../kit/text';

/** Who signed the newest edition, when, and whether that holds now; in plain words. */
@customElement('report-signature')
export class ReportSignature extends LitElement {
  @property({attribute: false}) report!: Report;

  static override styles = [...styles, css`
    .verdict { border-left: 6px solid var(--none); }
    .VALID { border-color: var(--good); }
    .INVALID { border-color: var(--bad); }
    .INDETERMINATE { border-color: var(--fair); }
    .verdict strong { font-size: 1.1rem; }
    .VALID strong { color: var(--good); }
    .INVALID strong { color: var(--bad); }
    code { overflow-wrap: anywhere; }
  `];

  private readonly checked: Loading<EditionSignatures> = new Loading<EditionSignatures>(this,
    () => this.report.edition ? `${this.report.id} ${this.report.edition}` : null,
    (signal) => get<EditionSignatures>(`/reports/${this.report.id}/signature`, {}, signal));

  override render() {
    if (!this.report.edition) {
      return html`<p class="soft">${t('Báo cáo chưa được ký. Chữ ký số có khi thủ trưởng hoặc lãnh đạo đơn vị ký và gửi.',
        'The report is not signed yet: that happens when the head or a leader of the unit signs and sends it.')}</p>`;
    }
    return html`<section><h2>${t('Chữ ký số', 'Digital signature')}</h2>${this.checked.render((checked) => this.renderCheck(checked))}</section>`;
  }

  private renderCheck(checked: EditionSignatures) {
    return html`
      <div class="card verdict ${checked.pdf.status}" role="status">
        <p><strong><span aria-hidden="true">${checked.pdf.status === 'VALID' ? '✓' : checked.pdf.status === 'INVALID' ? '✕' : '?'}</span>
          ${this.verdict(checked.pdf.status)}</strong> – ${t('văn bản', 'document')} ${checked.notation} (${t('bản', 'edition')} ${checked.edition})</p>
        ${this.renderFile(t('Tệp PDF', 'The PDF'), checked.pdf)}
        ${this.renderFile(t('Dữ liệu JSON', 'The data (JSON)'), checked.json)}
      </div>`;
  }

  private verdict(status: string): string {
    switch (status) {
      case 'VALID': return t('Chữ ký hợp lệ: văn bản nguyên vẹn từ khi ký', 'The signature is valid: the document is as it was signed');
      case 'INVALID': return t('Chữ ký KHÔNG hợp lệ: không dùng văn bản này', 'The signature is NOT valid: do not rely on this document');
      default: return t('Chưa kết luận được về chữ ký', 'The signature cannot be judged');
    }
  }

  private renderFile(name: string, file: ReportVerification) {
    return html`
      ${file.signatures.map((signature) => html`
        <p>${name}: ${t('ký bởi', 'signed by')} <b>${signature.signer ?? '–'}</b> ${t('lúc', 'at')} ${moment(signature.signedAt)},
          ${t('chứng thư do', 'certificate by')} ${signature.issuer ?? '–'} ${t('cấp', '')}.
          ${signature.timeStampedAt ? t(`Dấu thời gian ${moment(signature.timeStampedAt)}.`, `Time-stamped ${moment(signature.timeStampedAt)}.`) : nothing}
          ${signature.reasons.map((reason) => html`<br>${told(reason.message)}`)}</p>`)}
      ${file.reasons.map((reason) => html`<p>${told(reason.message)}</p>`)}
      <details class="small"><summary>${name}: ${t('mã băm để đối chiếu', 'hash to compare')}</summary>
        <code>SHA-256 ${file.sha256}</code> ${file.signatures[0]?.format ?? ''}</details>`;
  }
}
