import {LitElement, css, html, nothing} from 'lit';
import {customElement, state} from 'lit/decorators.js';
import type {PublicFeedback} from '@monitoring/api';
import {get, send} from '../../kit/api';
import {styles} from '../../kit/styles';
import {date, t} from '../../kit/text';

const STATES: Record<string, string> = {
  RECEIVED: t('Đã tiếp nhận', 'Received'),
  ASSIGNED: t('Đang xử lý', 'Being handled'),
  ANSWERED: t('Đã trả lời', 'Answered'),
  CLOSED: t('Đã kết thúc', 'Closed'),
};

/** How a feedback stands, for who has its code; once answered it may be rated. */
@customElement('feedback-look-up')
export class FeedbackLookUp extends LitElement {
  @state() private found: PublicFeedback | null = null;
  @state() private busy = false;
  @state() private rated = false;
  @state() private failure: unknown = null;

  private code = '';

  static override styles = [...styles, css`
    form { display: flex; flex-wrap: wrap; gap: .5rem; align-items: end; }
    .field { flex: 1 1 12rem; }
    .found { margin-top: 1rem; }
    .answer { white-space: pre-wrap; overflow-wrap: anywhere; border-left: 3px solid var(--line); padding-left: .75rem; }
  `];

  override render() {
    return html`
      <section class="card" aria-labelledby="heading">
        <h2 id="heading">${t('Tra cứu phản ánh', 'Look up feedback')}</h2>
        <form @submit=${this.lookUp}>
          <div class="field"><label for="code">${t('Mã tra cứu', 'Code')}</label><input id="code" name="code" required maxlength="100" autocomplete="off"></div>
          <button ?disabled=${this.busy}>${t('Xem kết quả', 'Show how it stands')}</button>
        </form>
        ${this.failure ? html`<problem-note .failure=${this.failure}></problem-note>` : nothing}
        <div class="found" aria-live="polite">${this.found ? this.renderFound(this.found) : nothing}</div>
      </section>`;
  }

  private renderFound(found: PublicFeedback) {
    return html`
      <p><strong>${STATES[found.status] ?? found.status}</strong>. ${t('Tiếp nhận ngày', 'Received on')} ${date(found.receivedOn)}, ${
        found.answeredOn ? html`${t('trả lời ngày', 'answered on')} ${date(found.answeredOn)}` : html`${t('hạn trả lời', 'due on')} ${date(found.dueOn)}`}.</p>
      ${found.answer ? html`<p class="answer">${found.answer}</p>` : nothing}
      ${found.status !== 'ANSWERED' ? nothing : this.rated ? html`<p>${t('Cảm ơn đã đánh giá.', 'Thank you.')}</p>` : html`
        <div class="row" role="group" aria-label=${t('Mức độ hài lòng, từ 1 đến 5', 'Satisfaction, from 1 to 5')}>
          <span>${t('Mức độ hài lòng', 'Satisfaction')}</span>
          ${[1, 2, 3, 4, 5].map((score) => html`<button ?disabled=${this.busy} @click=${() => this.rate(score)}>${score}</button>`)}
        </div>`}`;
  }

  private lookUp(event: SubmitEvent): void {
    event.preventDefault();
    this.code = String(new FormData(event.currentTarget as HTMLFormElement).get('code') ?? '').trim();
    this.found = null;
    this.rated = false;
    void this.ask(() => get<PublicFeedback>(`/public/feedback/${encodeURIComponent(this.code)}`));
  }

  private rate(score: number): void {
    void this.ask(async () => {
      const {body} = await send<PublicFeedback>('POST', `/public/feedback/${encodeURIComponent(this.code)}/satisfaction`, {body: {score}});
      this.rated = true;
      return body;
    });
  }

  private async ask(question: () => Promise<PublicFeedback>): Promise<void> {
    this.busy = true;
    this.failure = null;
    try {
      this.found = await question();
    } catch (failure) {
      this.failure = failure;
    } finally {
      this.busy = false;
    }
  }
}
