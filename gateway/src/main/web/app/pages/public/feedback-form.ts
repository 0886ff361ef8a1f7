import {LitElement, css, html, nothing} from 'lit';
import {customElement, state} from 'lit/decorators.js';
import type {PublicFeedbackReceipt} from '@monitoring/api';
import {Problem, send} from '../../kit/api';
import {styles} from '../../kit/styles';
import {date, t} from '../../kit/text';
import {Publishers} from './publishers';

/** What feedback may be about: codes of the fields by which units set how soon they answer. */
const FIELDS: readonly {code: string; label: string}[] = [
  {code: 'dich-vu-cong', label: t('Dịch vụ công trực tuyến', 'Online public services')},
  {code: 'ha-tang-so', label: t('Hạ tầng số, mạng', 'Digital infrastructure')},
  {code: 'so-lieu', label: t('Số liệu đã công khai', 'Published data')},
  {code: 'chuyen-doi-so', label: t('Chuyển đổi số', 'Digital transformation')},
  {code: 'khac', label: t('Việc khác', 'Something else')},
];

/** Feedback of citizens, answered with a code that is shown once. */
@customElement('feedback-form')
export class FeedbackForm extends LitElement {
  private readonly publishers = new Publishers(this);
  @state() private receipt: PublicFeedbackReceipt | null = null;
  @state() private busy = false;
  @state() private failure: unknown = null;

  static override styles = [...styles, css`
    form button { margin-top: .75rem; }
    .code { font-size: 1.4rem; font-weight: 600; user-select: all; overflow-wrap: anywhere; }
    .receipt { background: var(--good-soft); border-left: 5px solid var(--good); border-radius: var(--radius); padding: .75rem 1rem; }
  `];

  override render() {
    return html`
      <section class="card" aria-labelledby="heading">
        <h2 id="heading">${t('Gửi phản ánh, kiến nghị', 'Send feedback')}</h2>
        <div role="status">${this.receipt ? this.renderReceipt(this.receipt) : nothing}</div>
        ${this.receipt ? html`<p><button @click=${() => { this.receipt = null; }}>${t('Gửi phản ánh khác', 'Send another')}</button></p>` : this.renderForm()}
      </section>`;
  }

  private renderReceipt(receipt: PublicFeedbackReceipt) {
    return html`
      <div class="receipt">
        <strong>${t('✓ Đã tiếp nhận. Hãy ghi lại mã tra cứu, mã chỉ hiện một lần:', '✓ Received. Note the code, it is shown this once:')}</strong>
        <p class="code">${receipt.code}</p>
        <p>${t('Tiếp nhận ngày', 'Received on')} ${date(receipt.receivedOn)}, ${t('trả lời chậm nhất ngày', 'answered at the latest on')} ${date(receipt.dueOn)}.</p>
      </div>`;
  }

  private renderForm() {
    return html`
      <form @submit=${this.submit}>
        ${this.renderField('unitCode', t('Đơn vị nhận (tên hoặc mã xã, phường)', 'Receiving unit (name or code)'),
          html`<input id="unitCode" name="unitCode" list="units" required maxlength="200" placeholder="10675" aria-describedby="unitCode-error">
            ${this.publishers.list('units')}`)}
        ${this.renderField('field', t('Lĩnh vực', 'Field'), html`<select id="field" name="field" required aria-describedby="field-error">${FIELDS.map((one) => html`
          <option value=${one.code}>${one.label}</option>`)}</select>`)}
        ${this.renderField('subject', t('Tiêu đề', 'Subject'), html`<input id="subject" name="subject" required maxlength="300" aria-describedby="subject-error">`)}
        ${this.renderField('content', t('Nội dung', 'Content'), html`<textarea id="content" name="content" required maxlength="4000" aria-describedby="content-error"></textarea>`)}
        ${this.renderField('contact', t('Điện thoại hoặc thư điện tử', 'Telephone or e-mail'),
          html`<input id="contact" name="contact" required maxlength="200" autocomplete="email" aria-describedby="contact-error contact-hint">
            <p class="hint" id="contact-hint">${t('Chỉ người xử lý xem được.', 'Only those who handle it may see it.')}</p>`)}
        ${this.failure ? html`<problem-note .failure=${this.failure}></problem-note>` : nothing}
        <button class="primary" ?disabled=${this.busy}>${t('Gửi', 'Send')}</button>
      </form>`;
  }

  private renderField(name: string, label: string, control: unknown) {
    const problem = this.failure instanceof Problem ? this.failure : null;
    const wrong = problem?.ofField(name) ?? problem?.ofField(`sender.${name}`);
    return html`
      <div class="field"><label for=${name}>${label}</label>${control}
        <p class="error" id="${name}-error" ?hidden=${!wrong}>${wrong ?? ''}</p></div>`;
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const text = (name: string) => String(form.get(name) ?? '').trim();
    this.busy = true;
    this.failure = null;
    try {
      const body = {unitCode: this.publishers.codeOf(text('unitCode')), field: text('field'), subject: text('subject'), content: text('content'), sender: {contact: text('contact')}};
      this.receipt = (await send<PublicFeedbackReceipt>('POST', '/public/feedback', {body})).body;
    } catch (failure) {
      this.failure = failure;
    } finally {
      this.busy = false;
    }
  }
}
