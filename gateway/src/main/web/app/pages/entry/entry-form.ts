import {LitElement, css, html, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import type {DueFigure} from '@monitoring/api';
import {Problem, send} from '../../kit/api';
import {styles} from '../../kit/styles';
import {figure, percentage, t} from '../../kit/text';
import {toast} from '../../kit/toast';
import '../../parts/state-notes';
import {forgetDraft, keepDraft, keptDraft, type Draft} from './drafts';
import {sendFigure, type Known} from './entry-card';
import {typed, written} from './numbers';
import {usualDay} from './periods';

/** From this change against the last figure on, the reporter is asked whether it is right. */
const JUMP = 0.5;

/** The form of one figure: checked while one types, kept on the device until it is sent. Fires `sent`. */
@customElement('entry-form')
export class EntryForm extends LitElement {
  @property({attribute: false}) due!: DueFigure;
  @property({attribute: false}) known!: Known;
  @state() private draft!: Draft;
  @state() private restored = false;
  @state() private failure: unknown = null;
  @state() private busy = false;

  private file: File | null = null;

  static override styles = [...styles, css`
    .two { display: grid; grid-template-columns: 1fr 1fr; gap: 0 .75rem; margin-bottom: .75rem; }
    .two .field + .field { margin-top: 0; }
    output { display: block; font-weight: 600; margin: .5rem 0; }
    .ask { background: var(--fair-soft); color: var(--fair); border-radius: var(--radius); padding: .4rem .7rem; margin: .35rem 0; font-weight: 600; }
    .actions { margin-top: .75rem; }
  `];

  override connectedCallback(): void {
    super.connectedCallback();
    const kept = keptDraft(this.due.indicatorId, this.due.period);
    this.restored = kept !== null;
    this.draft = kept ?? this.beginning();
  }

  /** An empty form, or what stands for the period already. */
  private beginning(): Draft {
    const {current, last} = this.known;
    return {
      numerator: written(current?.numerator),
      denominator: written(current?.denominator ?? (this.isShare ? last?.denominator : null)),
      value: this.isShare ? '' : written(current?.value),
      asOf: current?.asOf ?? usualDay(this.due.period),
      source: current?.source ?? '',
      note: current?.note ?? '',
    };
  }

  /** Whether the figure is a share: told as numerator and denominator. */
  private get isShare(): boolean {
    return (this.known.indicator.measureUnit ?? '').includes('%');
  }

  override render() {
    const unit = this.known.indicator.measureUnit ?? '';
    const value = this.value();
    return html`
      ${this.restored ? html`<p class="small soft">${t('Đã lấy lại số liệu gõ dở trên máy này.', 'What was typed here before is back.')}</p>` : nothing}
      <form @submit=${this.submit} novalidate>
        ${this.isShare ? html`
          <div class="two">
            ${this.renderNumber('numerator', t('Tử số', 'Numerator'))}
            ${this.renderNumber('denominator', t('Mẫu số', 'Denominator'))}
          </div>` : this.renderNumber('value', t(`Giá trị (${unit || 'số'})`, `Value (${unit || 'number'})`))}
        ${value !== null && !Number.isNaN(value) ? html`<output>= ${this.isShare ? percentage(value) : `${figure(value)} ${unit}`}. ${this.comparison(value)}</output>` : nothing}
        ${this.questions(value).map((question) => html`<p class="ask">⚠ ${question}</p>`)}
        <div class="field">
          <label for="asOf">${t('Tính đến ngày', 'As of')}</label>
          <input id="asOf" type="date" required .value=${this.draft.asOf} aria-invalid=${this.said('asOf') ? 'true' : nothing}
            @input=${(event: Event) => this.take('asOf', event)}>
          ${this.renderSaid('asOf')}
        </div>
        <div class="field">
          <label for="source">${t('Nguồn số liệu', 'Source')}</label>
          <input id="source" .value=${this.draft.source} @input=${(event: Event) => this.take('source', event)}>
          ${this.known.last?.source ? html`<p class="small soft">${t('Lần trước', 'Last time')}: ${this.known.last.source}</p>` : nothing}
        </div>
        <div class="field">
          <label for="note">${t('Ghi chú', 'Note')} <span class="soft">(${t('không bắt buộc', 'optional')})</span></label>
          <input id="note" .value=${this.draft.note} @input=${(event: Event) => this.take('note', event)}>
        </div>
        <div class="field">
          <label for="file">${t('Tệp minh chứng', 'Evidence')} <span class="soft">(${t('không bắt buộc', 'optional')})</span></label>
          <input id="file" type="file" @change=${(event: Event) => { this.file = (event.target as HTMLInputElement).files?.[0] ?? null; }}>
        </div>
        <problem-note .failure=${this.failure}></problem-note>
        <div class="row actions">
          <button class="primary" ?disabled=${this.busy || value === null || Number.isNaN(value)}>${t('Gửi', 'Send')}</button>
          <span class="small soft">${t('Người khác sẽ xác nhận trước khi được tính.', 'Somebody else verifies it before it counts.')}</span>
        </div>
      </form>`;
  }

  private renderNumber(name: 'numerator' | 'denominator' | 'value', label: string) {
    const wrong = Number.isNaN(typed(this.draft[name]));
    return html`
      <div class="field">
        <label for=${name}>${label}</label>
        <input id=${name} inputmode="decimal" autocomplete="off" .value=${this.draft[name]} aria-invalid=${wrong || this.said(name) ? 'true' : nothing}
          @input=${(event: Event) => this.take(name, event)}>
        ${wrong ? html`<p class="error">${t('Gõ số như 1.908,5', 'Type a number such as 1,908.5')}</p>` : nothing}
        ${this.renderSaid(name)}
      </div>`;
  }

  private renderSaid(field: string) {
    const said = this.said(field);
    return said ? html`<p class="error">${said}</p>` : nothing;
  }

  private said(field: string): string | undefined {
    return this.failure instanceof Problem ? this.failure.ofField(field) : undefined;
  }

  private take(name: keyof Draft, event: Event): void {
    this.draft = {...this.draft, [name]: (event.target as HTMLInputElement).value};
    keepDraft(this.due.indicatorId, this.due.period, this.draft);
  }

  /** What the inputs come to; null while something is missing, NaN for what is no number. */
  private value(): number | null {
    if (!this.isShare) {
      return typed(this.draft.value);
    }
    const [numerator, denominator] = [typed(this.draft.numerator), typed(this.draft.denominator)];
    return numerator === null || !denominator ? (Number.isNaN(numerator) || Number.isNaN(denominator) ? NaN : null) : numerator / denominator * 100;
  }

  /** The new value beside the target and the last one; how it is graded is said once it is verified. */
  private comparison(value: number): string {
    const {last, grade} = this.known;
    const words: string[] = [];
    if (grade?.target?.low !== null && grade?.target?.low !== undefined) {
      words.push(t(`Mục tiêu ${grade.target.raw}.`, `Target ${grade.target.raw}.`));
    }
    if (last?.value !== null && last?.value !== undefined) {
      const change = value - last.value;
      words.push(change === 0 ? t('Bằng lần trước.', 'As before.')
        : change > 0 ? t(`Tăng ${figure(change)} so với lần trước.`, `Up ${figure(change)}.`) : t(`Giảm ${figure(-change)} so với lần trước.`, `Down ${figure(-change)}.`));
    }
    return words.join(' ');
  }

  /** What may be a slip: asked, not refused. */
  private questions(value: number | null): string[] {
    const questions: string[] = [];
    if (value === null || Number.isNaN(value)) {
      return questions;
    }
    if (this.isShare && (value < 0 || value > 100)) {
      questions.push(t('Tỷ lệ nằm ngoài 0–100 %: kiểm tra tử số và mẫu số.', 'The share is outside 0–100 %: check numerator and denominator.'));
    }
    const before = this.known.last?.value;
    if (before && Math.abs(value - before) > Math.abs(before) * JUMP) {
      questions.push(t('Thay đổi hơn một nửa so với lần trước: có đúng không?', 'Changed by more than half since the last figure: is it right?'));
    }
    return questions;
  }

  private async submit(event: Event): Promise<void> {
    event.preventDefault();
    this.busy = true;
    this.failure = null;
    try {
      const numbers = this.isShare
        ? {numerator: typed(this.draft.numerator), denominator: typed(this.draft.denominator)} : {value: typed(this.draft.value)};
      const {body} = await sendFigure(this.due, this.known.current, {
        ...numbers, asOf: this.draft.asOf, source: this.draft.source.trim() || undefined, note: this.draft.note.trim() || undefined,
      });
      forgetDraft(this.due.indicatorId, this.due.period);
      toast(await this.attach(body.id) ?? t('Đã gửi, chờ xác nhận.', 'Sent; it awaits verification.'));
      this.dispatchEvent(new Event('sent'));
    } catch (failure) {
      this.failure = failure;
    } finally {
      this.busy = false;
    }
  }

  /** Sends the file after its figure, which stands even when the file is refused: then says so. */
  private async attach(measurementId: string): Promise<string | null> {
    if (!this.file) {
      return null;
    }
    const form = new FormData();
    form.set('file', this.file);
    try {
      await send('POST', `/measurements/${measurementId}/evidence`, {form});
      return null;
    } catch (failure) {
      const why = failure instanceof Problem ? failure.message : String(failure);
      return t(`Số liệu đã gửi, nhưng tệp minh chứng thì chưa: ${why} Mở lại số liệu để gửi tệp.`,
        `The figure was sent, but its evidence was not: ${why} Open the figure again to send the file.`);
    }
  }
}
