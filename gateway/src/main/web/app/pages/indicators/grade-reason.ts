import {LitElement, css, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {GradeDetail, Measurement} from '@monitoring/api';
import {styles} from '../../kit/styles';
import {date, period, t, told} from '../../kit/text';
import {status} from '../../parts/status-badge';
import '../../parts/figure-value';
import '../../parts/status-badge';
import {OVERLAYS, gap, marks, measured, missing} from './grades';
import './overlay-marks';

/** Why an indicator has its grade: in words, in numbers, and by which rules. */
@customElement('grade-reason')
export class GradeReason extends LitElement {
  @property({attribute: false}) detail!: GradeDetail;
  /** The figure that was graded. */
  @property({attribute: false}) figure: Measurement | undefined;

  static override styles = [...styles, css`
    .explained { font-size: 1.05rem; max-width: 75ch; }
    .missing { border-left: 4px solid var(--accent); background: var(--accent-soft); padding: .5rem .75rem; border-radius: var(--radius); font-weight: 600; }
    .missing.bad { border-color: var(--bad); background: var(--bad-soft); }
    dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr)); gap: .75rem; margin: .75rem 0; }
    dt { color: var(--ink-soft); font-size: .875rem; }
    dd { margin: 0; font-size: 1.15rem; font-weight: 600; }
    dd .small { font-weight: 400; }
    summary { cursor: pointer; min-height: 1.6rem; }
    ul { margin: .25rem 0; padding-left: 1.25rem; }
  `];

  override render() {
    const {grade} = this.detail;
    const lacks = missing(grade, this.detail.basis?.countedThing);
    return html`
      <h2>${t(`Vì sao “${status('grade', grade.status).label}”?`, `Why “${status('grade', grade.status).label}”?`)}</h2>
      <p class="row">
        <status-badge of="grade" .code=${grade.status}></status-badge>
        <overlay-marks .marks=${marks(grade.overlays)}></overlay-marks>
        <span class="soft small">${t('tính đến', 'as at')} ${date(grade.asOf)}</span>
      </p>
      <p class="explained">${told(grade.explanation)}</p>
      ${lacks ? html`<p class="missing ${status('grade', grade.status).tone}">${t(`Để đạt mục tiêu “${grade.target?.raw ?? ''}” còn thiếu ${lacks}.`,
        `Still missing to meet the target “${grade.target?.raw ?? ''}”: ${lacks}.`)}</p>` : nothing}
      ${this.renderNumbers()}
      ${marks(grade.overlays).length > 0 ? html`
        <ul>${marks(grade.overlays).map((mark) => html`<li><strong>${OVERLAYS[mark].label()}</strong>: ${OVERLAYS[mark].hint()}.</li>`)}</ul>` : nothing}
      ${this.renderRules()}`;
  }

  private renderNumbers() {
    const {grade} = this.detail;
    const unit = grade.measureUnit;
    return html`
      <dl>
        <div><dt>${t('Thực hiện', 'Measured')}</dt><dd>
          <figure-value .text=${measured(grade.value, unit)} .from=${{
            numerator: grade.numerator, denominator: grade.denominator, source: this.figure?.source, at: this.figure?.asOf ?? grade.asOf,
            note: this.figure ? this.verification(this.figure) : null,
          }}></figure-value>
          ${grade.period ? html`<div class="small soft">${period(grade.period)}</div>` : nothing}</dd></div>
        <div><dt>${t('Lộ trình đến nay', 'Expected by now')}</dt><dd>${measured(grade.expected, unit)}</dd></div>
        <div><dt>${t('Chênh lệch', 'Gap')}</dt><dd>${gap(grade)}</dd></div>
        <div><dt>${t('Mục tiêu', 'Target')}</dt><dd>${grade.target?.raw ?? t('không đặt', 'none')}
          ${grade.target?.dueDate ? html`<div class="small soft">${t('hạn', 'by')} ${date(grade.target.dueDate)}</div>` : nothing}</dd></div>
        ${grade.projection === null ? nothing : html`
          <div><dt>${t('Dự báo đến hạn', 'Projected by then')}</dt><dd>${measured(grade.projection, unit)}</dd></div>`}
      </dl>`;
  }

  private verification(figure: Measurement): string {
    return figure.status === 'VERIFIED'
      ? t(`Xác nhận bởi ${figure.verifiedBy ?? ''}`, `Verified by ${figure.verifiedBy ?? ''}`)
      : t('Chờ xác nhận', 'Awaits verification');
  }

  private renderRules() {
    const {grade, policy} = this.detail;
    const {inputs} = grade;
    const {settings} = policy;
    return html`
      <details class="small">
        <summary>${t('Cách tính', 'How it is computed')}</summary>
        <ul>
          ${inputs.baselineDate === null ? nothing : html`
            <li>${t('Kỳ gốc', 'Baseline')}: ${measured(inputs.baselineValue, inputs.unit)} (${date(inputs.baselineDate)})${inputs.baselineAssumed
              ? t(', lấy từ số liệu xác nhận đầu tiên vì kế hoạch chưa nêu', ', the first verified figure, since the plan states none') : ''}</li>`}
          <li>${t('Số liệu đã dùng', 'Figures used')}: ${inputs.figures}; ${t('chu kỳ', 'every')} ${inputs.periodMonths} ${t('tháng', 'months')}</li>
          <li>${t('Chậm nhẹ khi kém lộ trình không quá', 'Slightly behind when short of the path by at most')}
            ${settings.slightlyBehindPoints} ${t('điểm, hoặc đạt từ', 'points, or from')}
            ${Math.round((settings.slightlyBehindProgress ?? 0) * 100)} % ${t('tiến độ cần có', 'of the progress asked for')}</li>
          <li>${t('Chính sách xếp loại số', 'Grading policy')} ${policy.version}${policy.decisionDocument ? `, ${policy.decisionDocument}` : ''}</li>
        </ul>
      </details>`;
  }
}
