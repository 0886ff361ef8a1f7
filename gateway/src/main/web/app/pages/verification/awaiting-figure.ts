import {LitElement, css, html, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import type {Evidence, Indicator, Measurement} from '@monitoring/api';
import {Problem, address, get, send} from '../../kit/api';
import {Loading} from '../../kit/loading';
import {link} from '../../kit/router';
import {may, session} from '../../kit/session';
import {styles} from '../../kit/styles';
import {date, figure, moment, period, ratio, t} from '../../kit/text';
import {toast} from '../../kit/toast';
import '../../parts/modal-dialog';
import '../../parts/state-notes';
import {findIndicator, findLastVerified} from './known-indicators';

interface Context {
  indicator: Indicator;
  last: Measurement | undefined;
  evidence: Evidence[];
}

/** From this change against the last figure on, the reader is asked to look twice. */
const JUMP = 0.5;

/** A figure that waits, beside the last verified one, with what speaks for it; verified or returned here. Fires `settled`. */
@customElement('awaiting-figure')
export class AwaitingFigure extends LitElement {
  @property({attribute: false}) figure!: Measurement;
  @state() private returning = false;
  @state() private reason = '';
  @state() private failure: unknown = null;
  @state() private busy = false;

  static override shadowRootOptions = {...LitElement.shadowRootOptions, delegatesFocus: true};

  static override styles = [...styles, css`
    .card { padding: .75rem 1rem; }
    :host(:focus-within) .card { border-color: var(--accent); }
    h3 { margin: 0 0 .25rem; }
    dl { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; margin: 0 0 .5rem; }
    dt { color: var(--ink-soft); font-size: .85rem; }
    dd { margin: 0; font-weight: 600; }
    .marks { margin-bottom: .5rem; }
    .mark { background: var(--fair-soft); color: var(--fair); border-radius: var(--radius); padding: .1rem .5rem; font-size: .875rem; font-weight: 600; }
  `];

  private readonly context = new Loading<Context>(
    this,
    () => `${this.figure.id} ${this.figure.version}`,
    async (signal) => {
      const [indicator, last, evidence] = await Promise.all([
        findIndicator(this.figure.indicatorId),
        findLastVerified(this.figure.indicatorId, this.figure.period, this.figure.asOf, signal),
        get<{items: Evidence[]}>(`/measurements/${this.figure.id}/evidence`, {}, signal),
      ]);
      return {indicator, last, evidence: evidence.items};
    },
  );

  override render() {
    return html`<article class="card">${this.context.render((context) => this.renderFigure(context))}</article>`;
  }

  private renderFigure({indicator, last, evidence}: Context) {
    const one = this.figure;
    const unit = indicator.measureUnit ?? '';
    return html`
      <h3><a href=${link(`/indicators/${one.indicatorId}`)}>${indicator.number ? `${indicator.number}. ` : ''}${indicator.name}</a></h3>
      <dl>
        <div><dt>${t('Số liệu mới', 'New figure')}</dt><dd>${figure(one.value)} ${unit}</dd></div>
        ${one.denominator === null ? nothing : html`<div><dt>${t('Tử số/mẫu số', 'Numerator/denominator')}</dt><dd>${ratio(one.numerator, one.denominator)}</dd></div>`}
        <div><dt>${t('Lần trước', 'Last verified')}</dt><dd>${last ? html`${figure(last.value)} <span class="soft small">(${period(last.period)})</span>` : '–'}</dd></div>
        <div><dt>${t('Tại ngày', 'As of')}</dt><dd>${date(one.asOf)}</dd></div>
        <div><dt>${t('Người nhập', 'Entered by')}</dt><dd>${one.submittedBy}, ${moment(one.submittedAt)}</dd></div>
      </dl>
      <div class="row marks">${marks(one, last, evidence).map((mark) => html`<span class="mark">⚠ ${mark}</span>`)}</div>
      ${one.source ? html`<p class="small">${t('Nguồn', 'Source')}: ${one.source}</p>` : nothing}
      ${one.note ? html`<p class="small">${t('Ghi chú', 'Note')}: ${one.note}</p>` : nothing}
      ${evidence.length > 0 ? html`
        <p class="small">${t('Minh chứng', 'Evidence')}:
          ${evidence.map((file) => html`<a href=${address(`/measurements/${one.id}/evidence/${file.id}`)} download>${file.originalName}</a> `)}</p>` : nothing}
      <problem-note .failure=${this.failure}></problem-note>
      ${this.renderActions()}
      ${this.returning ? this.renderReturn() : nothing}`;
  }

  private renderActions() {
    if (this.figure.submittedBy === session().username) {
      return html`<p class="soft small">${t('Anh/chị đã nhập số liệu này: người khác xác nhận.', 'You entered this figure: somebody else verifies it.')}</p>`;
    }
    return html`
      <div class="row no-print">
        ${may('verifyMeasurement') ? html`
          <button class="primary" ?disabled=${this.busy} @click=${this.verify}>${t('Xác nhận', 'Verify')}</button>` : nothing}
        ${may('returnMeasurement') ? html`
          <button ?disabled=${this.busy} @click=${() => { this.returning = true; }}>${t('Trả lại', 'Return')}</button>` : nothing}
      </div>`;
  }

  private renderReturn() {
    return html`
      <modal-dialog .heading=${t('Trả lại số liệu', 'Return the figure')} @close=${() => { this.returning = false; }}>
        <label for="reason">${t('Lý do (người nhập sẽ đọc)', 'Reason (the submitter reads it)')}</label>
        <textarea id="reason" required .value=${this.reason}
          @input=${(event: Event) => { this.reason = (event.target as HTMLTextAreaElement).value; }}></textarea>
        <button slot="actions" @click=${() => { this.returning = false; }}>${t('Thôi', 'Cancel')}</button>
        <button slot="actions" class="primary" ?disabled=${this.busy || this.reason.trim() === ''} @click=${this.sendBack}>
          ${t('Trả lại', 'Return')}</button>
      </modal-dialog>`;
  }

  private async verify(): Promise<void> {
    await this.settle('verification', {}, t('Đã xác nhận.', 'Verified.'));
  }

  private async sendBack(): Promise<void> {
    this.returning = false;
    await this.settle('return', {reason: this.reason.trim()}, t('Đã trả lại.', 'Returned.'));
  }

  private async settle(step: string, body: object, done: string): Promise<void> {
    this.busy = true;
    this.failure = null;
    try {
      await send('POST', `/measurements/${this.figure.id}/${step}`, {body, etag: `"${this.figure.version}"`});
      toast(done);
      this.dispatchEvent(new Event('settled'));
    } catch (failure) {
      this.failure = failure;
      if (failure instanceof Problem && failure.status === 412) {
        this.dispatchEvent(new Event('settled'));
      }
    } finally {
      this.busy = false;
    }
  }
}

/** What to look at twice before it counts. */
function marks(one: Measurement, last: Measurement | undefined, evidence: Evidence[]): string[] {
  const marks: string[] = [];
  if (one.flags.includes('PERCENT_ONLY')) {
    marks.push(t('Chỉ có tỷ lệ, không có tử số và mẫu số', 'A percentage without numerator and denominator'));
  }
  const before = last?.value;
  if (before && one.value !== null && Math.abs(one.value - before) > Math.abs(before) * JUMP) {
    marks.push(t('Thay đổi hơn một nửa so với lần trước', 'Changed by more than half since the last figure'));
  }
  if (evidence.length === 0) {
    marks.push(t('Chưa có minh chứng', 'No evidence'));
  }
  return marks;
}
