import {LitElement, css, html, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import type {ReportSender} from '@monitoring/api';
import {all, get} from '../../kit/api';
import {Loading} from '../../kit/loading';
import {link, onMove, query, setQuery} from '../../kit/router';
import {styles} from '../../kit/styles';
import {date, figure, moment, period, t, today} from '../../kit/text';
import {PUNCTUALITY} from '../../parts/status-badge';
import {levelName} from './words';

interface Page {
  items: ReportSender[];
  next: string | null;
}

const PAGE = 50;
const WHOLE = 5000;

/** Who has sent and who has not: up to every commune of the country, page by page. */
@customElement('sender-list')
export class SenderList extends LitElement {
  @property() code = '';
  @property() regime = '';
  @property() period = '';
  @state() private punctuality = '';
  @state() private more: ReportSender[] = [];
  @state() private next: string | null = null;
  @state() private busy = false;
  @state() private failure: unknown = null;

  private stop: (() => void) | undefined;

  static override styles = [...styles, css`
    .scroll { position: relative; }
    section { margin-top: 1.25rem; }
    .chips { gap: .4rem; margin-bottom: .6rem; }
    .chips button { min-height: 2rem; padding: .2rem .7rem; font-weight: 400; }
    .below { margin-top: .6rem; }
  `];

  private readonly senders: Loading<Page> = new Loading<Page>(this,
    () => this.regime && this.period ? [this.regime, this.period, this.punctuality, this.code].join(' ') : null,
    async (signal) => {
      const page = await get<Page>(this.path, {punctuality: this.punctuality, limit: PAGE}, signal);
      this.more = [];
      this.next = page.next;
      return page;
    }, (entry) => entry.type.startsWith('vn.monitoring.report.'));

  private get path(): string {
    return `/report-regimes/${this.regime}/periods/${encodeURIComponent(this.period)}/senders`;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.stop = onMove(() => { this.punctuality = query('late') ?? ''; });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop?.();
  }

  override render() {
    const chip = (value: string, label: string) => html`
      <button aria-pressed=${this.punctuality === value} @click=${() => setQuery({late: value})}>${label}</button>`;
    return html`
      <section>
        <h2 id="senders">${t('Đơn vị gửi', 'Senders')} – ${period(this.period)}</h2>
        <div class="row chips no-print" role="group" aria-label=${t('Lọc theo đúng hạn', 'Filter by punctuality')}>
          ${chip('', t('Tất cả', 'All'))}
          ${['OVERDUE', 'LATE', 'PENDING', 'ON_TIME', 'LAPSED'].map((value) => chip(value, PUNCTUALITY[value]?.label ?? value))}
        </div>
        ${this.senders.render(({items}) => this.renderSenders([...items, ...this.more]))}
        ${this.failure ? html`<problem-note .failure=${this.failure}></problem-note>` : nothing}
      </section>`;
  }

  private renderSenders(shown: ReportSender[]) {
    if (shown.length === 0) {
      return html`<empty-note .heading=${this.punctuality
        ? t('Không có đơn vị nào như vậy', 'No such unit') : t('Không có đơn vị gửi nào', 'There are no senders')}></empty-note>`;
    }
    return html`
      <div class="scroll card" tabindex="0" role="region" aria-labelledby="senders">
        <table>
          <thead><tr><th scope="col">${t('Đơn vị', 'Unit')}</th><th scope="col">${t('Cấp', 'Level')}</th><th scope="col">${t('Hạn gửi', 'Due')}</th>
            <th scope="col">${t('Đúng hạn', 'Punctual')}</th><th scope="col">${t('Trạng thái', 'State')}</th>
            <th scope="col">${t('Gửi lúc', 'Sent')}</th><th scope="col">${t('Tiếp nhận', 'Accepted')}</th></tr></thead>
          <tbody>${shown.map((one) => html`
            <tr>
              <th scope="row">${one.status === 'OPEN' ? one.unitName
                : html`<a href=${link(`/reports/${one.obligationId}`)}>${one.unitName}</a>`}</th>
              <td>${levelName(one.level)}</td>
              <td>${date(one.dueOn)}</td>
              <td><status-badge of="punctuality" code=${one.punctuality}></status-badge></td>
              <td><status-badge of="report" code=${one.status}></status-badge></td>
              <td>${moment(one.sentAt)}</td>
              <td>${moment(one.acceptedAt)}</td>
            </tr>`)}
          </tbody>
        </table>
      </div>
      <div class="row below no-print">
        <span class="soft" role="status">${t(`Đang hiện ${figure(shown.length)} đơn vị`, `${figure(shown.length)} units shown`)}</span>
        ${this.next ? html`<button ?disabled=${this.busy} @click=${this.loadMore}>${t('Xem thêm', 'More')}</button>` : nothing}
        <button ?disabled=${this.busy} @click=${this.save}>${t('Tải danh sách (CSV)', 'Save the list (CSV)')}</button>
      </div>`;
  }

  private async loadMore(): Promise<void> {
    await this.attempt(async () => {
      const page = await get<Page>(this.path, {punctuality: this.punctuality, limit: PAGE * 4, cursor: this.next});
      this.more = [...this.more, ...page.items];
      this.next = page.next;
    });
  }

  /** All senders of the filter as a file: for the telephone round among those who are late. */
  private async save(): Promise<void> {
    await this.attempt(async () => {
      const every = await all<ReportSender>(this.path, {punctuality: this.punctuality}, undefined, WHOLE);
      const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
      const rows = [
        [t('Mã', 'Code'), t('Đơn vị', 'Unit'), t('Hạn gửi', 'Due'), t('Đúng hạn', 'Punctual'), t('Gửi lúc', 'Sent')],
        ...every.map((one) => [one.unitCode, one.unitName, one.dueOn, PUNCTUALITY[one.punctuality]?.label ?? one.punctuality, one.sentAt ?? '']),
      ];
      const anchor = document.createElement('a');
      anchor.href = URL.createObjectURL(new Blob(['\ufeff', rows.map((row) => row.map(quoted).join(',')).join('\r\n')], {type: 'text/csv'}));
      anchor.download = `senders-${this.period}-${today()}.csv`;
      anchor.click();
      URL.revokeObjectURL(anchor.href);
    });
  }

  private async attempt(what: () => Promise<void>): Promise<void> {
    this.busy = true;
    this.failure = null;
    try {
      await what();
    } catch (failure) {
      this.failure = failure;
    } finally {
      this.busy = false;
    }
  }
}
