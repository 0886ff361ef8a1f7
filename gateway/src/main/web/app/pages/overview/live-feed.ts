import {css, html} from 'lit';
import {customElement, state} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';
import type {FeedEntry} from '@monitoring/api';
import {follow, kind} from '../../kit/feed';
import {link} from '../../kit/router';
import {session} from '../../kit/session';
import {moment, t, told} from '../../kit/text';
import {isProvince, unitsBelow} from '../../kit/units';
import {UnitCard} from './unit-card';

const KEPT = 30;

/** What came since the page was opened, the newest first: kept when the reader goes on to another page and comes back. */
const entries: {entry: FeedEntry; fresh: boolean}[] = [];

/** What happens in the unit, as it happens. */
@customElement('live-feed')
export class LiveFeed extends UnitCard {
  @state() private below: ReadonlySet<string> = new Set();

  private stop: (() => void) | undefined;

  static override styles = [...UnitCard.styles, css`
    .log { max-height: 19rem; overflow-y: auto; }
    ol { list-style: none; margin: 0; padding: 0; }
    li { border-top: 1px solid var(--line); padding: .4rem .25rem; overflow-wrap: anywhere; }
    time { color: var(--ink-soft); font-size: .85rem; margin-right: .4rem; }
    @media print { :host { display: none; } }
  `];

  override connectedCallback(): void {
    super.connectedCallback();
    entries.forEach((one) => { one.fresh = false; });
    this.stop = follow((entry) => {
      entries.unshift({entry, fresh: true});
      entries.length = Math.min(entries.length, KEPT * 4);
      this.requestUpdate();
    });
    if (isProvince(this.code) && !session().units.includes(this.code)) {
      void unitsBelow(this.code).then((units) => { this.below = new Set(units.map((one) => one.code)); }, () => { this.below = new Set(); });
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop?.();
  }

  override render() {
    const shown = entries.filter(({entry}) => this.isOfUnit(entry.unitCode)).slice(0, KEPT);
    return html`
      <section class="card" aria-labelledby="heading">
        <h2 id="heading">${t('Đang diễn ra', 'Happening now')}</h2>
        ${shown.length === 0
          ? html`<empty-note .heading=${t('Chưa có tin mới', 'No news yet')}>${t('Tin mới hiện ở đây ngay khi có.', 'News shows up here as it comes.')}</empty-note>`
          : html`<div class="log" tabindex="0" role="log" aria-label=${t('Tin mới', 'News')}><ol>${repeat(shown, ({entry}) => entry.id, ({entry, fresh}) => html`
            <li class=${fresh ? 'news' : ''}><time datetime=${entry.occurredAt}>${moment(entry.occurredAt)}</time>${this.renderTitle(entry)}</li>`)}</ol></div>`}
      </section>`;
  }

  private renderTitle(entry: FeedEntry) {
    const to = addressOf(entry);
    return to ? html`<a href=${link(to)}>${told(entry.title)}</a>` : told(entry.title);
  }

  private isOfUnit(of: string): boolean {
    return session().units.includes(this.code) || of === this.code || of.startsWith(`${this.code}.`) || this.below.has(of.split('.')[0] ?? '');
  }
}

/** Where the thing is shown that an entry tells of. */
function addressOf(entry: FeedEntry): string | null {
  const data = entry.data as Record<string, unknown>;
  const named = (key: string) => typeof data[key] === 'string' ? data[key] : null;
  const at = (page: string, id: string | null) => id ? `/${page}/${id}` : `/${page}`;
  switch (kind(entry).split('.')[0]) {
    case 'measurement':
    case 'grade':
      return at('indicators', named('indicatorId'));
    case 'task':
      return at('tasks', entry.subject);
    case 'warning':
      return at('tasks', named('taskId'));
    case 'report':
      return at('reports', named('reportId'));
    case 'plan':
      return at('plans', entry.subject);
    default:
      return null;
  }
}
