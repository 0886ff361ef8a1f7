import type {Task, WorkListCounts} from '@monitoring/api';
import type {Query} from '../../kit/api';
import {query, setQuery} from '../../kit/router';
import {unit} from '../../kit/units';

/** What narrows the tasks, as the address says it. */
export const NARROWING = ['timeliness', 'status', 'q', 'leadAgency', 'planId', 'director', 'dueFrom', 'dueTo', 'kind'] as const;

export type WorkList = WorkListCounts['items'][number]['list'];

/** The filters of the address with the unit: as the lists, the statistics and the exports take them. */
export function filters(): Query {
  const found: Query = {unit: unit()};
  for (const name of NARROWING) {
    found[name] = query(name);
  }
  return found;
}

/** The work-list that is looked at instead of all tasks, if any. */
export function workList(): WorkList | null {
  return query('list');
}

export function isNarrowed(): boolean {
  return workList() !== null || NARROWING.some((name) => query(name) !== null);
}

/** Takes all filters away. */
export function widen(): void {
  setQuery({list: null, ...Object.fromEntries(NARROWING.map((name) => [name, null]))}, true);
}

/** What a task is called. */
export function called(task: Task): string {
  return task.title ?? task.work ?? task.responsibility ?? task.number;
}
