import {css, html} from 'lit';
import {customElement} from 'lit/decorators.js';
import {styleMap} from 'lit/directives/style-map.js';
import type {Scorecard} from '@monitoring/api';
import {Loading} from '../../kit/loading';
import {link} from '../../kit/router';
import {figure, percentage, t} from '../../kit/text';
import {isProvince} from '../../kit/units';
import '../../parts/data-chart';
import '../../parts/figure-value';
import {GRADES} from '../../parts/status-badge';
import {fieldName, scorecardOf} from './answers';
import {barTable, shade, stackedBars, type Bar} from './shades';
import {UnitCard} from './unit-card';

/** How many indicators stand at which grade, overall and by group. */
@customElement('grade-card')
export class GradeCard extends UnitCard {
  static override styles = [...UnitCard.styles, css`
    .bar { display: flex; height: 1.1rem; border-radius: 3px; overflow: hidden; margin: .25rem 0 .6rem; background: var(--none-soft); }
    .bar span { border-right: 2px solid var(--paper); min-width: 3px; }
    ul { list-style: none; margin: 0 0 .5rem; padding: 0; display: flex; flex-wrap: wrap; gap: .25rem .75rem; }
    li a { display: inline-flex; align-items: center; gap: .35rem; min-height: 1.6rem; color: var(--ink); }
    h3 { margin-top: .75rem; }
  `];

  private readonly card = new Loading(this, () => this.code, () => scorecardOf(this.code), this.concerns('grade'));

  override render() {
    return html`
      <section class="card" aria-labelledby="heading">
        <div class="head"><h2 id="heading">${t('Chỉ tiêu theo kết quả', 'Indicators by grade')}</h2>
          <a class="push quiet" href=${link('/indicators')}>${t('Mở trang chỉ tiêu', 'Open the indicators')}</a></div>
        ${this.card.render((card) => card.overall.total === 0
          ? html`<empty-note .heading=${t('Đơn vị chưa có chỉ tiêu', 'The unit has no indicators')}>
              ${t('Nhập kế hoạch để có chỉ tiêu.', 'Import a plan to have some.')}</empty-note>`
          : this.renderCard(card))}
      </section>`;
  }

  private renderCard(card: Scorecard) {
    const {statuses, total, coverage, regressing, provisional} = card.overall;
    const present = Object.keys(GRADES).filter((code) => (statuses[code] ?? 0) > 0);
    const groups = this.groups(card);
    const {numerator, denominator, percent} = card.reportingUnits;
    return html`
      <div class="bar" aria-hidden="true">${present.map((code) => html`
        <span style=${styleMap({flexGrow: String(statuses[code]), background: shade(code)})}></span>`)}</div>
      <ul>${present.map((code) => html`
        <li><a href=${link(`/indicators?view=list&status=${code}`)}><status-badge of="grade" .code=${code}></status-badge>
          <strong>${figure(statuses[code])}</strong></a></li>`)}</ul>
      <p class="small">
        ${t('Có số liệu', 'With data')}: <figure-value .text=${percentage(coverage.percent)} .from=${{
          numerator: coverage.numerator, denominator: coverage.denominator, at: card.asOf, source: t('Kết quả đánh giá', 'Grades'),
          note: t('Chỉ tiêu có mục tiêu mà có số liệu', 'Indicators with a target that have data')}}></figure-value> ·
        ${t('Đơn vị đã gửi số liệu', 'Units that reported')}: <figure-value .text=${percentage(percent)} .from=${{
          numerator, denominator, at: card.asOf, source: t('Số liệu đã xác nhận', 'Verified figures')}}></figure-value>
        ${regressing > 0 ? html`· <a href=${link('/indicators?view=list&overlay=REGRESSING')}>${t(`${regressing} chỉ tiêu thụt lùi`, `${regressing} regressing`)}</a>` : ''}
        ${provisional > 0 ? html`· <a href=${link('/indicators?view=list&overlay=PROVISIONAL')}>${t(`${provisional} chỉ tiêu tạm tính`, `${provisional} provisional`)}</a>` : ''}
      </p>
      <h3>${t('Theo nhóm', 'By group')}</h3>
      <data-chart .label=${t(`${total} chỉ tiêu theo nhóm và kết quả`, `${total} indicators by group and grade`)}
        .height=${groups.length * 34 + 70} .option=${stackedBars('grade', groups, true)}
        .table=${barTable('grade', t('Nhóm', 'Group'), t('Tất cả', 'All'), groups)}></data-chart>`;
  }

  /** A province's plans name their groups each in its own way: there the fields of the catalogue are told. */
  private groups(card: Scorecard): Bar[] {
    const byField = isProvince(this.code) && card.canonicalGroups.length > 0;
    return (byField ? card.canonicalGroups : card.groups)
      .map(({group, distribution}) => ({
        name: byField ? fieldName(group) : group ?? t('Chưa xếp nhóm', 'No group'), counts: distribution.statuses,
      }));
  }
}
