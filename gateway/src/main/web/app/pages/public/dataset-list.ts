import {LitElement, css, html, nothing} from 'lit';
import {customElement, state} from 'lit/decorators.js';
import type {Dataset} from '@monitoring/api';
import {get} from '../../kit/api';
import {Loading} from '../../kit/loading';
import {onMove, query, setQuery} from '../../kit/router';
import {styles} from '../../kit/styles';
import {date, figure, moment, period, t, told} from '../../kit/text';
import {KIND_CODES, formatName, kindName} from './kinds';
import {Publishers} from './publishers';

interface Page {
  items: Dataset[];
  next: string | null;
}

const PAGE = 20;

/** The catalogue of what has been published. */
@customElement('dataset-list')
export class DatasetList extends LitElement {
  @state() private filter = {from: '', kind: '', period: ''};
  @state() private more: Dataset[] = [];
  @state() private next: string | null = null;
  @state() private failure: unknown = null;

  private stop: (() => void) | undefined;

  static override styles = [...styles, css`
    form { display: grid; grid-template-columns: repeat(auto-fit, minmax(10rem, 1fr)); gap: .75rem; align-items: end; margin-bottom: 1rem; }
    .field + .field { margin-top: 0; }
    ul { list-style: none; margin: 0; padding: 0; }
    li { border-top: 1px solid var(--line); padding: .8rem 0; }
    h3 { margin: 0 0 .2rem; }
    .files a { display: inline-block; min-height: 1.6rem; }
  `];

  private readonly publishers = new Publishers(this);
  private readonly datasets: Loading<Page> = new Loading<Page>(this, () => Object.values(this.filter).join('|'), async (signal) => {
    const page = await this.ask(null, signal);
    this.more = [];
    this.next = page.next;
    return page;
  });

  override connectedCallback(): void {
    super.connectedCallback();
    // Not `unit`: that is where a signed-in reader looks, and would hide what others have published.
    this.stop = onMove(() => { this.filter = {from: query('from') ?? '', kind: query('kind') ?? '', period: query('period') ?? ''}; });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop?.();
  }

  private ask(cursor: string | null, signal?: AbortSignal): Promise<Page> {
    const {from, kind, period: of} = this.filter;
    return get<Page>('/public/datasets', {unit: from, kind, period: of, limit: PAGE, cursor}, signal);
  }

  override render() {
    return html`
      <section class="card" aria-labelledby="heading">
        <h2 id="heading">${t('Danh mục dữ liệu', 'Catalogue')}</h2>
        <form role="search" aria-label=${t('Lọc danh mục', 'Filter the catalogue')} @submit=${this.narrow}>
          <div class="field">
            <label for="from">${t('Đơn vị công khai (tên hoặc mã)', 'Publisher (name or code)')}</label>
            <input id="from" name="from" list="units" maxlength="200" placeholder=${t('ví dụ 31, 10675', 'such as 31, 10675')}
              .value=${this.publishers.shown(this.filter.from)}>
            ${this.publishers.list('units')}
          </div>
          <div class="field">
            <label for="kind">${t('Loại dữ liệu', 'Kind of data')}</label>
            <select id="kind" name="kind">
              <option value="">${t('Tất cả', 'All')}</option>
              ${KIND_CODES.map((kind) => html`<option value=${kind} ?selected=${kind === this.filter.kind}>${kindName(kind)}</option>`)}
            </select>
          </div>
          <div class="field">
            <label for="period">${t('Kỳ', 'Period')}</label>
            <input id="period" name="period" maxlength="10" placeholder="2026-Q3" .value=${this.filter.period}>
          </div>
          <button class="primary">${t('Lọc', 'Filter')}</button>
        </form>
        ${this.datasets.render(({items}) => this.renderList([...items, ...this.more]))}
        ${this.failure ? html`<problem-note .failure=${this.failure}></problem-note>` : nothing}
      </section>`;
  }

  private renderList(datasets: Dataset[]) {
    if (datasets.length === 0) {
      const narrowed = Object.values(this.filter).some((one) => one);
      return html`<empty-note .heading=${narrowed ? t('Không có dữ liệu nào khớp', 'Nothing matches') : t('Chưa có dữ liệu nào được công khai', 'Nothing has been published yet')}>
        ${narrowed ? html`<button @click=${() => setQuery({from: null, kind: null, period: null})}>${t('Bỏ lọc', 'Show everything')}</button>` : nothing}</empty-note>`;
    }
    return html`
      <ul>${datasets.map((one) => html`
        <li>
          <h3><a href="/public/${one.identifier}">${kindName(one.type)} – ${one.publisher.name}, ${period(one.temporal)}</a></h3>
          <p class="small soft">${t('Số liệu tính đến', 'Data as of')} ${date(one.asAt)} · ${figure(one.rows)} ${t('dòng', 'rows')} ·
            ${t('công khai lúc', 'published')} ${moment(one.issued)} · ${one.decision}</p>
          <div class="row small files">${t('Tải về:', 'Download:')} ${one.distribution.map((file) => html`
            <a download href=${file.downloadUrl} aria-label=${`${formatName(file.mediaType)}: ${told(one.title)}`}>${formatName(file.mediaType)}</a>`)}</div>
        </li>`)}</ul>
      ${this.next ? html`<button @click=${this.showMore}>${t('Xem thêm', 'Show more')}</button>` : nothing}`;
  }

  private narrow(event: SubmitEvent): void {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const text = (name: string) => String(form.get(name) ?? '').trim();
    setQuery({from: this.publishers.codeOf(text('from')), kind: text('kind'), period: text('period').toUpperCase()}, true);
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
