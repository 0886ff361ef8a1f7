import {LitElement, css, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {GradePreview, PreviewedGrade} from '@monitoring/api';
import {styles} from '../../kit/styles';
import {date, period, t, told} from '../../kit/text';
import {status} from '../../parts/status-badge';
import '../../parts/status-badge';
import {marks, missing} from '../indicators/grades';
import '../indicators/overlay-marks';

/** What a figure that is being typed would lead to, beside what stands now. */
@customElement('grade-outlook')
export class GradeOutlook extends LitElement {
  @property({attribute: false}) preview: GradePreview | null = null;
  /** The unit of measurement as the plan has it. */
  @property({attribute: false}) unit = '';
  /** The answer is of what stood in the form before. */
  @property({type: Boolean, reflect: true}) pending = false;

  static override styles = [...styles, css`
    :host { display: block; }
    .outlook { border-left: 4px solid var(--line); background: var(--none-soft); border-radius: var(--radius); padding: .5rem .75rem; margin: .5rem 0; }
    .outlook.good { border-color: var(--good); background: var(--good-soft); }
    .outlook.fair { border-color: var(--fair); background: var(--fair-soft); }
    .outlook.bad { border-color: var(--bad); background: var(--bad-soft); }
    .outlook.news { border-color: var(--accent); background: var(--accent-soft); }
    p { margin: .25rem 0; }
    :host([pending]) .outlook { opacity: .65; }
  `];

  override render() {
    const preview = this.preview;
    const then = preview?.gradeThen;
    return html`${preview && then ? this.renderGrade(preview, then) : nothing}`;
  }

  private renderGrade(preview: GradePreview, then: PreviewedGrade) {
    const lacks = missing({...then, measureUnit: this.unit || null}, preview.countedThing);
    return html`
      <div class="outlook ${status('grade', then.status).tone}">
        <p class="row">
          <strong>${t('Khi được xác nhận', 'Once verified')}:</strong>
          <status-badge of="grade" .code=${then.status}></status-badge>
          <overlay-marks .marks=${marks(then.overlays)}></overlay-marks>
        </p>
        <p>${this.change(preview.gradeNow, then)}</p>
        ${lacks ? html`<p><strong>${t(`Còn thiếu ${lacks}`, `Still missing: ${lacks}`)}</strong>
          ${then.target ? t(`để đạt mục tiêu ${then.target.raw}.`, `to meet the target ${then.target.raw}.`) : nothing}</p>` : nothing}
        ${preview.flags.includes('NOT_APPLICABLE') ? html`<p>${t('Mẫu số bằng 0: chỉ tiêu không phát sinh trong kỳ này.', 'The denominator is 0: the indicator does not apply in this period.')}</p>` : nothing}
        ${then.period && then.period !== preview.period ? html`
          <p>${t(`Vẫn xếp loại theo số liệu mới hơn, của ${period(then.period)}.`, `A later figure still counts, of ${period(then.period)}.`)}</p>` : nothing}
        <details class="small">
          <summary>${t('Vì sao?', 'Why?')}</summary>
          <p>${told(then.explanation)}</p>
          <p class="soft">${t('Tính đến', 'As at')} ${date(then.asOf)}</p>
        </details>
      </div>`;
  }

  private change(now: PreviewedGrade | null | undefined, then: PreviewedGrade): string {
    if (!now) {
      return t('Trước đây chưa được xếp loại.', 'There was no grade before.');
    }
    const label = status('grade', now.status).label;
    return now.status === then.status
      ? t('Không đổi so với hiện nay.', 'The same as now.')
      : t(`Hiện nay là “${label}”.`, `Now it is “${label}”.`);
  }
}
