import {html} from 'lit';
import type {IndicatorFigure, Report} from '@monitoring/api';
import {NOTHING, figure, percentage, t, today} from '../../kit/text';
import {may, session} from '../../kit/session';

/** What reports and obligations are called, and who may do what with them. */

export function daysLeft(dueOn: string): number {
  return Math.round((Date.parse(dueOn) - Date.parse(today())) / 86_400_000);
}

/** `còn 5 ngày`, `quá 3 ngày`, told only while something is owed. */
export function left(dueOn: string): string {
  const days = daysLeft(dueOn);
  if (days === 0) {
    return t('hạn hôm nay', 'due today');
  }
  return days > 0 ? t(`còn ${days} ngày`, `${days} days left`) : t(`quá ${-days} ngày`, `${-days} days over`);
}

export function levelName(level: string): string {
  switch (level) {
    case 'PROVINCE': return t('Tỉnh', 'Province');
    case 'COMMUNE': return t('Xã, phường', 'Commune');
    default: return t('Cơ quan', 'Agency');
  }
}

/** A number with its unit of measure: `65 %`, `12 hồ sơ`. */
export function measured(value: number | null | undefined, unit: string | null | undefined): string {
  if (value === null || value === undefined) {
    return NOTHING;
  }
  return unit === '%' ? percentage(value) : `${figure(value)}${unit ? ` ${unit}` : ''}`;
}

/** The milestone's text as the plan has it. */
export function milestone(shown: IndicatorFigure): string {
  const target = shown.target as {raw?: string; year?: number | null} | null;
  return target?.raw ? `${target.raw}${target.year ? ` (${target.year})` : ''}` : NOTHING;
}

/** Whether the caller belongs to the unit whose report it is. */
export function isSender(report: Pick<Report, 'unitCode'>): boolean {
  return session().units.includes(report.unitCode);
}

/** Whether the caller may decide on it: in the receiver's name, and not of what he sent himself. */
export function isReceiver(report: Pick<Report, 'receiverUnitCode' | 'submittedBy'>): boolean {
  return session().units.includes(report.receiverUnitCode) && report.submittedBy !== session().username;
}

export function isOpen(report: Report, part: string): boolean {
  return report.openParts.includes('*') || report.openParts.includes(part);
}

export function mayEdit(report: Report, sectionKey: string): boolean {
  return may('editReportSection') && isSender(report) && isOpen(report, `section:${sectionKey}`);
}

/** Told when somebody changed the thing between reading and writing (412). */
export function overtaken() {
  return html`<p role="alert"><strong>${t('Có người vừa thay đổi báo cáo này.', 'Somebody has just changed this report.')}</strong>
    ${t('Trang đã tải lại bản mới nhất. Xem lại rồi thực hiện lần nữa.', 'The page shows the newest state now. Look again, then repeat.')}</p>`;
}
