import {LitElement, css, html, nothing} from 'lit';
import {customElement, state} from 'lit/decorators.js';
import type {PublicDocument, PublicDocumentCheck} from '@monitoring/api';
import {get, send} from '../../kit/api';
import {styles} from '../../kit/styles';
import {date, moment, t, told, today} from '../../kit/text';
import {Publishers} from './publishers';

/** The generated type renames `exists`, the answer does not. */
type Found = PublicDocument & {exists: boolean};

type Said = {is: 'checked'; check: PublicDocumentCheck} | {is: 'found'; document: Found};

const LARGEST = 25 * 1024 * 1024;

/** Whether a document was issued here: by its file, or by its number. */
@customElement('document-check')
export class DocumentCheck extends LitElement {
  private readonly publishers = new Publishers(this);
  @state() private said: Said | null = null;
  @state() private busy = false;
  @state() private failure: unknown = null;
  @state() private wrong = '';

  static override styles = [...styles, css`
    .two { display: grid; grid-template-columns: repeat(auto-fit, minmax(8rem, 1fr)); gap: .5rem .75rem; margin-bottom: .75rem; }
    .two .field + .field { margin-top: 0; }
    .verdict { border-left: 5px solid var(--none); background: var(--none-soft); border-radius: var(--radius); padding: .75rem 1rem; margin-top: 1rem; }
    .verdict.good { border-color: var(--good); background: var(--good-soft); }
    .verdict.fair { border-color: var(--fair); background: var(--fair-soft); }
    .verdict.bad { border-color: var(--bad); background: var(--bad-soft); }
    .verdict p { margin: .25rem 0 0; overflow-wrap: anywhere; }
    h3 { margin-top: 1rem; }
    form button { margin-top: .5rem; }
  `];

  override render() {
    return html`
      <section class="card" aria-labelledby="heading">
        <h2 id="heading">${t('Kiểm tra văn bản', 'Check a document')}</h2>
        <p class="small soft">${t('Tệp không được lưu lại.', 'The file is not kept.')}</p>
        <form @submit=${this.check}>
          <label for="file">${t('Tệp PDF của văn bản (tối đa 25 MB)', 'PDF of the document (at most 25 MB)')}</label>
          <input id="file" name="file" type="file" accept="application/pdf,.pdf" aria-describedby="wrong" aria-invalid=${this.wrong ? 'true' : 'false'}>
          <p class="error" id="wrong" role="alert">${this.wrong}</p>
          <button class="primary" ?disabled=${this.busy}>${t('Kiểm tra tệp', 'Check the file')}</button>
        </form>
        <h3>${t('Hoặc tra theo số, ký hiệu', 'Or look it up by its number')}</h3>
        <form @submit=${this.find}>
          <div class="two">
            <div class="field"><label for="number">${t('Số', 'Number')}</label><input id="number" name="number" type="number" min="1" required></div>
            <div class="field"><label for="symbol">${t('Ký hiệu', 'Symbol')}</label><input id="symbol" name="symbol" required maxlength="40" placeholder="BC-UBND"></div>
            <div class="field"><label for="unit">${t('Đơn vị (tên hoặc mã)', 'Unit (name or code)')}</label><input id="unit" name="unit" list="units" required maxlength="200" placeholder="10675">${this.publishers.list('units')}</div>
            <div class="field"><label for="year">${t('Năm', 'Year')}</label><input id="year" name="year" type="number" min="2025" max="2100" required .value=${today().slice(0, 4)}></div>
          </div>
          <button ?disabled=${this.busy}>${t('Tra cứu', 'Look up')}</button>
        </form>
        ${this.busy ? html`<loading-note></loading-note>` : nothing}
        ${this.failure ? html`<problem-note .failure=${this.failure}></problem-note>` : nothing}
        <div aria-live="polite">${this.said?.is === 'checked' ? this.renderCheck(this.said.check) : this.said ? this.renderFound(this.said.document) : nothing}</div>
      </section>`;
  }

