import type {Indicator, Measurement} from '@monitoring/api';
import {get} from '../../kit/api';

/** What is known of indicators while the page is open: their names do not change under the reader. */

const indicators = new Map<string, Promise<Indicator>>();

export function findIndicator(id: string): Promise<Indicator> {
  let found = indicators.get(id);
  if (!found) {
    found = get<Indicator>(`/indicators/${id}`);
    found.catch(() => indicators.delete(id));
    indicators.set(id, found);
  }
  return found;
}

/**
 * The verified figure of another period that was nearest before a day, what a new one is compared with; undefined when there is none.
 * Which was submitted last says nothing: an old period may have been entered today.
 */
export async function findLastVerified(indicatorId: string, period: string, day: string, signal: AbortSignal): Promise<Measurement | undefined> {
  const page = await get<{items: Measurement[]}>('/measurements', {indicatorId, status: 'VERIFIED', limit: 100}, signal);
  return page.items
    .filter((one) => one.period !== period && one.asOf < day)
    .reduce<Measurement | undefined>((last, one) => last && last.asOf >= one.asOf ? last : one, undefined);
}
