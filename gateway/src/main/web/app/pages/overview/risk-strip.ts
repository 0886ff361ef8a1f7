import {css, html} from 'lit';
import {customElement} from 'lit/decorators.js';
import type {ReportObligationSummary} from '@monitoring/api';
import {Loading} from '../../kit/loading';
import {period, t, today} from '../../kit/text';
import {dueOf, quarterOf, reportsOf, scorecardOf, sum, tasksOf, warningsOf} from './answers';
import './risk-figure';
import {UnitCard} from './unit-card';

/** What will be missed, and what has been: the first thing that is read in the morning. */
@customElement('risk-strip')
export class RiskStrip extends UnitCard {
  static override styles = [...UnitCard.styles, css`
    .strip { display: grid; gap: .75rem; grid-template-columns: repeat(auto-fill, minmax(9.5rem, 1fr)); }
    .wide { grid-column: 1 / -1; }
  `];

  private readonly grades = new Loading(this, () => this.code, () => scorecardOf(this.code), this.concerns('grade'));
  private readonly tasks = new Loading(this, () => this.code, () => tasksOf(this.code), this.concerns('task'));
  private readonly reports = new Loading(this, () => this.code, () => reportsOf(this.code), this.concerns('report'));
  private readonly warnings = new Loading(this, () => this.code, () => warningsOf(this.code), this.concerns('warning'));
  private readonly due = new Loading(this, () => this.code, () => dueOf(this.code, quarterOf(today())), this.concerns('measurement'));

  override render() {
    return html`
      <section aria-labelledby="missed">
        <h2 id="missed">${t('Cần chú ý', 'What will be missed')}</h2>
        <div class="strip">
          ${this.grades.render((card) => {
            const {statuses, atRisk, total} = card.overall;
            const from = {denominator: total, source: t('Kết quả đánh giá chỉ tiêu', 'Grades of the indicators'), at: card.asOf};
            return html`
              <risk-figure .label=${t('Chỉ tiêu không đạt', 'Indicators missed')} .value=${statuses['MISSED'] ?? 0} tone="bad"
                .to=${'/indicators?view=list&status=MISSED'} .from=${{...from, numerator: statuses['MISSED'] ?? 0}}></risk-figure>
              <risk-figure .label=${t('Chỉ tiêu chậm', 'Indicators behind')} .value=${statuses['BEHIND'] ?? 0} tone="bad"
                .to=${'/indicators?view=list&status=BEHIND'} .from=${{...from, numerator: statuses['BEHIND'] ?? 0}}></risk-figure>
              <risk-figure .label=${t('Chỉ tiêu có nguy cơ', 'Indicators at risk')} .value=${atRisk} tone="fair"
                .to=${'/indicators?view=list&overlay=AT_RISK'} .from=${{...from, numerator: atRisk,
                  note: t('Theo đà hiện nay sẽ không kịp mục tiêu', 'At the present pace the target will not be reached')}}></risk-figure>`;
          })}
          ${this.tasks.render((tasks) => {
            const late = tasks.byTimeliness['OVERDUE'] ?? 0;
            const soon = tasks.byTimeliness['DUE_SOON'] ?? 0;
            const from = {denominator: tasks.total, source: t('Thống kê nhiệm vụ', 'Task statistics'), at: tasks.asOf};
            return html`
              <risk-figure .label=${t('Nhiệm vụ quá hạn', 'Tasks overdue')} .value=${late} tone="bad"
                .to=${'/tasks?timeliness=OVERDUE'} .from=${{...from, numerator: late}}></risk-figure>
              <risk-figure .label=${t('Nhiệm vụ sắp đến hạn', 'Tasks due soon')} .value=${soon} tone="fair"
                .to=${'/tasks?timeliness=DUE_SOON'} .from=${{...from, numerator: soon}}></risk-figure>`;
          })}
          ${this.reports.render((summaries) => {
            const missing = sum(summaries, (one) => one.overdue);
            return html`
              <risk-figure .label=${t('Báo cáo quá hạn chưa gửi', 'Reports overdue')} .value=${missing} tone="bad" .to=${this.lateReports(summaries)}
                .from=${{numerator: missing, denominator: sum(summaries, (one) => one.expected), at: summaries[0]?.asOf,
                  source: t('Tổng hợp nghĩa vụ báo cáo', 'Summary of the reports owed')}}></risk-figure>`;
          })}
          ${this.warnings.render((counts) => html`
            <risk-figure .label=${t('Cảnh báo đang mở', 'Open warnings')} .value=${counts.total} tone="fair" .to=${'/tasks?list=warned'}
              .from=${{numerator: counts.total, source: t('Cảnh báo nhiệm vụ', 'Warnings on tasks'), at: today(),
                note: t(`Của ${counts.tasks} nhiệm vụ`, `On ${counts.tasks} tasks`)}}></risk-figure>`)}
          ${this.due.render((counts) => {
            const missing = sum(counts, (one) => one.missing);
            return html`
              <risk-figure .label=${t('Số liệu chưa nhập', 'Figures missing')} .value=${missing} tone="fair" .to=${'/indicators?view=list'}
                .from=${{numerator: missing, denominator: sum(counts, (one) => one.due), source: t('Số liệu đến kỳ', 'Figures that fall due'),
                  note: period(quarterOf(today()))}}></risk-figure>`;
          })}
        </div>
      </section>`;
  }

  /** The period with most missing, whose senders the page lists. */
  private lateReports(summaries: readonly ReportObligationSummary[]): string {
    const worst = [...summaries].sort((one, other) => other.overdue - one.overdue)[0];
    return worst && worst.overdue > 0 ? `/reports?regime=${worst.regimeId}&period=${worst.period}&late=OVERDUE` : '/reports';
  }
}
