import {LitElement, css, html, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import type {Report} from '@monitoring/api';
import {Problem, send} from '../../kit/api';
import {may} from '../../kit/session';
import {styles} from '../../kit/styles';
import {t, today} from '../../kit/text';
import {toast} from '../../kit/toast';
import '../../parts/modal-dialog';
import {change} from './changing';
import {isReceiver, isSender} from './words';

type Step = 'submit' | 'accept' | 'return' | 'correct' | 'withdraw';

/** What the caller may do with the report as it stands now, and what each step means. */
@customElement('report-actions')
export class ReportActions extends LitElement {
  @property({attribute: false}) report!: Report;
  @property({attribute: false}) etag: string | null = null;
  @state() private step: Step | null = null;
  @state() private busy = false;
  @state() private failure: unknown = null;

  static override styles = [...styles, css`
    .card { margin-top: .75rem; }
    .parts { display: grid; gap: .4rem; margin: .3rem 0; }
    .parts label { display: flex; gap: .5rem; align-items: center; font-weight: 400; min-height: 1.75rem; }
    .parts input { flex: none; }
  `];

  private get steps(): Step[] {
    const {report} = this;
    const sender = isSender(report);
    const may1 = (operation: string, who: boolean, step: Step) => may(operation) && who ? [step] : [];
    switch (report.status) {
      case 'DRAFT':
      case 'RETURNED': return may1('submitReport', sender, 'submit');
      case 'CORRECTING': return [...may1('submitReport', sender, 'submit'), ...may1('withdrawReportCorrection', sender, 'withdraw')];
      case 'SUBMITTED': return [...may1('acceptReport', isReceiver(report), 'accept'), ...may1('returnReport', isReceiver(report), 'return')];
      case 'ACCEPTED': return may1('openReportCorrection', sender, 'correct');
      default: return [];
    }
  }

  private get consolidates(): boolean {
    return may('consolidateReports') && isSender(this.report) && this.report.openParts.includes('*');
  }

  override render() {
    const steps = this.steps;
    const hint = this.hint();
    if (steps.length === 0 && !this.consolidates && !hint) {
      return nothing;
    }
    return html`
      <div class="card no-print">
        <div class="row">
          ${hint ? html`<span>${hint}</span>` : nothing}
          ${steps.map((step) => html`
            <button class=${step === 'submit' || step === 'accept' ? 'primary' : step === 'return' ? 'danger' : ''}
              @click=${() => this.begin(step)}>${this.label(step)}</button>`)}
          ${this.consolidates ? html`<button ?disabled=${this.busy} @click=${this.consolidate}>
            ${t('Tổng hợp báo cáo cấp dưới', 'Consolidate the reports below')}</button>` : nothing}
        </div>
        ${this.failure && !this.step ? html`<problem-note .failure=${this.failure}></problem-note>` : nothing}
      </div>
      ${this.step ? this.renderDialog(this.step) : nothing}`;
  }

  /** What the reader can do, in a sentence. */
  private hint(): string {
    const {report} = this;
    switch (report.status) {
      case 'DRAFT':
      case 'RETURNED':
        if (!isSender(report)) {
          return '';
        }
        return may('submitReport')
          ? t('Đọc lại nội dung, rồi ký và gửi.', 'Read it through, then sign and send.')
          : may('editReportSection') ? t('Soạn nội dung; thủ trưởng hoặc lãnh đạo đơn vị ký và gửi.', 'Write; the head or a leader of the unit signs and sends.') : '';
      case 'SUBMITTED':
        return may('acceptReport') && isReceiver(report) ? t('Báo cáo chờ đơn vị bạn tiếp nhận.', 'The report waits for your unit.') : '';
      case 'CORRECTING':
        return isSender(report) ? t('Đang đính chính: chỉ phần đã mở mới sửa được. Bản đã tiếp nhận vẫn có hiệu lực tới khi gửi bản mới.',
          'Under correction: only what was opened may change. The accepted edition stands until the new one is sent.') : '';
      default:
        return '';
    }
  }

  private label(step: Step): string {
    switch (step) {
      case 'submit': return t('Ký và gửi', 'Sign and send');
      case 'accept': return t('Tiếp nhận', 'Accept');
      case 'return': return t('Trả lại', 'Send back');
      case 'correct': return t('Mở đính chính', 'Open a correction');
      case 'withdraw': return t('Thôi đính chính', 'Withdraw the correction');
    }
  }

  private begin(step: Step): void {
    this.failure = null;
    this.step = step;
  }

  private renderDialog(step: Step) {
    return html`
      <modal-dialog .heading=${this.label(step)} @close=${() => { this.step = null; }}>
        <form id="form" @submit=${this.finish}>${this.renderForm(step)}</form>
        ${this.failure ? html`<problem-note .failure=${this.failure}></problem-note>` : nothing}
        <button slot="actions" @click=${() => { this.step = null; }}>${t('Không', 'Cancel')}</button>
        <button slot="actions" type="submit" form="form" class=${step === 'return' ? 'danger' : 'primary'} ?disabled=${this.busy}
          @click=${this.press}>${this.label(step)}</button>
      </modal-dialog>`;
  }

  private renderForm(step: Step) {
    switch (step) {
      case 'submit': return html`
        <p>${t('Hệ thống cấp số, ký số thay mặt đơn vị và gửi lên đơn vị nhận. Bản phát hành không bao giờ thay đổi nữa.',
          'The platform numbers the document, signs it in the unit\'s name and sends it. What is issued never changes.')}</p>
        <div class="field"><label for="number">${t('Số văn bản (để trống: số tiếp theo trong sổ)', 'Number (left out: the next one in the register)')}</label>
          <input id="number" name="number" type="number" min="1" inputmode="numeric"></div>
        <div class="field"><label for="issued">${t('Ngày văn bản', 'Date of the document')}</label>
          <input id="issued" name="issued" type="date" .value=${today()}></div>`;
      case 'accept': return html`<p>${t('Báo cáo đã tiếp nhận không thay đổi nữa; muốn sửa phải mở đính chính.',
        'An accepted report changes no more; to change it, a correction is opened.')}</p>`;
      case 'withdraw': return html`<p>${t('Khóa lại các phần đã mở. Chỉ được khi chưa sửa gì.', 'Locks the opened parts again; possible while nothing was changed.')}</p>`;
      case 'return': return this.renderReason(t('Lý do trả lại, nêu rõ phải sửa gì', 'Why, and what is to be mended'));
      case 'correct': return html`
        ${this.renderReason(t('Lý do đính chính', 'Why it is corrected'))}
        <div class="field"><label for="document">${t('Văn bản làm căn cứ (nếu có)', 'The decision behind it (if any)')}</label><input id="document" name="document"></div>
        <fieldset class="field"><legend>${t('Mở những phần nào', 'Which parts are opened')}</legend>
          <div class="parts">
            <label><input type="checkbox" name="part" value="*">${t('Toàn bộ báo cáo', 'The whole report')}</label>
            ${this.report.sections.map((section) => html`
              <label><input type="checkbox" name="part" value=${`section:${section.key}`}>${section.title}</label>`)}
          </div></fieldset>`;
    }
  }

  private renderReason(label: string) {
    return html`<div class="field"><label for="reason">${label}</label><textarea id="reason" name="reason" required></textarea></div>`;
  }

  /** The form is not in the button's tree of slots in every browser: send it by hand. */
  private press(event: Event): void {
    event.preventDefault();
    this.renderRoot.querySelector<HTMLFormElement>('#form')?.requestSubmit();
  }

  private async finish(event: Event): Promise<void> {
    event.preventDefault();
    const {report, etag, step} = this;
    const form = new FormData(event.target as HTMLFormElement);
    const said = (name: string) => String(form.get(name) ?? '').trim() || undefined;
    const path = `/reports/${report.id}`;
    this.busy = true;
    this.failure = await (async () => {
      switch (step) {
        case 'submit': {
          const number = said('number');
          return change(this, 'POST', `${path}/submission`, etag,
            {documentNumber: number ? Number(number) : undefined, issuedOn: said('issued')}, t('Đã ký và gửi.', 'Signed and sent.'));
        }
        case 'accept': return change(this, 'POST', `${path}/acceptance`, etag, undefined, t('Đã tiếp nhận.', 'Accepted.'));
        case 'return': return change(this, 'POST', `${path}/return`, etag, {reason: said('reason')}, t('Đã trả lại.', 'Sent back.'));
        case 'withdraw': return change(this, 'POST', `${path}/correction-withdrawal`, etag, undefined, t('Đã khóa lại.', 'Locked again.'));
        case 'correct': return change(this, 'POST', `${path}/corrections`, etag,
          {reason: said('reason'), document: said('document'), parts: form.getAll('part').map(String)}, t('Đã mở đính chính.', 'Opened for correction.'));
        default: return null;
      }
    })();
    this.busy = false;
    if (!this.failure || this.failure instanceof Problem && this.failure.status === 412) {
      this.step = null;
    }
  }

  private async consolidate(): Promise<void> {
    this.busy = true;
    this.failure = null;
    try {
      await send('POST', `/reports/${this.report.id}/consolidation`, {etag: this.etag});
      toast(t('Đã tổng hợp từ các báo cáo đã tiếp nhận.', 'Consolidated from the accepted reports.'));
      this.dispatchEvent(new CustomEvent<unknown>('late', {detail: null, bubbles: true, composed: true}));
    } catch (failure) {
      this.failure = failure;
      this.dispatchEvent(new CustomEvent<unknown>('late', {detail: failure, bubbles: true, composed: true}));
    } finally {
      this.busy = false;
    }
  }
}