  private renderCheck(check: PublicDocumentCheck) {
    const {verification, document} = check;
    const changed = verification.status === 'INVALID';
    const certain = check.issuedHere && verification.status === 'VALID';
    const verdict = changed ? t('✕ Không tin được: văn bản đã bị sửa hoặc chữ ký không đúng', '✕ Not genuine: changed, or signed wrongly')
      : certain ? t('✓ Văn bản thật: được phát hành tại đây và chữ ký còn nguyên vẹn', '✓ Genuine: issued here, with an intact signature')
        : check.issuedHere ? t('✓ Văn bản được phát hành tại đây; chữ ký chưa kiểm chứng được đầy đủ', '✓ Issued here; the signature could not be fully verified')
          : t('? Không phải văn bản do hệ thống này phát hành', '? Not issued by this platform');
    return html`
      <div class="verdict ${changed ? 'bad' : certain ? 'good' : 'fair'}">
        <strong>${verdict}</strong>
        <p>${told(check.explanation)}</p>
        ${document ? this.renderFacts(document) : nothing}
        ${verification.reasons.map((reason) => html`<p>${told(reason.message)}</p>`)}
        ${verification.signatures.map((one) => html`<p>${t('Chữ ký của', 'Signed by')} ${one.signer ?? t('người không rõ', 'an unknown signer')}${
          one.signedAt ? `, ${moment(one.signedAt)}` : ''}${one.timeStampedAt ? `, ${t('dấu thời gian', 'time stamp')} ${moment(one.timeStampedAt)}` : ''}</p>`)}
      </div>`;
  }

  private renderFound(document: Found) {
    if (!document.exists) {
      return html`<div class="verdict fair"><strong>${t('? Không có văn bản nào mang số, ký hiệu này', '? There is no document of this number')}</strong>
        <p>${t('Kiểm tra lại số, ký hiệu, đơn vị và năm ghi trên văn bản.', 'Check the number, symbol, unit and year on the document.')}</p></div>`;
    }
    return html`<div class="verdict good"><strong>${t('✓ Có văn bản này', '✓ There is such a document')}</strong>${this.renderFacts(document)}
      <p>${t('Để biết tệp đang cầm có đúng là văn bản này không, hãy kiểm tra tệp ở trên.', 'To know whether your file is this document, check the file above.')}</p></div>`;
  }

  private renderFacts(document: PublicDocument) {
    return html`
      <p><strong>${document.notation}</strong> ${document.title}</p>
      <p>${document.unitName}, ${t('ngày', 'of')} ${date(document.issuedOn)}${document.signer ? `, ${t('người ký', 'signed by')}: ${document.signer}` : ''}</p>
      ${document.latest === false ? html`<p><strong>${t('Đã có bản thay thế', 'It has been replaced')}</strong>${
        document.replacedBy ? ` ${t('bởi', 'by')} ${document.replacedBy}` : ''}${document.replacedOn ? `, ${date(document.replacedOn)}` : ''}</p>` : nothing}`;
  }

  private check(event: SubmitEvent): void {
    event.preventDefault();
    const file = new FormData(event.currentTarget as HTMLFormElement).get('file');
    if (!(file instanceof File) || file.size === 0) {
      this.wrong = t('Hãy chọn tệp PDF cần kiểm tra.', 'Choose the PDF to check.');
      return;
    }
    if (file.size > LARGEST) {
      this.wrong = t('Tệp lớn hơn 25 MB.', 'The file is larger than 25 MB.');
      return;
    }
    const form = new FormData();
    form.set('file', file);
    void this.ask(async () => ({is: 'checked', check: (await send<PublicDocumentCheck>('POST', '/public/documents/check', {form})).body}));
  }

  private find(event: SubmitEvent): void {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const text = (name: string) => String(form.get(name)).trim();
    void this.ask(async () => ({is: 'found', document: await get<Found>('/public/documents',
      {unit: this.publishers.codeOf(text('unit')), symbol: text('symbol'), number: text('number'), year: text('year')})}));
  }

  private async ask(question: () => Promise<Said>): Promise<void> {
    this.busy = true;
    this.wrong = '';
    this.failure = null;
    this.said = null;
    try {
      this.said = await question();
    } catch (failure) {
      this.failure = failure;
    } finally {
      this.busy = false;
    }
  }
}
