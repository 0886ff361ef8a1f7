import {LitElement, css} from 'lit';
import {property} from 'lit/decorators.js';
import type {FeedEntry} from '@monitoring/api';
import {all, get, type Query} from '../../kit/api';
import {kind} from '../../kit/feed';
import {session} from '../../kit/session';
import {styles} from '../../kit/styles';

/** What the cards of the overview have in common: they tell of one unit and those below it. */
export class UnitCard extends LitElement {
  @property() code = '';

  static override styles = [...styles, css`
    :host { min-width: 0; }
    .head { display: flex; flex-wrap: wrap; align-items: baseline; gap: .25rem 1rem; margin-bottom: .5rem; }
    .head h2 { margin: 0; }
    .head .push { margin-left: auto; }
    td, th { padding: .35rem .5rem; }
    p.small { line-height: 1.8rem; }
    p.small figure-value { min-height: 1.6rem; padding: 0 .25rem; }
    tbody th { min-width: 9rem; }
    a.quiet { display: inline-block; min-height: 1.6rem; }
  `];

  /** Whether news of a subject (`measurement`, `grade`, `task` …) touches what is shown. */
  protected concerns(...subjects: string[]): (entry: FeedEntry) => boolean {
    return (entry) => subjects.includes(kind(entry).split('.')[0] ?? '') && touches(entry, this.code);
  }
}

/** Whether an entry of the feed may be of a unit or one below it; who has the unit himself gets no other entries. */
export function touches(entry: FeedEntry, code: string): boolean {
  return session().units.includes(code) || entry.unitCode === code || entry.unitCode.startsWith(`${code}.`) || !code.includes('.') && code.length === 2;
}

/** How soon after one another two parts of the page must ask the same to get one answer. */
const TOGETHER = 100;

const asked = new Map<string, {at: number; answer: Promise<unknown>}>();

/** As `get`, but asks once for parts of the page that ask the same at the same moment. */
export function together<T>(path: string, query: Query = {}): Promise<T> {
  return shared(path + JSON.stringify(query), () => get<T>(path, query));
}

/** As `all`, likewise. */
export function allTogether<T>(path: string, query: Query = {}): Promise<T[]> {
  return shared(`all ${path}${JSON.stringify(query)}`, () => all<T>(path, query));
}

function shared<T>(question: string, ask: () => Promise<T>): Promise<T> {
  const now = performance.now();
  const earlier = asked.get(question);
  if (earlier && now - earlier.at < TOGETHER) {
    return earlier.answer as Promise<T>;
  }
  const answer = ask();
  asked.set(question, {at: now, answer});
  return answer;
}
