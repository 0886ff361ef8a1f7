import {language} from '../../kit/text';

const exact = new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB', {maximumFractionDigits: 20});

/** A number as one would type it, with all its digits: what is corrected must not be rounded on the way. Empty for none. */
export function written(value: number | null | undefined): string {
  return value === null || value === undefined ? '' : exact.format(value);
}

/**
 * The number that somebody typed as offices write it: `1.908,5` in Vietnamese, `1,908.5` in English. Null for nothing, NaN for what
 * is no number.
 */
export function typed(text: string): number | null {
  const trimmed = text.replace(/[\s%]/g, '');
  if (trimmed === '') {
    return null;
  }
  const [group, point] = language === 'vi' ? ['.', ','] : [',', '.'];
  const whole = new RegExp(`^-?(\\d+|\\d{1,3}(\\${group}\\d{3})+)(\\${point}\\d+)?$`);
  return whole.test(trimmed) ? Number(trimmed.replaceAll(group!, '').replace(point!, '.')) : NaN;
}
