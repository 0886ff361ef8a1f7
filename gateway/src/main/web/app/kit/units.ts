import type {Unit} from '@monitoring/api';
import {all, get} from './api';
import {query} from './router';
import {session} from './session';

/** The unit that is looked at: the one in the address, else the caller's own. */
export function unit(): string {
  return query('unit') ?? session().units[0] ?? '';
}

const known = new Map<string, Promise<Unit>>();
const children = new Map<string, Promise<Unit[]>>();

/** Remembered for as long as the page is open. */
export function findUnit(code: string): Promise<Unit> {
  return remember(known, code, () => get<Unit>(`/units/${code}`));
}

export function unitsBelow(code: string): Promise<Unit[]> {
  return remember(children, code, () => all<Unit>('/units', {parent: code}));
}

function remember<T>(memory: Map<string, Promise<T>>, key: string, ask: () => Promise<T>): Promise<T> {
  let answer = memory.get(key);
  if (!answer) {
    answer = ask();
    answer.catch(() => memory.delete(key));
    memory.set(key, answer);
  }
  return answer;
}

export function isProvince(code: string): boolean {
  return /^\d{2}$/.test(code);
}
