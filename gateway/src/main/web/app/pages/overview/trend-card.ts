import {html} from 'lit';
import {customElement} from 'lit/decorators.js';
import type {ScorecardTrend} from '@monitoring/api';
import {get} from '../../kit/api';
import {Loading} from '../../kit/loading';
import {date, t} from '../../kit/text';
import '../../parts/data-chart';
import {barTable, stackedBars} from './shades';
import {UnitCard} from './unit-card';

/** How the grades moved in the last months. */
@customElement('trend-card')
export class TrendCard extends UnitCard {
  private readonly trend = new Loading(this, () => this.code,
    (signal) => get<ScorecardTrend>(`/scorecards/${this.code}/trend`, {step: 'month'}, signal), this.concerns('grade'));

  override render() {
    return html`
      <section class="card" aria-labelledby="heading">
        <h2 id="heading">${t('Diễn biến 12 tháng', 'The last twelve months')}</h2>
        ${this.trend.render((trend) => this.renderTrend(trend))}
      </section>`;
  }

  private renderTrend({points, unitName}: ScorecardTrend) {
    const months = points.filter((point) => point.distribution.total > 0)
      .map((point) => ({name: date(point.asOf), counts: point.distribution.statuses}));
    if (months.length === 0) {
      return html`<empty-note .heading=${t('Chưa có kết quả nào', 'No grades yet')}>
        ${t('Kết quả có khi số liệu đầu tiên được xác nhận.', 'Grades come with the first verified figure.')}</empty-note>`;
    }
    return html`<data-chart .label=${t(`Chỉ tiêu của ${unitName} theo kết quả, cuối mỗi tháng`, `Indicators of ${unitName} by grade, at the ends of months`)}
      .option=${stackedBars('grade', months, false)} .table=${barTable('grade', t('Ngày', 'Day'), t('Tất cả', 'All'), months)}></data-chart>`;
  }
}
