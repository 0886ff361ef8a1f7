import {LitElement, css, html, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import type {ReportSummary} from '@monitoring/api';
import {get} from '../../kit/api';
import {Loading} from '../../kit/loading';
import {link} from '../../kit/router';
import {styles} from '../../kit/styles';
import {moment, period, t} from '../../kit/text';
import '../../parts/status-badge';

interface Page {
  items: ReportSummary[];
  next: string | null;
}

/** Reports that lie with the receiver and wait to be accepted or sent back. */
@customElement('report-inbox')
export class ReportInbox extends LitElement {
  @property() code = '';
  @state() private more: ReportSummary[] = [];
  @state() private next: string | null = null;
  @state() private failure: unknown = null;

  static override styles = [...styles, css`
    section { margin-top: 1.25rem; }
    .list { list-style: none; margin: 0; padding: .25rem 1rem; }
    li { padding: .5rem 0; }
    li + li { border-top: 1px solid var(--line); }
  `];

  private readonly waiting: Loading<Page> = new Loading<Page>(this, () => this.code || null, async (signal) => {
    const page = await get<Page>('/reports', {unit: this.code, status: 'SUBMITTED', limit: 20}, signal);
    this.more = [];
    this.next = page.next;
    return page;
  }, (entry) => entry.type.startsWith('vn.monitoring.report.'));

  override render() {
    return html`
      <section>
        <h2 id="inbox">${t('Chờ tiếp nhận', 'Waiting to be accepted')}</h2>
        ${this.waiting.render(({items}) => items.length === 0
          ? html`<p class="soft">${t('Không có báo cáo nào đang chờ.', 'No report is waiting.')}</p>`
          : html`<ul class="card list">${[...items, ...this.more].map((one) => html`
              <li class="row"><a href=${link(`/reports/${one.id}`)}>${one.title}</a>
                <span class="soft">${period(one.period)} · ${t('gửi', 'sent')} ${moment(one.submittedAt)}</span>
                <status-badge class="push" of="punctuality" code=${one.punctuality}></status-badge></li>`)}</ul>
            ${this.failure ? html`<problem-note .failure=${this.failure}></problem-note>` : nothing}
            ${this.next ? html`<button class="no-print" @click=${this.loadMore}>${t('Xem thêm', 'More')}</button>` : nothing}`)}
      </section>`;
  }

  private async loadMore(): Promise<void> {
    try {
      const page = await get<Page>('/reports', {unit: this.code, status: 'SUBMITTED', limit: 50, cursor: this.next});
      this.more = [...this.more, ...page.items];
      this.next = page.next;
    } catch (failure) {
      this.failure = failure;
    }
  }
}
