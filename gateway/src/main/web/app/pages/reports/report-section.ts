import {LitElement, css, html, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import type {Report, ReportSection, ReportSectionRevision} from '@monitoring/api';
import {Problem, get} from '../../kit/api';
import {styles} from '../../kit/styles';
import {moment, t} from '../../kit/text';
import {change} from './changing';
import {mayEdit} from './words';

/** One section: its text, who wrote it last, its earlier texts; edited where state and role allow. */
@customElement('report-section')
export class ReportSectionPart extends LitElement {
  @property({attribute: false}) report!: Report;
  @property({attribute: false}) section!: ReportSection;
  @property({attribute: false}) etag: string | null = null;
  /** What is written but not saved; null while nobody writes. */
  @state() private draft: string | null = null;
  /** The revision that the writer began from. */
  @state() private begun = 0;
  @state() private busy = false;
  @state() private failure: unknown = null;
  @state() private revisions: ReportSectionRevision[] | null = null;

  static override styles = [...styles, css`
    .text { white-space: pre-line; overflow-wrap: anywhere; line-height: 1.55; max-width: 75ch; }
    textarea { min-height: 14rem; }
    .head { justify-content: space-between; }
    ol { padding-left: 1.25rem; }
    details { margin-top: .75rem; }
    summary { cursor: pointer; color: var(--accent); min-height: 1.75rem; }
    .news-note { background: var(--fair-soft); padding: .4rem .6rem; border-radius: var(--radius); }
  `];

  override render() {
    const {section} = this;
    return html`
      <section class="card">
        <div class="row head">
          <h2>${section.title}</h2>
          ${this.draft === null && mayEdit(this.report, section.key) ? html`
            <button class="no-print" @click=${this.begin}>${t('Sửa', 'Edit')}<span class="visually-hidden"> ${section.title}</span></button>` : nothing}
        </div>
        ${this.draft === null ? this.renderText() : this.renderEditor(this.draft)}
        ${section.revision > 0 ? html`
          <details class="no-print" @toggle=${this.loadRevisions}>
            <summary>${t(`Đã sửa ${section.revision} lần`, `Edited ${section.revision} times`)},
              ${t('lần cuối', 'last')} ${moment(section.editedAt)} (${section.editedBy})</summary>
            ${this.renderRevisions()}
          </details>` : nothing}
      </section>`;
  }

  private renderText() {
    return this.section.text
      ? html`<div class="text">${this.section.text}</div>`
      : html`<p class="soft">${t('Chưa có nội dung.', 'Nothing written yet.')}</p>`;
  }

  private renderEditor(draft: string) {
    const {section} = this;
    return html`
      ${section.revision !== this.begun ? html`<p class="news-note" role="alert">
        ${t(`${section.editedBy} vừa sửa phần này. Lưu sẽ ghi đè bản đó.`, `${section.editedBy} has just edited this section. Saving replaces that text.`)}
        <button class="plain" @click=${this.begin}>${t('Lấy bản mới', 'Take the new text')}</button></p>` : nothing}
      <label for="text" class="visually-hidden">${section.title}</label>
      <textarea id="text" .value=${draft} @input=${(input: Event) => { this.draft = (input.target as HTMLTextAreaElement).value; }}></textarea>
      ${this.failure ? html`<problem-note .failure=${this.failure}></problem-note>` : nothing}
      <div class="row">
        <button class="primary" ?disabled=${this.busy} @click=${this.save}>${t('Lưu', 'Save')}</button>
        <button @click=${() => { this.draft = null; }}>${t('Thôi', 'Cancel')}</button>
        ${section.generatedText && section.generatedText !== draft ? html`
          <button class="plain" @click=${() => { this.draft = section.generatedText; }}>${t('Lấy lại lời máy soạn', 'Back to the generated text')}</button>` : nothing}
      </div>`;
  }

  private renderRevisions() {
    if (!this.revisions) {
      return html`<loading-note></loading-note>`;
    }
    return html`<ol>${this.revisions.map((one) => html`
      <li><p class="small soft">${moment(one.editedAt)}, ${one.editedBy}</p><div class="text small">${one.text}</div></li>`)}</ol>`;
  }

  private begin(): void {
    this.failure = null;
    this.begun = this.section.revision;
    this.draft = this.section.text;
    void this.updateComplete.then(() => this.renderRoot.querySelector('textarea')?.focus());
  }

  private async save(): Promise<void> {
    this.busy = true;
    const key = encodeURIComponent(this.section.key);
    this.failure = await change(this, 'PUT', `/reports/${this.report.id}/sections/${key}`, this.etag, {text: this.draft ?? ''}, t('Đã lưu.', 'Saved.'));
    this.busy = false;
    if (!this.failure) {
      this.draft = null;
      this.revisions = null;
    }
  }

  private async loadRevisions(event: Event): Promise<void> {
    if (!(event.target as HTMLDetailsElement).open) {
      this.revisions = null;
      return;
    }
    try {
      const page = await get<{items: ReportSectionRevision[]}>(`/reports/${this.report.id}/sections/${encodeURIComponent(this.section.key)}/revisions`);
      this.revisions = page.items.reverse();
    } catch (failure) {
      this.revisions = [];
      this.failure = failure instanceof Problem ? failure : null;
    }
  }
}
