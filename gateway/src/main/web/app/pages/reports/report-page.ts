import {LitElement, css, html, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import type {FeedEntry, Report, Unit} from '@monitoring/api';
import {Problem, read, type Held} from '../../kit/api';
import {kind} from '../../kit/feed';
import {Loading} from '../../kit/loading';
import {link, onMove, query, setQuery} from '../../kit/router';
import {styles} from '../../kit/styles';
import {date, moment, period, t} from '../../kit/text';
import {findUnit} from '../../kit/units';
import '../../parts/status-badge';
import './report-actions';
import './report-changes';
import './report-document';
import './report-figures';
import './report-history';
import './report-section';
import './report-signature';
import './report-sources';
import './report-tasks';
import {left, overtaken} from './words';

interface Shown extends Held<Report> {
  sender: Unit | null;
}

type View = 'text' | 'figures' | 'tasks' | 'document' | 'history';

const VIEWS: [View, () => string][] = [
  ['text', () => t('Nội dung', 'Text')],
  ['figures', () => t('Số liệu đã chốt', 'Frozen figures')],
  ['tasks', () => t('Nhiệm vụ', 'Tasks')],
  ['document', () => t('Văn bản và chữ ký', 'Document and signature')],
  ['history', () => t('Lịch sử', 'History')],
];

/** A report from its draft to the signed document, for those who write, those who accept and those who read it. */
@customElement('report-page')
export class ReportPage extends LitElement {
  @property({attribute: false}) params: Record<string, string> = {};
  @state() private view: View = 'text';
  @state() private late = false;
  @state() private fresh = false;

  private stop: (() => void) | undefined;
  private version = -1;

  static override styles = [...styles, css`
    .tabs { border-bottom: 1px solid var(--line); margin: 1rem 0; gap: .25rem; }
    .tabs button { border-radius: var(--radius) var(--radius) 0 0; border-bottom-width: 3px; }
    .tabs button[aria-selected='true'] { border-color: transparent transparent var(--accent); color: var(--accent); }
    .tabs button[aria-selected='false'] { border-color: transparent; font-weight: 400; }
    dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: .5rem 1rem; margin: .75rem 0 0; }
    dt { color: var(--ink-soft); font-size: .875rem; }
    dd { margin: 0; }
    .returned { border-left: 4px solid var(--fair); margin-top: .75rem; }
    @media print { .tabs { display: none; } }
  `];

  private readonly shown: Loading<Shown> = new Loading<Shown>(this, () => this.params['id'] ?? null, async (signal) => {
    const held = await read<Report>(`/reports/${this.params['id']}`, {}, signal);
    this.fresh = this.version >= 0 && held.body.version !== this.version;
    this.version = held.body.version;
    return {...held, sender: await findUnit(held.body.unitCode).catch(() => null)};
  }, (entry) => this.concerns(entry));

  override connectedCallback(): void {
    super.connectedCallback();
    this.stop = onMove(() => {
      const asked = query('view');
      this.view = VIEWS.find(([name]) => name === asked)?.[0] ?? 'text';
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop?.();
  }

  /** Newer facts show among the changes; everything else of the report comes with its own news. */
  private concerns(entry: FeedEntry): boolean {
    const report = this.shown.value?.body;
    return entry.subject === this.params['id']
      || report !== undefined && entry.unitCode.startsWith(report.unitCode) && /^(grade|task)\./.test(kind(entry));
  }

  override render() {
    return this.shown.render((shown) => this.renderReport(shown));
  }

  private renderReport({body: report, etag, sender}: Shown) {
    const owed = ['DRAFT', 'RETURNED', 'CORRECTING'].includes(report.status);
    return html`
      <p class="small no-print"><a href=${link('/reports')}>${t('Báo cáo', 'Reports')}</a> ›
        ${sender?.name ?? report.unitCode} › ${period(report.period)}</p>
      <h1>${report.title}</h1>
      <div class=${this.fresh ? 'row news' : 'row'}>
        <status-badge of="report" code=${report.status}></status-badge>
        <status-badge of="punctuality" code=${report.punctuality}></status-badge>
        ${owed ? html`<span>${t('Hạn gửi', 'Due')} ${date(report.dueOn)} (${left(report.dueOn)})</span>` : nothing}
        <button class="push no-print" @click=${() => window.print()}>${t('In', 'Print')}</button>
      </div>
      ${this.late ? overtaken() : nothing}
      <dl>
        ${this.fact(t('Số liệu từ', 'Figures from'), `${date(report.from)} – ${date(report.cutOffOn)}`)}
        ${this.fact(t('Lập dự thảo', 'Drafted'), `${moment(report.draftedAt)}, ${report.draftedBy}`)}
        ${report.submittedAt ? this.fact(t('Ký, gửi', 'Signed and sent'), `${moment(report.submittedAt)}, ${report.submittedBy}`) : nothing}
        ${report.acceptedAt ? this.fact(t('Tiếp nhận', 'Accepted'), `${moment(report.acceptedAt)}, ${report.acceptedBy}`) : nothing}
        ${report.edition ? this.fact(t('Bản phát hành', 'Edition'), String(report.edition)) : nothing}
      </dl>
      ${report.status === 'RETURNED' && report.returnReason ? html`
        <div class="card returned"><strong>${t('Bị trả lại', 'Returned')} ${moment(report.returnedAt)}:</strong> ${report.returnReason}</div>` : nothing}
      <report-actions .report=${report} .etag=${etag} @changed=${this.take} @late=${this.reload}></report-actions>
      <div class="row tabs no-print" role="tablist" aria-label=${t('Phần của báo cáo', 'Parts of the report')} @keydown=${this.move}>
        ${VIEWS.map(([name, label]) => html`
          <button role="tab" id=${`tab-${name}`} aria-controls="panel" aria-selected=${this.view === name} tabindex=${this.view === name ? 0 : -1}
            @click=${() => setQuery({view: name === 'text' ? null : name})}>${label()}${name === 'figures' && report.changedSince.length > 0
              ? t(` (${report.changedSince.length} thay đổi)`, ` (${report.changedSince.length} changed)`) : ''}</button>`)}
      </div>
      <div id="panel" role="tabpanel" aria-labelledby=${`tab-${this.view}`} @changed=${this.take} @late=${this.reload}>
        ${this.renderView(report, etag)}
      </div>`;
  }

  private fact(term: string, value: string) {
    return html`<div><dt>${term}</dt><dd>${value}</dd></div>`;
  }

  private renderView(report: Report, etag: string | null) {
    switch (this.view) {
      case 'figures': return html`
        <report-changes .report=${report} .etag=${etag}></report-changes>
        <report-figures .report=${report} .etag=${etag}></report-figures>`;
      case 'tasks': return html`<report-tasks .report=${report}></report-tasks>`;
      case 'document': return html`
        <report-signature .report=${report}></report-signature>
        <report-document .report=${report}></report-document>`;
      case 'history': return html`
        <report-history .report=${report}></report-history>
        <report-sources .report=${report}></report-sources>`;
      default: return html`
        <div class="stack">${report.sections.map((section) => html`
          <report-section .report=${report} .section=${section} .etag=${etag}></report-section>`)}</div>`;
    }
  }

  /** A part changed the report: its answer is the newest state. */
  private take(event: Event): void {
    const changed = (event as CustomEvent<Held<Report>>).detail;
    this.late = false;
    this.version = changed.body.version;
    this.shown.put({...changed, sender: this.shown.value?.sender ?? null});
  }

  /** A part could not change the report, or changed more than itself. */
  private reload(event: Event): void {
    const failure = (event as CustomEvent<unknown>).detail;
    this.late = failure instanceof Problem && failure.status === 412;
    void this.shown.again();
  }

  private move(event: KeyboardEvent): void {
    const step = {ArrowRight: 1, ArrowLeft: -1}[event.key];
    if (step) {
      const at = VIEWS.findIndex(([name]) => name === this.view);
      const [name] = VIEWS[(at + step + VIEWS.length) % VIEWS.length]!;
      setQuery({view: name === 'text' ? null : name});
      void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(`#tab-${name}`)?.focus());
    }
  }
}
