import {LitElement, css, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {Edition, Replaced, Report, ReportCorrection} from '@monitoring/api';
import {get} from '../../kit/api';
import {Loading} from '../../kit/loading';
import {styles} from '../../kit/styles';
import {date, moment, t} from '../../kit/text';
import '../../parts/status-badge';

interface Past {
  editions: Edition[];
  corrections: ReportCorrection[];
  replaced: Replaced[];
}

/** What was issued, decided, corrected and replaced, the newest first. */
@customElement('report-history')
export class ReportHistory extends LitElement {
  @property({attribute: false}) report!: Report;

  static override styles = [...styles, css`
    .card { margin-bottom: 1rem; }
    ol { margin: 0; padding-left: 1.25rem; }
    li + li { margin-top: .75rem; }
    del, ins { white-space: pre-line; overflow-wrap: anywhere; }
    ins { background: var(--good-soft); text-decoration: none; }
    del { background: var(--bad-soft); }
    .difference { margin: .4rem 0; padding-left: .6rem; border-left: 3px solid var(--line); }
  `];

  private readonly past: Loading<Past> = new Loading<Past>(this, () => `${this.report.id} ${this.report.version}`, async (signal) => {
    const path = `/reports/${this.report.id}`;
    const [editions, corrections, replaced] = await Promise.all([
      get<{items: Edition[]}>(`${path}/editions`, {}, signal),
      get<{items: ReportCorrection[]}>(`${path}/corrections`, {}, signal),
      get<{items: Replaced[]}>(`${path}/figure-renewals`, {}, signal),
    ]);
    return {editions: editions.items.reverse(), corrections: corrections.items.reverse(), replaced: replaced.items.reverse()};
  });

  override render() {
    return this.past.render((past) => html`
      <section class="card"><h2>${t('Các bản đã phát hành', 'Editions')}</h2>${this.renderEditions(past.editions)}</section>
      <section class="card"><h2>${t('Ý kiến của đơn vị nhận', 'Reviews')}</h2>${this.renderReviews()}</section>
      ${past.corrections.length > 0 ? html`<section class="card"><h2>${t('Đính chính', 'Corrections')}</h2>${this.renderCorrections(past.corrections)}</section>` : nothing}
      ${past.replaced.length > 0 ? html`<section class="card"><h2>${t('Số liệu đã được thay', 'Figures replaced')}</h2>
        <ol>${past.replaced.map((one) => html`<li>${this.nameOf(one)}: ${one.taken.reason}
          <div class="small soft">${moment(one.taken.at)}, ${one.taken.by}</div></li>`)}</ol></section>` : nothing}`);
  }

  private renderEditions(editions: Edition[]) {
    if (editions.length === 0) {
      return html`<p class="soft">${t('Chưa phát hành bản nào.', 'Nothing was issued yet.')}</p>`;
    }
    return html`<ol reversed>${editions.map((one) => html`
      <li><strong>${one.notation}</strong>, ${date(one.issuedOn)} <span class="small soft">(${moment(one.issuedAt)}, ${one.issuedBy})</span>
        ${one.reason ? html`<div>${t('Vì', 'Because')}: ${one.reason}</div>` : nothing}
        ${one.differences.length > 0 ? html`<details><summary>${t(`Khác bản trước ${one.differences.length} chỗ`, `${one.differences.length} differences to the one before`)}</summary>
          ${one.differences.map((difference) => html`<div class="difference"><b>${difference.name}</b><br>
            ${difference.before ? html`<del>${difference.before}</del><br>` : nothing}${difference.after ? html`<ins>${difference.after}</ins>` : nothing}</div>`)}
        </details>` : nothing}
      </li>`)}</ol>`;
  }

  private renderReviews() {
    const reviews = [...this.report.reviews].reverse();
    if (reviews.length === 0) {
      return html`<p class="soft">${t('Chưa có ý kiến.', 'None yet.')}</p>`;
    }
    return html`<ol reversed>${reviews.map((one) => html`
      <li><status-badge of="report" code=${one.outcome}></status-badge> ${t('bản', 'edition')} ${one.edition}
        ${one.reason ? html`<div>${one.reason}</div>` : nothing}
        <div class="small soft">${t('gửi', 'sent')} ${moment(one.submittedAt)} · ${t('quyết định', 'decided')} ${moment(one.decidedAt)}, ${one.decidedBy}</div></li>`)}</ol>`;
  }

  private renderCorrections(corrections: ReportCorrection[]) {
    const part = (name: string) => name === '*' ? t('toàn bộ', 'all of it')
      : this.report.sections.find((section) => name === `section:${section.key}`)?.title ?? t('một số liệu', 'a figure');
    return html`<ol reversed>${corrections.map((one) => html`
      <li>${one.reason} – ${one.parts.map(part).join('; ')}
        ${one.document ? html`<div>${t('Căn cứ', 'By')}: ${one.document}</div>` : nothing}
        <div class="small soft">${one.openedByReceiver ? t('đơn vị nhận mở', 'opened by the receiver') : t('đơn vị gửi mở', 'opened by the sender')}
          ${moment(one.openedAt)}, ${one.openedBy};
          ${one.withdrawn ? t('đã thôi', 'withdrawn') : one.edition ? t(`thành bản ${one.edition}`, `became edition ${one.edition}`) : t('đang sửa', 'going on')}</div></li>`)}</ol>`;
  }

  private nameOf(one: Replaced): string {
    return this.report.figures.indicators.find((figure) => figure.indicatorId === one.subjectId)?.name
      ?? this.report.figures.tasks.find((task) => task.taskId === one.subjectId)?.title ?? one.subjectId;
  }
}
