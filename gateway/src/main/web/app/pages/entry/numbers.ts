import {language} from '../../kit/text';

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
