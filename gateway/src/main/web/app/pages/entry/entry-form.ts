import {LitElement, css, html, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import type {DueFigure} from '@monitoring/api';
import {Problem, address, send} from '../../kit/api';
import {styles} from '../../kit/styles';
import {figure, percentage, t, told} from '../../kit/text';
import {toast} from '../../kit/toast';
import '../../parts/state-notes';
import {forgetDraft, keepDraft, keptDraft, type Draft} from './drafts';
import {sendFigure, type Known} from './entry-card';
import './grade-outlook';
import {typed, written} from './numbers';
import {Outlook, type Asked} from './outlook';
import {usualDay} from './periods';

/** From this change against the last figure on, the reporter is asked whether it is right. */
const JUMP = 0.5;

/** The numbers as they are sent. */
type Numbers = {numerator: number; denominator: number} | {value: number};

/** The form of one figure: checked and graded for trial while one types, kept on the device until it is sent. Fires `sent`. */
@customElement('entry-form')
export class EntryForm extends LitElement {
  @property({attribute: false}) due!: DueFigure;
  @property({attribute: false}) known!: Known;
  @state() private draft!: Draft;
  @state() private restored = false;
  @state() private failure: unknown = null;
  @state() private busy = false;

  private file: File | null = null;
  private readonly outlook = new Outlook(this, () => this.due.indicatorId, () => this.asked());

  static override styles = [...styles, css`
    .two { display: grid; grid-template-columns: 1fr 1fr; gap: 0 .75rem; margin-bottom: .75rem; }
    .two .field + .field { margin-top: 0; }
    output { display: block; font-weight: 600; margin: .5rem 0; }
    .ask { background: var(--fair-soft); color: var(--fair); border-radius: var(--radius); padding: .4rem .7rem; margin: .35rem 0; font-weight: 600; }
    .actions { margin-top: .75rem; }
    .choice { display: flex; align-items: center; gap: .5rem; font-weight: 400; min-height: 1.6rem; }
    .choice input { width: 1.2rem; height: 1.2rem; flex: none; }
    ul { margin: .25rem 0; padding-left: 1.25rem; }
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
      value: this.isShare && current?.numerator !== null ? '' : written(current?.value),
      percentOnly: this.isShare && current !== undefined && current.numerator === null && current.value !== null,
      asOf: current?.asOf ?? usualDay(this.due.period),
      source: current?.source ?? '',
      note: current?.note ?? '',
    };
  }

  /** Whether the figure is a share: told as numerator and denominator, or as a bare percentage. */
  private get isShare(): boolean {
    return (this.known.indicator.measureUnit ?? '').trimStart().startsWith('%');
  }

  override render() {
    const unit = this.known.indicator.measureUnit ?? '';
    const numbers = this.numbers();
    const value = numbers && valueOf(numbers);
    return html`
      ${this.restored ? html`<p class="small soft">${t('Đã lấy lại số liệu gõ dở trên máy này.', 'What was typed here before is back.')}</p>` : nothing}
      <form @submit=${this.submit} novalidate>
        ${this.renderNumbers(unit)}
        ${value === null ? nothing : html`<output>= ${this.isShare ? percentage(value) : `${figure(value)} ${unit}`}. ${this.comparison(value)}</output>`}
        ${this.questions(value).map((question) => html`<p class="ask">⚠ ${question}</p>`)}
        <div role="status" aria-live="polite">
          <grade-outlook .preview=${this.outlook.preview} .unit=${unit} ?pending=${this.outlook.pending}></grade-outlook>
          ${this.outlook.failure ? html`<p class="small soft">${this.unforeseen(this.outlook.failure)}</p>` : nothing}
        </div>
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
          ${this.renderEvidence()}
          <input id="file" type="file" @change=${(event: Event) => { this.file = (event.target as HTMLInputElement).files?.[0] ?? null; }}>
        </div>
        <problem-note .failure=${this.failure}></problem-note>
        <div class="row actions">
          <button class="primary" ?disabled=${this.busy || numbers === null}>${t('Gửi', 'Send')}</button>
          <span class="small soft">${t('Người khác sẽ xác nhận trước khi được tính.', 'Somebody else verifies it before it counts.')}</span>
        </div>
      </form>`;
  }

  private renderNumbers(unit: string) {
    if (!this.isShare) {
      return this.renderNumber('value', t(`Giá trị (${unit || 'số'})`, `Value (${unit || 'number'})`));
    }
    return html`
      ${this.draft.percentOnly ? this.renderNumber('value', t('Tỷ lệ (%)', 'Share (%)')) : html`
        <div class="two">
          ${this.renderNumber('numerator', t('Tử số', 'Numerator'))}
          ${this.renderNumber('denominator', t('Mẫu số', 'Denominator'))}
        </div>`}
      <label class="choice">
        <input type="checkbox" .checked=${this.draft.percentOnly}
          @change=${(event: Event) => this.keep({percentOnly: (event.target as HTMLInputElement).checked})}>
        ${t('Chỉ biết tỷ lệ, không có tử số và mẫu số', 'Only the percentage is known')}
      </label>
      ${this.draft.percentOnly ? html`
        <p class="small soft">${t('Số liệu được nhận và gắn cờ: không có tử số và mẫu số thì không cộng lên cấp trên được.',
          'It is taken and flagged: without its counts it cannot be added up with others.')}</p>` : nothing}`;
  }

  /** What is attached already; a file is added to it. */
  private renderEvidence() {
    const {evidence, current} = this.known;
    return evidence.length === 0 ? nothing : html`
      <ul class="small" aria-label=${t('Đã đính kèm', 'Attached already')}>
        ${evidence.map((one) => html`<li><a href=${address(`/measurements/${current?.id ?? ''}/evidence/${one.id}`)} download>${one.originalName}</a></li>`)}
      </ul>`;
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

  private said(field: string): string {
    const refused = this.failure instanceof Problem ? this.failure.ofField(field) : undefined;
    return refused ?? told(this.outlook.preview?.findings.find((finding) => finding.field === field)?.message);
  }

  /** Why nothing can be foretold: what an entry would be refused for, else nothing that the reporter could mend. */
  private unforeseen(failure: unknown): string {
    return failure instanceof Problem && failure.status === 409 ? failure.message
      : t('Chưa xem trước được xếp loại; vẫn gửi số liệu được.', 'The grade cannot be foretold now; the figure can be sent all the same.');
  }

  private take(name: Exclude<keyof Draft, 'percentOnly'>, event: Event): void {
    this.keep({[name]: (event.target as HTMLInputElement).value});
  }

  private keep(typed: Partial<Draft>): void {
    this.draft = {...this.draft, ...typed};
    this.failure = null;
    keepDraft(this.due.indicatorId, this.due.period, this.draft);
  }

  /** What the inputs come to; null while something is missing or is no number. */
  private numbers(): Numbers | null {
    const number = (text: string) => {
      const found = typed(text);
      return Number.isNaN(found) ? null : found;
    };
    if (!this.isShare || this.draft.percentOnly) {
      const value = number(this.draft.value);
      return value === null ? null : {value};
    }
    const [numerator, denominator] = [number(this.draft.numerator), number(this.draft.denominator)];
    return numerator === null || denominator === null ? null : {numerator, denominator};
  }

  private asked(): Asked | null {
    const numbers = this.numbers();
    const {asOf, source} = this.draft;
    return numbers && asOf ? {...numbers, period: this.due.period, asOf, source: source.trim() || null} : null;
  }

  /** The new value beside the target and the last one. */
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
    if (value === null) {
      return questions;
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
      const {body} = await sendFigure(this.due, this.known.current, {
        ...this.numbers(), asOf: this.draft.asOf, source: this.draft.source.trim() || undefined, note: this.draft.note.trim() || undefined,
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

/** The value of the numbers; null when there is nothing to be a share of. */
function valueOf(numbers: Numbers): number | null {
  if ('value' in numbers) {
    return numbers.value;
  }
  return numbers.denominator === 0 ? null : numbers.numerator / numbers.denominator * 100;
}
