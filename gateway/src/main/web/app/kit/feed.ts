import {address} from './api';
import type {FeedEntry} from '@monitoring/api';

/**
 * What happens in the caller's units, as it happens (server-sent events).
 *
 * One stream for the whole page. The browser resumes a broken one by itself; when the stream is refused (the session was
 * renewed, a replica stopped), it is opened again after the last entry that arrived, so nothing is missed or told twice.
 */

export type FeedState = 'connecting' | 'live' | 'lost';

type Listener = (entry: FeedEntry) => void;

const LONGEST_WAIT = 15_000;

const listeners = new Set<Listener>();
const resets = new Set<() => void>();
const watchers = new Set<(state: FeedState) => void>();

let source: EventSource | null = null;
let last: string | null = null;
let failures = 0;
let state: FeedState = 'connecting';

function become(next: FeedState): void {
  if (next !== state) {
    state = next;
    watchers.forEach((watcher) => watcher(next));
  }
}

function open(): void {
  source?.close();
  const stream = new EventSource(address('/events', {lastEventId: last}));
  source = stream;
  stream.onopen = () => {
    failures = 0;
    become('live');
  };
  stream.onmessage = (message) => {
    last = message.lastEventId;
    const entry = JSON.parse(message.data) as FeedEntry;
    listeners.forEach((listener) => listener(entry));
  };
  // The place is no longer held: what is shown may be old.
  stream.addEventListener('reset', (message) => {
    last = (message as MessageEvent).lastEventId;
    resets.forEach((reset) => reset());
  });
  stream.onerror = () => {
    become('lost');
    if (stream.readyState === EventSource.CLOSED) {
      setTimeout(open, Math.min(1000 * 2 ** failures++, LONGEST_WAIT));
    }
  };
}

/** Begins to listen; `listener` hears each entry once and `reset` that the state must be loaded anew. Returns how to stop. */
export function follow(listener: Listener, reset: () => void = () => {}): () => void {
  listeners.add(listener);
  resets.add(reset);
  if (!source) {
    open();
    // A stream over a network that went away is silent, not broken.
    window.addEventListener('offline', () => become('lost'));
    window.addEventListener('online', open);
    window.addEventListener('pagehide', () => source?.close());
    window.addEventListener('pageshow', (event) => event.persisted && open());
  }
  return () => {
    listeners.delete(listener);
    resets.delete(reset);
  };
}

/** Calls with the state of the connection, now and whenever it changes. */
export function watchFeed(watcher: (state: FeedState) => void): () => void {
  watchers.add(watcher);
  watcher(state);
  return () => watchers.delete(watcher);
}

/** `measurement.verified` of `vn.monitoring.measurement.verified.v1`. */
export function kind(entry: FeedEntry): string {
  return entry.type.replace(/^vn\.monitoring\./, '').replace(/\.v\d+$/, '');
}
