import {LitElement, css, html, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import type {FeedEntry, Grade, GradeDetail, Indicator, IndicatorSeries, Measurement, Target1, TargetConflict} from '@monitoring/api';
import {address, all, get} from '../../kit/api';
import {kind} from '../../kit/feed';
import {Loading} from '../../kit/loading';
import {link, onMove, query, setQuery} from '../../kit/router';
import {may, session} from '../../kit/session';
import {styles} from '../../kit/styles';
import {date, t} from '../../kit/text';
import {findUnit} from '../../kit/units';
import '../../parts/data-chart';
import '../../parts/state-notes';
import '../../parts/status-badge';
import {measured} from './grades';
import {isDrawable, nextMilestone, pathOption, pathTable} from './path';
import './figure-history';
import './grade-reason';
import './serving-tasks';
import './target-history';

/** What is known of an indicator. */
interface Known {
  indicator: Indicator;
  /** Names. */
  unit: string;
  responsible: string;
  series: IndicatorSeries;
  /** Newest first. */
  grades: Grade[];
  /** Of the newest grade. */
  detail: GradeDetail | null;
  targets: Target1[];
  figures: Measurement[];
  conflicts: TargetConflict[];
}

const GRADES = 12;

async function load(id: string, signal: AbortSignal): Promise<Known> {
  const [placed, graded, series, targets, figures] = await Promise.all([
    place(id, signal),
    grade(id, signal),
    get<IndicatorSeries>(`/indicators/${id}/path`, {}, signal),
    get<{items: Target1[]}>(`/indicators/${id}/targets`, {}, signal),
    all<Measurement>('/measurements', {indicatorId: id}, signal, 400),
  ]);
  return {...placed, ...graded, series, figures, targets: targets.items};
}

async function place(id: string, signal: AbortSignal) {
  const indicator = await get<Indicator>(`/indicators/${id}`, {}, signal);
  const [unit, responsible, conflicts] = await Promise.all([
    nameOf(indicator.unitCode),
    nameOf(indicator.responsibleUnitCode),
    all<TargetConflict>('/conflicts', {planId: indicator.planId}, signal, 400),
  ]);
  return {indicator, unit, responsible, conflicts: conflicts.filter((conflict) => conflict.indicatorId === id)};
}

/** An agency does not see the unit above it, whose plan its indicator stands in: then the code has to do. */
async function nameOf(code: string): Promise<string> {
  const isAbove = session().units.every((own) => own.startsWith(`${code}.`));
  return isAbove ? code : (await findUnit(code)).name;
}

async function grade(id: string, signal: AbortSignal) {
  const {items} = await get<{items: Grade[]}>(`/indicators/${id}/grades`, {limit: GRADES}, signal);
  const newest = items[0];
  return {grades: items, detail: newest ? await get<GradeDetail>(`/grades/${newest.id}`, {}, signal) : null};
}

/** One indicator: its path, why it has its grade, what is missing, and where each number and target comes from. */
@customElement('indicator-page')
export class IndicatorPage extends LitElement {
  @property({attribute: false}) params: Record<string, string> = {};
  /** Shows the path to its last milestone rather than to the next. */
  @state() private whole = false;
  /** What changed while the page was open: ids of figures, and of the indicator for its grade. */
  @state() private news: ReadonlySet<string> = new Set();

  private stop: (() => void) | undefined;

  private readonly known = new Loading(this, () => this.params['id'] ?? null,
    (signal) => load(this.params['id'] ?? '', signal), (entry) => this.hears(entry));

  static override styles = [...styles, css`
    h1 { margin: 0 0 .25rem; overflow-wrap: anywhere; }
    .facts { margin: 0 0 .75rem; }
    .columns { display: grid; gap: var(--gap); grid-template-columns: minmax(0, 1fr); }
    @media (min-width: 70rem) { .columns { grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); align-items: start; } }
    .columns > div { display: grid; gap: var(--gap); grid-template-columns: minmax(0, 1fr); }
    .below { margin-top: var(--gap); }
    ol { list-style: none; margin: 0; padding: 0; }
    ol li { display: flex; gap: .75rem; align-items: center; padding: .25rem 0; border-bottom: 1px solid var(--line); flex-wrap: wrap; }
  `];

  override connectedCallback(): void {
    super.connectedCallback();
    this.stop = onMove(() => { this.whole = query('range') === 'all'; });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop?.();
  }

  private hears(entry: FeedEntry): boolean {
    const told = entry.data as {id?: string; indicatorId?: string};
    if (told.indicatorId !== this.params['id'] || !/^(grade|measurement)\./.test(kind(entry))) {
      return false;
    }
    const changed = kind(entry) === 'grade.changed' ? told.indicatorId : told.id;
    this.news = new Set([...this.news, ...(changed ? [changed] : [])]);
    return true;
  }

  override render() {
    return this.known.render((known) => html`
      ${this.renderHead(known)}
      <div class="columns">
        <div>
          <section class="card ${this.news.has(known.indicator.id) ? 'news' : ''}" aria-live="polite">${known.detail
            ? html`<grade-reason .detail=${known.detail} .figure=${graded(known)}></grade-reason>`
            : html`<h2>${t('Xếp loại', 'Grade')}</h2>
              <empty-note .heading=${t('Chưa được xếp loại', 'Not graded yet')}>
                ${t('Chỉ tiêu được xếp loại khi kế hoạch có hiệu lực.', 'An indicator is graded once its plan is in force.')}
              </empty-note>`}</section>
          <section class="card">${this.renderPath(known.series)}</section>
        </div>
        <div>
          <section class="card"><target-history .targets=${known.targets} .conflicts=${known.conflicts}></target-history></section>
          <section class="card"><serving-tasks .indicator=${known.indicator}></serving-tasks></section>
          <section class="card">${this.renderGrades(known)}</section>
        </div>
      </div>
      <section class="card below">
        <figure-history .figures=${known.figures} .unit=${known.indicator.measureUnit ?? ''} .news=${this.news}></figure-history>
      </section>`);
  }

  private renderHead({indicator, unit, responsible}: Known) {
    const number = indicator.number ? `${indicator.number}. ` : '';
    return html`
      <p class="small row no-print"><a href=${link(`/indicators?unit=${indicator.unitCode}&view=list`)}>← ${t('Chỉ tiêu của', 'Indicators of')} ${unit}</a></p>
      <h1>${number}${indicator.name} – ${unit}</h1>
      <p class="facts soft row">
        ${indicator.group ? html`<span>${indicator.group}</span>` : nothing}
        <span>${t('Đơn vị chịu trách nhiệm', 'In charge')}: ${responsible}</span>
        ${indicator.leadAgency ? html`<span>${t('Cơ quan chủ trì', 'Lead agency')}: ${indicator.leadAgency}</span>` : nothing}
        <a href=${link(`/plans/${indicator.planId}`)}>${t('Kế hoạch', 'Plan')}</a>
        <span class="push row no-print">
          ${may('submitMeasurement') ? html`
            <a class="button" href=${link(`/entry?unit=${indicator.responsibleUnitCode}`)}>${t('Nhập số liệu', 'Enter figures')}</a>` : nothing}
          ${may('exportMeasurements') ? html`
            <a class="button" download href=${address('/exports/measurements', {planId: indicator.planId, format: 'xlsx'})}>
              ${t('Xuất số liệu của kế hoạch', 'Export the figures of the plan')}</a>` : nothing}
        </span>
      </p>`;
  }

  private renderPath(series: IndicatorSeries) {
    const heading = html`<h2>${t('Lộ trình và thực hiện', 'Path and figures')}</h2>`;
    if (!isDrawable(series)) {
      return html`${heading}<empty-note .heading=${t('Chưa có gì để vẽ', 'Nothing to draw yet')}>
        ${t('Mục tiêu bằng lời và chưa có số liệu.', 'The target is in words and there are no figures.')}</empty-note>`;
    }
    const next = nextMilestone(series);
    const until = this.whole ? null : next;
    return html`
      ${heading}
      ${next ? html`
        <div class="row no-print" role="group" aria-label=${t('Khoảng thời gian', 'Span')}>
          <button aria-pressed=${!this.whole} @click=${() => setQuery({range: null})}>${t(`Đến mốc ${date(next)}`, `To the milestone ${date(next)}`)}</button>
          <button aria-pressed=${this.whole} @click=${() => setQuery({range: 'all'})}>${t('Cả lộ trình', 'The whole path')}</button>
        </div>` : nothing}
      <data-chart .label=${t(`Lộ trình: ${series.name}`, `Path: ${series.name}`)} .height=${380}
        .option=${pathOption(series, until)} .table=${pathTable(series)}></data-chart>`;
  }

  private renderGrades({grades, indicator}: Known) {
    return html`
      <h2>${t('Các lần xếp loại', 'Grades over time')}</h2>
      ${grades.length === 0 ? html`<empty-note></empty-note>` : html`
        <ol>${grades.map((grade) => html`
          <li><span>${date(grade.asOf)}</span><status-badge of="grade" .code=${grade.status}></status-badge>
            <span class="soft">${measured(grade.value, indicator.measureUnit)}</span></li>`)}</ol>`}`;
  }
}

/** The figure that the newest grade judges. */
function graded({figures, grades}: Known): Measurement | undefined {
  return figures.find((figure) => figure.id === grades[0]?.measurementId);
}
