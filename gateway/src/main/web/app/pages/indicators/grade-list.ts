import {LitElement, css, html, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import type {FeedEntry, Grade} from '@monitoring/api';
import {get} from '../../kit/api';
import {kind} from '../../kit/feed';
import {Loading} from '../../kit/loading';
import {link} from '../../kit/router';
import {styles} from '../../kit/styles';
import {date, period, t} from '../../kit/text';
import {isProvince, unitsBelow} from '../../kit/units';
import '../../parts/figure-value';
import '../../parts/state-notes';
import '../../parts/status-badge';
import {gap, marks, measured} from './grades';
import './overlay-marks';

interface Page {
  items: Grade[];
  next: string | null;
}

const PAGE = 200;

/** The grades of a unit and all below it: a province's by commune, a commune's by the groups of its plans. */
@customElement('grade-list')
export class GradeList extends LitElement {
  @property() unit = '';
  /** Group of a plan. */
  @property() group = '';
  @property() status = '';
  @property() overlay = '';
  @property() text = '';

  @state() private more: Page[] = [];
  @state() private loadingMore = false;
  @state() private failure: unknown = null;
  /** Indicators whose grade changed while the page was open. */
  private readonly news = new Set<string>();

  private readonly first = new Loading(this,
    () => this.unit ? [this.unit, this.group, this.status, this.overlay].join('\n') : null,
    async (signal) => {
      this.more = [];
      const [page, below] = await Promise.all([this.page(null, signal), isProvince(this.unit) ? unitsBelow(this.unit) : []]);
      return {page, names: new Map(below.map((unit) => [unit.code, unit.name]))};
    },
    (entry) => this.hears(entry));

  static override styles = [...styles, css`
    section + section { margin-top: 1.25rem; }
    h2 { margin: 0 0 .25rem; }
    table { table-layout: fixed; min-width: 20rem; }
    .name { width: auto; overflow-wrap: anywhere; }
    .value { width: 8.5rem; }
    .status { width: 11.5rem; }
    .target { white-space: normal; overflow-wrap: anywhere; }
    td.name, th.name { font-weight: 400; }
    @media (max-width: 60rem) { .wide { display: none; } }
    @media (max-width: 40rem) {
      .value { width: 5.5rem; }
      .status { width: 8.75rem; }
      th, td { padding-inline: .3rem; }
    }
  `];

  private page(cursor: string | null, signal?: AbortSignal): Promise<Page> {
    return get<Page>('/grades', {
      unit: this.unit, group: this.group, status: this.status, overlay: this.overlay, limit: PAGE, cursor,
    }, signal);
  }

  private hears(entry: FeedEntry): boolean {
    if (kind(entry) !== 'grade.changed') {
      return false;
    }
    const grade = entry.data as {indicatorId?: string};
    if (grade.indicatorId) {
      this.news.add(grade.indicatorId);
    }
    return isProvince(this.unit) || entry.unitCode === this.unit || entry.unitCode.startsWith(`${this.unit}.`);
  }

  override render() {
    return this.first.render(({page, names}) => {
      const loaded = [page, ...this.more].flatMap((one) => one.items);
      const next = (this.more.at(-1) ?? page).next;
      const text = this.text.toLocaleLowerCase('vi').trim();
      const found = loaded.filter((grade) => text === '' || [grade.indicatorName, grade.indicatorNumber, names.get(grade.unitCode)]
        .some((part) => part?.toLocaleLowerCase('vi').includes(text)));
      return html`
        <p class="small soft" role="status">${this.told(found.length, loaded.length, next !== null)}</p>
        ${found.length === 0 ? html`
          <empty-note .heading=${t('Không có chỉ tiêu nào khớp', 'No indicator matches')}>
            ${t('Bỏ bớt điều kiện lọc, hoặc chọn đơn vị khác ở đầu trang.', 'Take away a filter, or choose another unit above.')}
          </empty-note>` : [...grouped(found, (grade) => names.get(grade.unitCode) ?? grade.group ?? '')]
            .map(([heading, grades]) => this.renderGroup(heading, grades, names))}
        ${this.failure ? html`<problem-note .failure=${this.failure}></problem-note>` : nothing}
        ${next ? html`
          <p><button ?disabled=${this.loadingMore} @click=${() => this.loadMore(next)}>
            ${t(`Tải thêm ${PAGE} chỉ tiêu`, `Load ${PAGE} more`)}
          </button></p>` : nothing}`;
    });
  }

  private told(found: number, loaded: number, more: boolean): string {
    const all = more ? t(`${loaded} chỉ tiêu đầu tiên`, `the first ${loaded} indicators`) : t(`${loaded} chỉ tiêu`, `${loaded} indicators`);
    return found === loaded ? t(`Hiện ${all}.`, `Showing ${all}.`) : t(`Hiện ${found} trong ${all}.`, `Showing ${found} of ${all}.`);
  }

  private renderGroup(named: string, grades: Grade[], names: Map<string, string>) {
    const heading = named || t('Không thuộc nhóm nào', 'Outside of any group');
    return html`
      <section class="card">
        <h2>${heading} <span class="soft small">(${grades.length})</span></h2>
        <div class="scroll" tabindex="0" role="region" aria-label=${heading}>
          <table>
            <thead><tr>
              <th scope="col" class="name">${t('Chỉ tiêu', 'Indicator')}</th>
              <th scope="col" class="number value">${t('Thực hiện', 'Measured')}</th>
              <th scope="col" class="number value wide">${t('Mục tiêu', 'Target')}</th>
              <th scope="col" class="number value wide">${t('Theo lộ trình', 'Expected')}</th>
              <th scope="col" class="number value wide">${t('Chênh lệch', 'Gap')}</th>
              <th scope="col" class="status">${t('Trạng thái', 'Status')}</th>
            </tr></thead>
            <tbody>${grades.map((grade) => this.renderGrade(grade, names))}</tbody>
          </table>
        </div>
      </section>`;
  }

  private renderGrade(grade: Grade, names: Map<string, string>) {
    return html`
      <tr class=${this.news.has(grade.indicatorId) ? 'news' : ''}>
        <th scope="row" class="name">
          ${grade.indicatorNumber ? html`<span class="soft">${grade.indicatorNumber}.</span> ` : nothing}
          <a href=${link(`/indicators/${grade.indicatorId}`)}>${grade.indicatorName}</a>
          ${names.has(grade.unitCode) && grade.group ? html`<div class="small soft">${grade.group}</div>` : nothing}
        </th>
        <td class="number value">
          <figure-value .text=${measured(grade.value, grade.measureUnit)} .from=${{
            numerator: grade.numerator, denominator: grade.denominator, at: grade.asOf, note: grade.period ? period(grade.period) : null,
          }}></figure-value>
        </td>
        <td class="number value wide target">${grade.target?.raw ?? '–'}
          ${grade.target?.dueDate ? html`<div class="small soft">${t('hạn', 'by')} ${date(grade.target.dueDate)}</div>` : nothing}</td>
        <td class="number value wide">${measured(grade.expected, grade.measureUnit)}</td>
        <td class="number value wide">${gap(grade)}</td>
        <td class="status">
          <status-badge of="grade" .code=${grade.status}></status-badge>
          <overlay-marks .marks=${marks(grade.overlays)}></overlay-marks>
        </td>
      </tr>`;
  }

  private async loadMore(next: string): Promise<void> {
    this.loadingMore = true;
    this.failure = null;
    try {
      const question = this.first.value;
      const page = await this.page(next);
      if (this.first.value === question) {
        this.more = [...this.more, page];
      }
    } catch (failure) {
      this.failure = failure;
    } finally {
      this.loadingMore = false;
    }
  }
}

function grouped(grades: Grade[], by: (grade: Grade) => string): Map<string, Grade[]> {
  const groups = new Map<string, Grade[]>();
  for (const grade of grades) {
    const group = groups.get(by(grade));
    if (group) {
      group.push(grade);
    } else {
      groups.set(by(grade), [grade]);
    }
  }
  return groups;
}
