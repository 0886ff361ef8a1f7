import {LitElement, css, html, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import type {Report} from '@monitoring/api';
import {address, file} from '../../kit/api';
import {Loading} from '../../kit/loading';
import {styles} from '../../kit/styles';
import {t} from '../../kit/text';

/** The document as it was issued, or as it would be: in the page, and as files. */
@customElement('report-document')
export class ReportDocument extends LitElement {
  @property({attribute: false}) report!: Report;
  /** A number, `draft`, or '' for the newest. */
  @state() private edition = '';

  private url: string | null = null;

  static override styles = [...styles, css`
    iframe { width: 100%; height: min(85vh, 70rem); border: 1px solid var(--line); border-radius: var(--radius); background: var(--none-soft); display: block; }
    select { width: auto; }
    section { margin-top: 1rem; }
    @media print { section { display: none; } }
  `];

  /** The API forbids frames of its answers, so the page shows a copy that it holds itself. */
  private readonly shown: Loading<string> = new Loading<string>(this,
    () => `${this.report.id} ${this.report.edition ?? `draft ${this.report.version}`} ${this.edition}`,
    async (signal) => {
      const pdf = await file(this.path, {format: 'pdf', edition: this.edition}, signal);
      this.forget();
      this.url = URL.createObjectURL(new Blob([pdf], {type: 'application/pdf'}));
      return this.url;
    });

  private get path(): string {
    return `/reports/${this.report.id}/document`;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.forget();
  }

  private forget(): void {
    if (this.url) {
      URL.revokeObjectURL(this.url);
      this.url = null;
    }
  }

  override render() {
    const newest = this.report.edition ?? 0;
    const draft = newest === 0 || this.edition === 'draft';
    const formats = draft ? ['pdf', 'docx', 'xlsx'] : ['pdf', 'docx', 'xlsx', 'json', 'jades'];
    const changing = newest > 0 && this.report.openParts.length > 0;
    return html`
      <section>
        <h2>${draft ? t('Bản xem trước (chưa phát hành)', 'Preview (not issued yet)') : t('Văn bản đã phát hành', 'The issued document')}</h2>
        <div class="row">
          ${newest > 1 || changing ? html`
            <label for="edition">${t('Bản', 'Edition')}</label>
            <select id="edition" @change=${(change: Event) => { this.edition = (change.target as HTMLSelectElement).value; }}>
              <option value="">${t(`Bản ${newest} (mới nhất)`, `Edition ${newest} (newest)`)}</option>
              ${Array.from({length: newest - 1}, (_, at) => newest - 1 - at).map((number) => html`<option value=${number}>${t('Bản', 'Edition')} ${number}</option>`)}
              ${changing ? html`<option value="draft">${t('Dự thảo bản tiếp theo', 'Draft of the next one')}</option>` : nothing}
            </select>` : nothing}
          <span>${t('Tải về', 'Save as')}:</span>
          ${formats.map((format) => html`
            <a class="button" href=${address(this.path, {format, edition: this.edition})} download>${format === 'jades' ? 'JSON (JAdES)' : format.toUpperCase()}</a>`)}
        </div>
        <p class="small soft">${t('Trình duyệt không hiện được PDF thì dùng nút PDF để tải về.', 'If the browser shows no PDF, save it with the button.')}</p>
        ${this.shown.render((url) => html`<iframe src=${url} title=${t(`Văn bản: ${this.report.title}`, `Document: ${this.report.title}`)}></iframe>`)}
      </section>`;
  }
}
