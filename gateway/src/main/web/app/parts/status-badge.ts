import {LitElement, css, html, svg, type SVGTemplateResult} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {base} from '../kit/styles';
import {t} from '../kit/text';

type Tone = 'good' | 'fair' | 'bad' | 'none' | 'news';
type Shape = 'disc' | 'tick' | 'triangle' | 'square' | 'cross' | 'ring' | 'dash' | 'diamond';

export interface Status {
  tone: Tone;
  shape: Shape;
  label: string;
}

const say = (tone: Tone, shape: Shape, vi: string, en: string): Status => ({tone, shape, label: t(vi, en)});

/** How well an indicator does: the grades of the platform, the worst first. */
export const GRADES: Record<string, Status> = {
  MISSED: say('bad', 'cross', 'Không đạt', 'Missed'),
  BEHIND: say('bad', 'square', 'Chậm', 'Behind'),
  SLIGHTLY_BEHIND: say('fair', 'triangle', 'Chậm nhẹ', 'Slightly behind'),
  ON_TRACK: say('good', 'disc', 'Đúng lộ trình', 'On track'),
  ACHIEVED: say('good', 'tick', 'Đạt', 'Achieved'),
  NOT_DUE: say('none', 'ring', 'Chưa đến kỳ', 'Not due'),
  NO_TARGET: say('none', 'dash', 'Không đặt mục tiêu', 'No target'),
  NO_DATA: say('none', 'diamond', 'Chưa đủ dữ liệu', 'Not enough data'),
};

/** Where a task stands against its deadline. */
export const TIMELINESS: Record<string, Status> = {
  OVERDUE: say('bad', 'cross', 'Quá hạn', 'Overdue'),
  UPDATE_LATE: say('bad', 'square', 'Chậm cập nhật', 'Update late'),
  LATE: say('fair', 'triangle', 'Xong muộn', 'Done late'),
  DUE_SOON: say('fair', 'triangle', 'Sắp đến hạn', 'Due soon'),
  WITHIN_TIME: say('good', 'disc', 'Trong hạn', 'Within time'),
  KEPT_UP: say('good', 'disc', 'Duy trì đều', 'Kept up'),
  ON_TIME: say('good', 'tick', 'Xong đúng hạn', 'Done on time'),
  DONE_EARLY: say('good', 'tick', 'Xong sớm', 'Done early'),
  NOT_STARTED: say('none', 'ring', 'Chưa bắt đầu', 'Not started'),
  NO_DEADLINE: say('none', 'dash', 'Không có hạn', 'No deadline'),
  DROPPED: say('none', 'dash', 'Không thực hiện nữa', 'Dropped'),
};

/** How far a task has come in its life. */
export const TASK_STATES: Record<string, Status> = {
  DRAFT: say('none', 'ring', 'Chưa giao', 'Not assigned'),
  ASSIGNED: say('news', 'ring', 'Đã giao', 'Assigned'),
  ACCEPTED: say('news', 'disc', 'Đã nhận', 'Accepted'),
  IN_PROGRESS: say('news', 'disc', 'Đang thực hiện', 'In progress'),
  SUBMITTED: say('news', 'square', 'Chờ nghiệm thu', 'Handed over'),
  RETURNED: say('fair', 'triangle', 'Bị trả lại', 'Returned'),
  COMPLETED: say('good', 'tick', 'Hoàn thành', 'Completed'),
  PAUSED: say('none', 'square', 'Tạm dừng', 'Paused'),
  CANCELLED: say('none', 'cross', 'Hủy', 'Cancelled'),
  SUPERSEDED: say('none', 'dash', 'Được thay thế', 'Superseded'),
};

/** How far a figure has come. */
export const FIGURE_STATES: Record<string, Status> = {
  MISSING: say('bad', 'diamond', 'Chưa nhập', 'Missing'),
  SUBMITTED: say('news', 'square', 'Chờ xác nhận', 'Awaits verification'),
  RETURNED: say('fair', 'triangle', 'Bị trả lại', 'Returned'),
  VERIFIED: say('good', 'tick', 'Đã xác nhận', 'Verified'),
};

/** How far a report has come. */
export const REPORT_STATES: Record<string, Status> = {
  OPEN: say('none', 'ring', 'Chưa lập', 'Not begun'),
  DRAFT: say('news', 'ring', 'Dự thảo', 'Draft'),
  DRAFTED: say('news', 'ring', 'Dự thảo', 'Draft'),
  SUBMITTED: say('news', 'square', 'Đã gửi', 'Sent'),
  ACCEPTED: say('good', 'tick', 'Đã tiếp nhận', 'Accepted'),
  RETURNED: say('fair', 'triangle', 'Bị trả lại', 'Returned'),
  CORRECTING: say('fair', 'triangle', 'Đang đính chính', 'Under correction'),
  CONSOLIDATED: say('good', 'tick', 'Đã tổng hợp', 'Consolidated'),
};

