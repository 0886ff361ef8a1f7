import {LitElement, css, html, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';
import type {Measurement, PeriodVerification} from '@monitoring/api';
import {get, send} from '../../kit/api';
import {kind} from '../../kit/feed';
import {Loading} from '../../kit/loading';
import {onMove, query, setQuery} from '../../kit/router';
import {may} from '../../kit/session';
import {styles} from '../../kit/styles';
import {period, t} from '../../kit/text';
import {toast} from '../../kit/toast';
import {findUnit} from '../../kit/units';
import '../../parts/modal-dialog';
import '../../parts/state-notes';
import './awaiting-figure';
import type {AwaitingFigure} from './awaiting-figure';
import './waiting-count';

const SHOWN = 50;

/** Figures of one unit and period that wait together. */
interface Group {
  unit: string;
  unitName: string;
  period: string;
  figures: Measurement[];
}

interface Inbox {
  groups: Group[];
  more: boolean;
}

/** Figures that wait for verification, by unit and period, the newest first; what arrives shows by itself. */
@customElement('figure-inbox')
export class FigureInbox extends LitElement {
  @property() unit = '';
  @state() private period = '';
  /** What is asked about before it is done. */
  @state() private asked: {what: 'verify' | 'close'; group: Group} | null = null;
  @state() private failure: unknown = null;
  @state() private busy = false;

  static override styles = [...styles, css`
    section + section { margin-top: 1.5rem; }
    .head { margin-bottom: .5rem; }
    .head h2 { margin: 0; }
    .filter { max-width: 14rem; }
    kbd { border: 1px solid var(--line); border-radius: 4px; padding: 0 .35rem; background: var(--paper); font: inherit; }
    awaiting-figure + awaiting-figure { margin-top: .5rem; }
  `];

  private stop: (() => void) | undefined;
  /** Ids that were there before, to tell what is new. */
  private seen: Set<string> | null = null;

  private readonly inbox = new Loading<Inbox>(
    this,
    () => this.unit ? `${this.unit} ${this.period}` : null,
    (signal) => this.load(signal),
    (entry) => kind(entry).startsWith('measurement.'),
  );

  override connectedCallback(): void {
    super.connectedCallback();
    this.stop = onMove(() => { this.period = query('period') ?? ''; });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop?.();
  }

  private async load(signal: AbortSignal): Promise<Inbox> {
    const page = await get<{items: Measurement[]; next: string | null}>('/measurements',
      {status: 'SUBMITTED', unit: this.unit, period: this.period, limit: SHOWN}, signal);
    const groups = new Map<string, Group>();
    for (const figure of page.items) {
      const key = `${figure.responsibleUnitCode} ${figure.period}`;
      let group = groups.get(key);
      if (!group) {
        const {name} = await findUnit(figure.responsibleUnitCode);
        group = {unit: figure.responsibleUnitCode, unitName: name, period: figure.period, figures: []};
        groups.set(key, group);
      }
      group.figures.push(figure);
    }
    return {groups: [...groups.values()], more: page.next !== null};
  }

  override render() {
    return html`
      <div class="row no-print">
        <div class="filter">
          <label for="period">${t('Kỳ (ví dụ 2026-Q3)', 'Period (such as 2026-Q3)')}</label>
          <input id="period" .value=${this.period} placeholder=${t('Mọi kỳ', 'All periods')}
            @change=${(event: Event) => setQuery({period: (event.target as HTMLInputElement).value.trim() || null})}>
        </div>
        <p class="push small soft"><kbd>j</kbd> <kbd>k</kbd> ${t('sang số liệu sau, trước', 'next, previous figure')}</p>
      </div>
      ${this.inbox.render((inbox) => this.renderInbox(inbox))}
      ${this.renderQuestion()}`;
  }

  private renderInbox(inbox: Inbox) {
    const before = this.seen;
    this.seen = new Set(inbox.groups.flatMap((group) => group.figures.map((figure) => figure.id)));
    if (inbox.groups.length === 0) {
      return html`
        <empty-note .heading=${t('Không có số liệu nào chờ xác nhận', 'No figure awaits verification')}>
          ${t('Số liệu mới nhập sẽ tự hiện ở đây.', 'New figures show here by themselves.')}</empty-note>`;
    }
    return html`
      <div @keydown=${this.move}>
        ${repeat(inbox.groups, (group) => `${group.unit} ${group.period}`, (group) => html`
          <section aria-label="${group.unitName}, ${period(group.period)}">
            <div class="row head">
              <h2>${group.unitName} · ${period(group.period)}</h2>
              <span class="soft">${t(`${group.figures.length} số liệu`, group.figures.length === 1 ? '1 figure' : `${group.figures.length} figures`)}</span>
              <span class="push row no-print">
                ${may('verifyPeriod') ? html`
                  <button @click=${() => this.ask('verify', group)}>${t('Xác nhận tất cả', 'Verify all')}</button>` : nothing}
                ${may('closePeriod') ? html`
                  <button class="plain" @click=${() => this.ask('close', group)}>${t('Khóa kỳ', 'Close the period')}</button>` : nothing}
              </span>
            </div>
            ${repeat(group.figures, (figure) => figure.id, (figure) => html`
              <awaiting-figure class=${before && !before.has(figure.id) ? 'news' : ''} .figure=${figure}
                @settled=${() => this.inbox.again()}></awaiting-figure>`)}
          </section>`)}
        ${inbox.more ? html`<p class="soft">${t(
          `Còn nữa: mới hiện ${SHOWN} số liệu mới nhất. Chọn kỳ hoặc đơn vị trực thuộc để thu hẹp.`,
          `There are more: the newest ${SHOWN} are shown. Narrow by period or unit below.`)}</p>` : nothing}
      </div>`;
  }

  private ask(what: 'verify' | 'close', group: Group): void {
    this.failure = null;
    this.asked = {what, group};
  }

  private renderQuestion() {
    if (!this.asked) {
      return nothing;
    }
    const {what, group} = this.asked;
    const heading = what === 'verify'
      ? t('Xác nhận tất cả số liệu của kỳ?', 'Verify all figures of the period?')
      : t('Khóa số liệu của kỳ?', 'Close the figures of the period?');
    return html`
      <modal-dialog .heading=${heading} @close=${() => { this.asked = null; }}>
        <p><strong>${group.unitName} · ${period(group.period)}</strong></p>
        ${what === 'verify' ? html`
          <waiting-count .unit=${group.unit} .period=${group.period}></waiting-count>` : html`
          <p>${t('Sau khi khóa, không ai nhập hoặc sửa số liệu của kỳ này được nữa; mở lại cần một văn bản quyết định.',
            'Once closed, nobody can enter or change figures of this period; opening it again takes a decision document.')}</p>`}
        <problem-note .failure=${this.failure}></problem-note>
        <button slot="actions" @click=${() => { this.asked = null; }}>${t('Thôi', 'Cancel')}</button>
        <button slot="actions" class="primary" ?disabled=${this.busy} @click=${this.settle}>
          ${what === 'verify' ? t('Xác nhận tất cả', 'Verify all') : t('Khóa kỳ', 'Close the period')}</button>
      </modal-dialog>`;
  }

  private async settle(): Promise<void> {
    const {what, group} = this.asked!;
    const path = `/units/${group.unit}/periods/${group.period}`;
    this.busy = true;
    try {
      if (what === 'verify') {
        const {body} = await send<PeriodVerification>('POST', `${path}/verification`, {body: {}});
        toast(t(`Đã xác nhận ${body.verified} số liệu.`, `${body.verified} figures verified.`));
      } else {
        await send('POST', `${path}/closure`);
        toast(t('Đã khóa kỳ.', 'The period is closed.'));
      }
      this.asked = null;
      await this.inbox.again();
    } catch (failure) {
      this.failure = failure;
    } finally {
      this.busy = false;
    }
  }

  /** j and k move from figure to figure, as in a mailbox. */
  private move(event: KeyboardEvent): void {
    const step = event.key === 'j' ? 1 : event.key === 'k' ? -1 : 0;
    const typing = event.composedPath().some((node) => node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement);
    if (step === 0 || typing || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const figures = [...this.renderRoot.querySelectorAll<AwaitingFigure>('awaiting-figure')];
    const at = figures.findIndex((figure) => figure.matches(':focus-within, :focus'));
    figures[Math.min(Math.max(at + step, 0), figures.length - 1)]?.focus();
    event.preventDefault();
  }
}
