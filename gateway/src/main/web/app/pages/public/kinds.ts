import {t} from '../../kit/text';

/** What kinds of data are published, by their codes; a new one is shown by its code until it is named here. */
const KINDS: Record<string, string> = {
  INDICATORS: t('Kết quả thực hiện chỉ tiêu', 'Indicators and their results'),
  SCORECARD: t('Phân bố kết quả chỉ tiêu', 'Distribution of grades'),
  TASK_TIMELINESS: t('Tiến độ nhiệm vụ', 'Timeliness of tasks'),
};

export function kindName(kind: string): string {
  return KINDS[kind] ?? kind;
}

export const KIND_CODES: readonly string[] = Object.keys(KINDS);

/** `Excel` of a media type. */
export function formatName(mediaType: string): string {
  if (mediaType.includes('spreadsheet')) {
    return 'Excel (.xlsx)';
  }
  return mediaType.includes('csv') ? 'CSV' : mediaType.includes('json') ? 'JSON' : mediaType;
}
