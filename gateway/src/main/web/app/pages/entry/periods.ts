import {today} from '../../kit/text';

/** The last day of a period that has come: the day that a figure of it is usually as of. */
export function usualDay(period: string): string {
  const [year, part] = period.split('-') as [string, string | undefined];
  const month = !part ? 12 : part.startsWith('Q') ? 3 * Number(part.slice(1)) : part === 'H1' ? 6 : part === 'H2' ? 12
    : part === '9M' ? 9 : Number(part);
  // Day 0 of the next month is the last of this one.
  const last = new Date(Date.UTC(Number(year), month, 0)).toISOString().slice(0, 10);
  return last < today() ? last : today();
}

/** Months and quarters of late, the newest first: what a reporter may want to enter. */
export function latePeriods(): string[] {
  const [year, month] = today().split('-').map(Number) as [number, number, number];
  const periods = new Set<string>();
  for (let back = 0; back < 6; back++) {
    const at = new Date(Date.UTC(year, month - 1 - back, 1));
    const [y, m] = [at.getUTCFullYear(), at.getUTCMonth() + 1];
    periods.add(`${y}-Q${Math.ceil(m / 3)}`);
    periods.add(`${y}-${String(m).padStart(2, '0')}`);
  }
  return [...periods, `${year}`, `${year - 1}`];
}
