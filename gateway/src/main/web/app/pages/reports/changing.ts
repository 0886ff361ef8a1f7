import type {Report} from '@monitoring/api';
import {Problem, send, type Held} from '../../kit/api';
import {toast} from '../../kit/toast';

/** Changes a report for one of its parts and tells the page: `changed` with the new state, or `late` when somebody was faster. */
export async function change(part: HTMLElement, method: 'POST' | 'PUT', path: string, etag: string | null, body: unknown, done: string): Promise<unknown> {
  try {
    const held = await send<Report>(method, path, {body, etag});
    part.dispatchEvent(new CustomEvent<Held<Report>>('changed', {detail: held, bubbles: true, composed: true}));
    toast(done);
    return null;
  } catch (failure) {
    if (failure instanceof Problem && (failure.status === 412 || failure.status === 409)) {
      part.dispatchEvent(new CustomEvent<unknown>('late', {detail: failure, bubbles: true, composed: true}));
    }
    return failure;
  }
}
