import {LitElement, css, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {Deliverable, Extension, ProgressUpdate, Submission} from '@monitoring/api';
import {address} from '../../kit/api';
import {may} from '../../kit/session';
import {styles} from '../../kit/styles';
import {date, moment, percentage, t} from '../../kit/text';
import '../../parts/state-notes';
import type {KnownTask} from './known-task';

/** What the lead told, made, handed over and asked for. */
@customElement('task-records')
export class TaskRecords extends LitElement {
  @property({attribute: false}) known!: KnownTask;

  static override styles = [...styles, css`
    ol, ul { list-style: none; margin: 0; padding: 0; }
    li { padding: .6rem 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
    li:last-child { border: 0; }
    dl { display: grid; grid-template-columns: auto 1fr; gap: .1rem .75rem; margin: .25rem 0; }
    dt { color: var(--ink-soft); }
    dd { margin: 0; }
    p { margin: .2rem 0; }
  `];

  override render() {
    const {updates, deliverables, submissions, extensions} = this.known;
    return html`
      <div class="stack">
        <section class="card"><h2>${t('Tiến độ đã báo cáo', 'Progress reported')}</h2>
          ${this.list(updates, (one) => this.renderUpdate(one), t('Chưa có báo cáo tiến độ', 'No progress was reported'))}</section>
        <section class="card"><h2>${t('Kết quả đã gắn', 'Deliverables')}</h2>
          ${this.list(deliverables, (one) => this.renderDeliverable(one), t('Chưa có kết quả nào', 'No deliverable yet'))}</section>
        <section class="card"><h2>${t('Trình nghiệm thu', 'Handed over')}</h2>
          ${this.list(submissions, (one) => this.renderSubmission(one), t('Chưa trình nghiệm thu', 'Not handed over yet'))}</section>
        <section class="card"><h2>${t('Gia hạn', 'Extensions')}</h2>
          ${this.list(extensions, (one) => this.renderExtension(one), t('Chưa xin gia hạn', 'No extension was asked for'))}</section>
      </div>`;
  }

  private list<T>(items: readonly T[], show: (one: T) => unknown, none: string) {
    return items.length === 0 ? html`<p class="soft">${none}.</p>` : html`<ul>${items.map((one) => html`<li>${show(one)}</li>`)}</ul>`;
  }

  private renderUpdate(one: ProgressUpdate) {
    const line = (term: string, value: string | null) => value ? html`<dt>${term}</dt><dd>${value}</dd>` : nothing;
    return html`
      <strong>${date(one.asOf)}${one.percent === null ? nothing : html` – ${percentage(one.percent)}`}</strong>
      ${one.validity === 'INCOMPLETE' ? html`<span class="error">${t('Chưa đủ thông tin', 'Incomplete')}</span>` : nothing}
      <dl>${line(t('Tình hình', 'State'), one.status)}${line(t('Kết quả', 'Result'), one.result)}
        ${line(t('Khó khăn', 'Difficulties'), one.difficulty)}${line(t('Việc tiếp theo', 'Next step'), one.nextStep)}</dl>
      <span class="small soft">${one.by}, ${moment(one.receivedAt)}</span>`;
  }

  private renderDeliverable(one: Deliverable) {
    const content = address(`/tasks/${one.taskId}/deliverables/${one.id}/content`);
    return html`
      <strong>${one.title}</strong>
      ${one.documentNumber ? html`<p>${t('Văn bản', 'Document')} ${one.documentNumber}, ${date(one.issuedOn)}</p>` : nothing}
      ${one.fileName && may('downloadDeliverable') ? html`<p><a href=${content} download>${t('Tải', 'Download')} ${one.fileName}</a>
        <span class="small soft">${one.size === null ? nothing : t(`${Math.ceil(one.size / 1024)} KB`, `${Math.ceil(one.size / 1024)} KB`)}</span></p>` : nothing}
      <span class="small soft">${one.by}, ${moment(one.receivedAt)}</span>`;
  }

  private renderSubmission(one: Submission) {
    const outcome = one.outcome === null ? t('Chờ nghiệm thu', 'Awaits acceptance')
      : one.outcome === 'ACCEPTED' ? t('Đã nghiệm thu', 'Accepted') : t('Bị trả lại', 'Returned');
    return html`
      <strong>${t(`Lần ${one.number}`, `No. ${one.number}`)}, ${date(one.submittedOn)}: ${outcome}</strong>
      ${one.note ? html`<p>${one.note}</p>` : nothing}${one.reason ? html`<p>${t('Lý do', 'Reason')}: ${one.reason}</p>` : nothing}
      <span class="small soft">${one.by}${one.decidedBy ? html` → ${one.decidedBy}, ${moment(one.decidedAt)}` : nothing}</span>`;
  }

  private renderExtension(one: Extension) {
    const outcome = one.outcome === null ? t('Chờ quyết định', 'Awaits a decision')
      : one.outcome === 'APPROVED' ? t(`Được gia hạn tới ${date(one.grantedDueOn)}`, `Granted to ${date(one.grantedDueOn)}`)
        : t('Không được gia hạn', 'Refused');
    return html`
      <strong>${date(one.dueBefore)} → ${date(one.requestedDueOn)}: ${outcome}</strong>
      <p>${t('Lý do', 'Reason')}: ${one.reason}</p>
      ${one.decisionReason ? html`<p>${t('Quyết định', 'Decision')}: ${one.decisionReason}</p>` : nothing}
      ${one.document ? html`<p>${one.document.number}, ${date(one.document.issuedOn)}</p>` : nothing}
      <span class="small soft">${one.by}, ${date(one.requestedOn)}${one.decidedBy ? html` → ${one.decidedBy}, ${moment(one.decidedAt)}` : nothing}</span>`;
  }
}
