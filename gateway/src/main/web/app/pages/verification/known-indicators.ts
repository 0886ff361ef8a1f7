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

/** The last verified figure of an indicator, of whatever period; undefined when there is none. */
export async function findLastVerified(indicatorId: string, signal: AbortSignal): Promise<Measurement | undefined> {
  const page = await get<{items: Measurement[]}>('/measurements', {indicatorId, status: 'VERIFIED', limit: 1}, signal);
  return page.items[0];
}
