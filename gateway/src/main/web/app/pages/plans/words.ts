import {t} from '../../kit/text';
import type {Status} from '../../parts/status-badge';

/** What became of a row of the workbook. */
export const OUTCOMES: Record<string, Status> = {
  REJECTED: {tone: 'bad', shape: 'cross', label: t('Không nhận', 'Rejected')},
  NEEDS_DECISION: {tone: 'fair', shape: 'triangle', label: t('Cần quyết định', 'Needs a decision')},
  FLAGGED: {tone: 'news', shape: 'diamond', label: t('Nhận, có lưu ý', 'Accepted with remarks')},
  ACCEPTED: {tone: 'good', shape: 'tick', label: t('Nhận', 'Accepted')},
};

export const BLOCKS: Record<string, string> = {
  DANG: t('Đảng', 'Party'),
  CHINH_QUYEN: t('Chính quyền', 'Government'),
  HDND: t('Hội đồng nhân dân', "People's council"),
  MTTQ: t('Mặt trận Tổ quốc', 'Fatherland front'),
};
