import type {Grade, GradeStatus, Overlay} from '@monitoring/api';
import {figure, percentage, t} from '../../kit/text';

/** The statuses of a grade, the worst first, what was not judged last. */
export const STATUSES: readonly GradeStatus[] =
  ['MISSED', 'BEHIND', 'SLIGHTLY_BEHIND', 'ON_TRACK', 'ACHIEVED', 'NO_DATA', 'NOT_DUE', 'NO_TARGET'];

export const OVERLAYS: Record<string, {label: () => string; hint: () => string}> = {
  AT_RISK: {label: () => t('Nguy cơ', 'At risk'),
    hint: () => t('Theo đà hiện nay sẽ không đạt mục tiêu', 'At the present pace the target will be missed')},
  REGRESSING: {label: () => t('Thụt lùi', 'Regressing'),
    hint: () => t('Số liệu mới kém hơn kỳ trước', 'The latest figure is worse than the one before')},
  PROVISIONAL: {label: () => t('Tạm tính', 'Provisional'),
    hint: () => t('Mục tiêu hoặc số liệu còn chờ xác nhận', 'A target or a figure still has to be confirmed')},
};

/** The marks that a grade carries besides its status. */
export function marks(grade: {regressing: boolean; atRisk: boolean; provisional: boolean}): Overlay[] {
  return [
    ...(grade.atRisk ? ['AT_RISK' as const] : []),
    ...(grade.regressing ? ['REGRESSING' as const] : []),
    ...(grade.provisional ? ['PROVISIONAL' as const] : []),
  ];
}

/** The groups of the catalogue: what stands before the dot of a code. */
const FIELDS: Record<string, () => string> = {
  HT: () => t('Hạ tầng số', 'Digital infrastructure'),
  NL: () => t('Nhân lực số', 'Digital workforce'),
  GD: () => t('Giáo dục', 'Education'),
  XH: () => t('Xã hội số', 'Digital society'),
  CQ: () => t('Chính quyền số', 'Digital government'),
  DL: () => t('Dữ liệu', 'Data'),
  KT: () => t('Kinh tế số', 'Digital economy'),
  KH: () => t('Khoa học, công nghệ', 'Science and technology'),
  DM: () => t('Đổi mới sáng tạo', 'Innovation'),
  QT: () => t('Quản trị nhiệm vụ', 'Management of tasks'),
  TC: () => t('Tài chính', 'Finance'),
};

export function field(code: string): string {
  return FIELDS[code]?.() ?? code;
}

/** `76,3 %`, `3 nhiệm vụ`, `1.908`: a figure with its unit. */
export function measured(value: number | null | undefined, unit: string | null | undefined): string {
  if (value === null || value === undefined || !unit) {
    return figure(value);
  }
  return unit.startsWith('%') ? percentage(value) + unit.slice(1) : `${figure(value)} ${unit}`;
}

/** `−1,3 điểm` short of the path, or ahead of it. */
export function gap(grade: Grade): string {
  if (grade.gap === null) {
    return figure(null);
  }
  const points = grade.measureUnit?.startsWith('%') ? t(' điểm', ' points') : '';
  return (grade.gap > 0 ? '+' : '') + figure(grade.gap).replace('-', '−') + points;
}

/** `Còn thiếu 786 cơ sở đạt mức 2+`: what has to be done yet to meet the target. */
export function missing(grade: Pick<Grade, 'shortfall' | 'shortfallMeasure' | 'measureUnit'>, countedThing: string | null | undefined): string | null {
  if (grade.shortfall === null || grade.shortfallMeasure === null) {
    return null;
  }
  const amount = figure(grade.shortfall);
  switch (grade.shortfallMeasure) {
    case 'THINGS': {
      const thing = countedThing || grade.measureUnit?.replace(/^%.*/, '') || t('đơn vị đếm', 'of what is counted');
      return `${amount} ${thing}`;
    }
    case 'POINTS':
      return t(`${amount} điểm phần trăm`, `${amount} percentage points`);
    case 'OWN_UNIT':
      return `${amount} ${grade.measureUnit ?? ''}`.trim();
    default:
      return amount;
  }
}

/** Text of a plan or a unit as a chart's tooltip takes it, which is HTML. */
export function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
