import type {DueCount, ReportObligationSummary, Scorecard, TaskStatistics, WarningCounts} from '@monitoring/api';
import {t} from '../../kit/text';
import {isProvince} from '../../kit/units';
import {allTogether, together} from './unit-card';

/** What both the strip and the cards ask the API for. */

export function scorecardOf(code: string): Promise<Scorecard> {
  return together<Scorecard>(`/scorecards/${code}`);
}

/** By the communes of a province, by the agencies of a commune. */
export function tasksOf(code: string): Promise<TaskStatistics> {
  return together<TaskStatistics>('/task-statistics', {unit: code, groupBy: isProvince(code) ? 'unit' : 'agency', limit: 200});
}

export function warningsOf(code: string): Promise<WarningCounts> {
  return together<WarningCounts>('/warnings/counts', {unit: code});
}

export function reportsOf(code: string): Promise<ReportObligationSummary[]> {
  return allTogether<ReportObligationSummary>('/report-obligations/summary', {unit: code});
}

export function dueOf(code: string, quarter: string): Promise<DueCount[]> {
  return allTogether<DueCount>('/due-measurements/counts', {unit: code, period: quarter});
}

export function quarterOf(day: string): string {
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}

export function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}

/** The fields of the catalogue by their codes. */
const FIELDS: Record<string, string> = {
  CQ: t('Chính quyền số', 'Digital government'),
  DL: t('Dữ liệu', 'Data'),
  DM: t('Đổi mới sáng tạo', 'Innovation'),
  GD: t('Giáo dục', 'Education'),
  HT: t('Hạ tầng số', 'Digital infrastructure'),
  KH: t('Khoa học, công nghệ', 'Science and technology'),
  KT: t('Kinh tế số', 'Digital economy'),
  NL: t('Nhân lực số', 'Digital workforce'),
  QT: t('Quản trị nhiệm vụ', 'Management of tasks'),
  TC: t('Tài chính', 'Finance'),
  XH: t('Xã hội số', 'Digital society'),
};

export function fieldName(group: string | null): string {
  return group === null ? t('Ngoài danh mục chung', 'Outside of the catalogue') : FIELDS[group] ?? group;
}
