import {LitElement, css, html, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import type {Dataset, DatasetField} from '@monitoring/api';
import {get} from '../../kit/api';
import {Loading} from '../../kit/loading';
import {styles} from '../../kit/styles';
import {date, figure, moment, period, t, told} from '../../kit/text';
import '../../parts/status-badge';
import {GRADES, TIMELINESS} from '../../parts/status-badge';
import {formatName, kindName} from './kinds';

type Row = Record<string, string | number | null | undefined>;

interface Rows {
  items: Row[];
  next: string | null;
}

const PAGE = 100;

/** One published dataset: who publishes it and why, its rows, its files. */
@customElement('dataset-page')
export class DatasetPage extends LitElement {
  @property({attribute: false}) params: Record<string, string> = {};
  @state() private more: Row[] = [];
  @state() private next: string | null = null;
  @state() private failure: unknown = null;

  static override styles = [...styles, css`
    dl { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: .25rem 1rem; margin: 0; }
    dt { color: var(--ink-soft); }
    dd { margin: 0; overflow-wrap: anywhere; }
    .card + .card { margin-top: 1rem; }
    .crumb { display: inline-block; min-height: 1.6rem; }
    td { min-width: 4rem; }
    td.name { min-width: 14rem; }
  `];

  private readonly about = new Loading(this, () => this.identifier, (signal) => get<Dataset>(`/public/datasets/${this.identifier}`, {}, signal));
  private readonly rows: Loading<Rows> = new Loading<Rows>(this, () => this.identifier, async (signal) => {
    const page = await this.ask(null, signal);
    this.more = [];
    this.next = page.next;
    return page;
  });

  private get identifier(): string {
    return this.params['id'] ?? '';
  }

  private ask(cursor: string | null, signal?: AbortSignal): Promise<Rows> {
    return get<Rows>(`/public/datasets/${this.identifier}/rows`, {limit: PAGE, cursor}, signal);
  }

  override render() {
    const shown = this.about.value;
    return html`
      <a class="crumb no-print" href="/public">← ${t('Tất cả số liệu công khai', 'All public data')}</a>
      <h1>${shown ? `${kindName(shown.type)} – ${shown.publisher.name}, ${period(shown.temporal)}` : t('Số liệu công khai', 'Public data')}</h1>
      ${this.about.render((dataset) => html`${this.renderAbout(dataset)}
        <section class="card" aria-labelledby="rows">
          <h2 id="rows">${t('Dữ liệu', 'Data')}</h2>
          ${this.rows.render(({items}) => this.renderRows(dataset, [...items, ...this.more]))}
          ${this.failure ? html`<problem-note .failure=${this.failure}></problem-note>` : nothing}
        </section>`)}`;
  }

  private renderAbout(dataset: Dataset) {
    return html`
      <section class="card" aria-labelledby="about">
        <h2 id="about">${t('Nguồn gốc', 'Where it comes from')}</h2>
        <dl>
          <dt>${t('Đơn vị công khai', 'Published by')}</dt><dd>${dataset.publisher.name} (${dataset.publisher.unitCode})</dd>
          <dt>${t('Công khai lúc', 'Published at')}</dt><dd>${moment(dataset.issued)}</dd>
          <dt>${t('Theo', 'By decision')}</dt><dd>${dataset.decision}</dd>
          <dt>${t('Kỳ', 'Period')}</dt><dd>${period(dataset.temporal)}, ${t('số liệu tính đến', 'data as of')} ${date(dataset.asAt)}</dd>
          <dt>${t('Giấy phép', 'Licence')}</dt><dd>${dataset.licence}</dd>
        </dl>
        <div class="row no-print"><strong>${t('Tải về', 'Download')}</strong> ${dataset.distribution.map((file) => html`
          <a class="button" download href=${file.downloadUrl}>${formatName(file.mediaType)}</a>`)}</div>
      </section>`;
  }

  private renderRows({fields, rows: total}: Dataset, rows: Row[]) {
    if (rows.length === 0) {
      return html`<empty-note .heading=${t('Bộ dữ liệu không có dòng nào', 'The dataset has no rows')}></empty-note>`;
    }
    return html`
      <p class="small soft">${t(`${rows.length} trong ${total} dòng`, `${rows.length} of ${total} rows`)}</p>
      <div class="scroll" tabindex="0" role="region" aria-label=${t('Bảng dữ liệu', 'Table of the data')}>
        <table>
          <thead><tr>${fields.map((field) => html`<th scope="col" class=${field.type === 'NUMBER' ? 'number' : ''}>${told(field.title)}</th>`)}</tr></thead>
          <tbody>${rows.map((row) => html`<tr>${fields.map((field) => this.renderCell(field, row[field.code]))}</tr>`)}</tbody>
        </table>
      </div>
      ${this.next ? html`<p><button @click=${this.showMore}>${t('Xem thêm', 'Show more')}</button></p>` : nothing}`;
  }

  private renderCell(field: DatasetField, value: Row[string]) {
    if (value === null || value === undefined) {
      return html`<td class=${field.type === 'NUMBER' ? 'number' : ''}>–</td>`;
    }
    if (field.code === 'status' && GRADES[value]) {
      return html`<td><status-badge of="grade" .code=${String(value)}></status-badge></td>`;
    }
    if (field.code === 'timeliness' && TIMELINESS[value]) {
      return html`<td><status-badge of="timeliness" .code=${String(value)}></status-badge></td>`;
    }
    if (field.type === 'NUMBER') {
      return html`<td class="number">${typeof value === 'number' ? figure(value) : value}</td>`;
    }
    return html`<td class=${field.code === 'name' ? 'name' : ''}>${field.type === 'DATE' ? date(String(value)) : value}</td>`;
  }

  private async showMore(): Promise<void> {
    try {
      const page = await this.ask(this.next);
      this.more = [...this.more, ...page.items];
      this.next = page.next;
      this.failure = null;
    } catch (failure) {
      this.failure = failure;
    }
  }
}