/** Whether a report came in time. */
export const PUNCTUALITY: Record<string, Status> = {
  OVERDUE: say('bad', 'cross', 'Quá hạn', 'Overdue'),
  LATE: say('fair', 'triangle', 'Gửi muộn', 'Sent late'),
  PENDING: say('none', 'ring', 'Chưa đến hạn', 'Not due'),
  ON_TIME: say('good', 'tick', 'Đúng hạn', 'On time'),
  LAPSED: say('none', 'dash', 'Không còn phải gửi', 'Lapsed'),
};

export const PLAN_STATES: Record<string, Status> = {
  DRAFT: say('news', 'ring', 'Dự thảo', 'Draft'),
  IN_FORCE: say('good', 'disc', 'Đang thực hiện', 'In force'),
  SUPERSEDED: say('none', 'dash', 'Được thay thế', 'Superseded'),
  EXPIRED: say('none', 'dash', 'Hết hiệu lực', 'Expired'),
};

/** What a warning warns of. */
export const WARNINGS: Record<string, Status> = {
  OVERDUE: say('bad', 'cross', 'Quá hạn', 'Overdue'),
  LATE: say('bad', 'square', 'Chậm tiến độ', 'Late'),
  MISMATCH: say('bad', 'square', 'Số liệu không khớp', 'Mismatch'),
  DUE_SOON: say('fair', 'triangle', 'Sắp đến hạn', 'Due soon'),
  INSUFFICIENT_DATA: say('fair', 'diamond', 'Thiếu thông tin cập nhật', 'Insufficient data'),
  MISSING_DEADLINE: say('fair', 'dash', 'Chưa có thời hạn', 'No deadline'),
};

const TABLES = {
  grade: GRADES, timeliness: TIMELINESS, task: TASK_STATES, figure: FIGURE_STATES, report: REPORT_STATES,
  punctuality: PUNCTUALITY, plan: PLAN_STATES, warning: WARNINGS,
};

export type StatusOf = keyof typeof TABLES;

/** How a status is shown; one that is not known yet is shown by its code. */
export function status(of: StatusOf, code: string): Status {
  return TABLES[of][code] ?? {tone: 'none', shape: 'dash', label: code};
}

const SHAPES: Record<Shape, SVGTemplateResult> = {
  disc: svg`<circle cx="8" cy="8" r="6"/>`,
  tick: svg`<path d="M2 8.5l4 4 8-9" fill="none" stroke="currentColor" stroke-width="3"/>`,
  triangle: svg`<path d="M8 1.5l7 13H1z"/>`,
  square: svg`<rect x="2" y="2" width="12" height="12"/>`,
  cross: svg`<path d="M3 3l10 10M13 3L3 13" stroke="currentColor" stroke-width="3"/>`,
  ring: svg`<circle cx="8" cy="8" r="5.5" fill="none" stroke="currentColor" stroke-width="2"/>`,
  dash: svg`<path d="M2 8h12" stroke="currentColor" stroke-width="3"/>`,
  diamond: svg`<path d="M8 1.5l6.5 6.5L8 14.5 1.5 8z" fill="none" stroke="currentColor" stroke-width="2"/>`,
};

/** A status by shape, word and colour, so that none of the three is needed alone. */
@customElement('status-badge')
export class StatusBadge extends LitElement {
  /** Which status `code` is one of. */
  @property() of: StatusOf = 'grade';
  @property() code = '';
  /** A status that only one page knows; stands before `of` and `code`. */
  @property({attribute: false}) shown: Status | undefined;
  /** Shows the shape alone; the word stays for screen readers and as a hint. */
  @property({type: Boolean}) brief = false;

  static override styles = [base, css`
    :host { display: inline-block; }
    span.badge {
      display: inline-flex; align-items: center; gap: .35rem; border-radius: 1rem; padding: .1rem .6rem .1rem .45rem;
      font-size: .85rem; font-weight: 600; white-space: nowrap;
    }
    .brief { padding: .2rem; }
    svg { width: .8rem; height: .8rem; fill: currentColor; flex: none; }
    .good { background: var(--good-soft); color: var(--good); }
    .fair { background: var(--fair-soft); color: var(--fair); }
    .bad { background: var(--bad-soft); color: var(--bad); }
    .none { background: var(--none-soft); color: var(--none); }
    .news { background: var(--accent-soft); color: var(--accent); animation: none; }
  `];

  override render() {
    const {tone, shape, label} = this.shown ?? status(this.of, this.code);
    return html`
      <span class="badge ${tone} ${this.brief ? 'brief' : ''}" title=${this.brief ? label : ''}>
        <svg viewBox="0 0 16 16" aria-hidden="true">${SHAPES[shape]}</svg>
        <span class=${this.brief ? 'visually-hidden' : ''}>${label}</span>
      </span>`;
  }
}

/** The colour of a tone as charts need it. */
export function colour(tone: Tone): string {
  return getComputedStyle(document.documentElement).getPropertyValue(tone === 'news' ? '--accent' : `--${tone}`).trim();
}
