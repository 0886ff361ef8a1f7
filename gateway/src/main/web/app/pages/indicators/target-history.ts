import {LitElement, css, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {Target1, TargetConflict} from '@monitoring/api';
import {styles} from '../../kit/styles';
import {date, t} from '../../kit/text';
import '../../parts/state-notes';

/** The milestones of an indicator, former ones with them: who set or changed them, by which document; and what is in dispute. */
@customElement('target-history')
export class TargetHistory extends LitElement {
  @property({attribute: false}) targets: Target1[] = [];
  @property({attribute: false}) conflicts: TargetConflict[] = [];

  static override styles = [...styles, css`
    table { min-width: 28rem; }
    td:first-child { white-space: nowrap; }
    th[scope='row'] { min-width: 6rem; }
    .former { color: var(--ink-soft); }
    .former .raw { text-decoration: line-through; }
    .mark { display: inline-block; border: 1px solid var(--fair); color: var(--fair); border-radius: 1rem; padding: 0 .45rem; font-size: .8rem; font-weight: 600; }
    .conflict { border-left: 4px solid var(--fair); background: var(--fair-soft); border-radius: var(--radius); padding: .5rem .75rem; margin: .5rem 0; }
    .conflict p { margin: 0; }
  `];

  override render() {
    return html`
      <h2>${t('Mục tiêu và các lần thay đổi', 'Targets and how they changed')}</h2>
      ${this.conflicts.map((conflict) => this.renderConflict(conflict))}
      ${this.targets.length === 0 ? html`<empty-note .heading=${t('Chưa đặt mục tiêu', 'No target set')}></empty-note>` : html`
        <div class="scroll" tabindex="0" role="region" aria-label=${t('Mục tiêu', 'Targets')}>
          <table>
            <thead><tr>
              <th scope="col">${t('Hạn', 'By')}</th><th scope="col">${t('Mục tiêu', 'Target')}</th>
              <th scope="col">${t('Hiệu lực', 'In force')}</th><th scope="col">${t('Ai quyết định, theo văn bản nào', 'Decided by whom, in which document')}</th>
            </tr></thead>
            <tbody>${sorted(this.targets).map((target) => this.renderTarget(target))}</tbody>
          </table>
        </div>`}`;
  }

  private renderTarget(target: Target1) {
    const former = target.validTo !== null;
    return html`
      <tr class=${former ? 'former' : ''}>
        <td>${target.dueDate ? date(target.dueDate) : '–'}</td>
        <th scope="row"><span class="raw">${target.raw}</span>
          ${target.provisional ? html` <span class="mark">${t('chờ xác nhận', 'to be confirmed')}</span>` : nothing}
          ${former ? html` <span class="small">${t('(đã thay)', '(replaced)')}</span>` : nothing}</th>
        <td>${date(target.validFrom)} – ${former ? date(target.validTo) : t('nay', 'now')}</td>
        <td>${target.origin === 'DECISION'
          ? html`${target.decidedBy}${target.decisionDocument ? html`, ${target.decisionDocument}` : nothing}
            ${target.decidedAt ? html`<span class="small soft">(${date(target.decidedAt)})</span>` : nothing}`
          : t(`Theo kế hoạch (${target.place})`, `By the plan (${target.place})`)}
          ${target.confirmedBy ? html`<div class="small soft">${t('Đã xác nhận bởi', 'Confirmed by')} ${target.confirmedBy}, ${date(target.confirmedAt)}</div>` : nothing}</td>
      </tr>`;
  }

  private renderConflict(conflict: TargetConflict) {
    const chosen = conflict.status === 'DECIDED'
      ? t(`Đã chọn “${conflict.chosenRaw ?? ''}” theo ${conflict.decisionDocument ?? ''} (${conflict.decidedBy ?? ''}).`,
        `“${conflict.chosenRaw ?? ''}” was chosen by ${conflict.decisionDocument ?? ''} (${conflict.decidedBy ?? ''}).`)
      : conflict.status === 'OPEN'
        ? t('Chưa ai chọn; đến lúc đó mốc này chưa được xếp loại.', 'Nobody has chosen yet; until then this milestone is not graded.')
        : t('Đã rút.', 'Withdrawn.');
    return html`
      <div class="conflict">
        <p><strong>${t('Hai mục tiêu khác nhau cho hạn', 'Two different targets by')} ${date(conflict.dueDate)}</strong></p>
        <p>“${conflict.a.raw}” (${conflict.a.place}) ↔ “${conflict.b.raw}” (${conflict.b.place}). ${chosen}</p>
      </div>`;
  }
}

/** By due date; of one date the one in force first, then the latest. */
function sorted(targets: Target1[]): Target1[] {
  const key = (target: Target1) => target.dueDate ?? '9999';
  return [...targets].sort((a, b) => key(a).localeCompare(key(b)) || b.validFrom.localeCompare(a.validFrom));
}
