import {language, t} from './text';

/** What the API said instead of doing it (RFC 9457), or that it could not be asked. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly title: string,
    detail: string,
    readonly violations: {in: string; field: string; message: string}[] = [],
    readonly traceId: string | null = null,
  ) {
    super(detail || title);
  }

  /** What the API says of one field of the request, if anything. */
  ofField(field: string): string | undefined {
    return this.violations.find((violation) => violation.field === field)?.message;
  }
}

/** Something with its entity tag, which a change of it must name. */
export interface Held<T> {
  body: T;
  etag: string | null;
}

export type Query = Record<string, string | number | boolean | readonly string[] | null | undefined>;

export interface Sending {
  query?: Query;
  /** Sent as JSON. */
  body?: unknown;
  /** Sent as multipart/form-data. */
  form?: FormData;
  /** What was read and is changed now. */
  etag?: string | null;
}

const BASE = '/api/v1';
const ATTEMPTS = 4;
const REPEATED = new Set([502, 503, 504]);

/** Fired on the window when the session is over. */
export const SIGNED_OUT = 'signed-out';

export function address(path: string, query: Query = {}): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (Array.isArray(value)) {
      value.forEach((one) => parameters.append(name, one));
    } else if (value !== null && value !== undefined && value !== '') {
      parameters.append(name, String(value));
    }
  }
  return BASE + path + (parameters.size > 0 ? `?${parameters}` : '');
}

export async function get<T>(path: string, query: Query = {}, signal?: AbortSignal): Promise<T> {
  return (await read<T>(path, query, signal)).body;
}

/** As [get], with the entity tag for a change. */
export async function read<T>(path: string, query: Query = {}, signal?: AbortSignal): Promise<Held<T>> {
  return answer(await ask(address(path, query), {headers: headers(), signal}));
}

/** A file of the API, to be shown in the page. */
export async function file(path: string, query: Query = {}, signal?: AbortSignal): Promise<Blob> {
  const response = await ask(address(path, query), {headers: {...headers(), 'Accept': '*/*'}, signal});
  return response.ok ? response.blob() : (await answer<never>(response)).body;
}

/** The items of all pages, at most `most` of them. */
export async function all<T>(path: string, query: Query = {}, signal?: AbortSignal, most = 2000): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | null = null;
  do {
    const page: {items: T[]; next?: string | null} = await get(path, {limit: 200, ...query, cursor}, signal);
    items.push(...page.items);
    cursor = page.next ?? null;
  } while (cursor && items.length < most);
  return items;
}

/** Asks what does not fit into an address. Nothing is changed by it: it can be given up, and is not asked again by itself. */
export async function inquire<T>(path: string, body: unknown, signal: AbortSignal): Promise<T> {
  const sent = {...headers(), 'Content-Type': 'application/json'};
  return (await answer<T>(await ask(address(path), {method: 'POST', headers: sent, body: JSON.stringify(body), signal}))).body;
}

/** Changes something, once: what got lost on the way is sent again under the same key. */
export async function send<T>(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, sending: Sending = {}): Promise<Held<T>> {
  const request: RequestInit = {method, headers: headers()};
  const sent = request.headers as Record<string, string>;
  if (method === 'POST') {
    sent['Idempotency-Key'] = key();
  }
  if (sending.etag) {
    sent['If-Match'] = sending.etag;
  }
  if (sending.form) {
    request.body = sending.form;
  } else if (sending.body !== undefined) {
    sent['Content-Type'] = 'application/json';
    request.body = JSON.stringify(sending.body);
  }
  const repeatable = method !== 'PATCH';
  for (let attempt = 1; ; attempt++) {
    const last = !repeatable || attempt === ATTEMPTS;
    try {
      const response = await ask(address(path, sending.query), request);
      if (last || !REPEATED.has(response.status)) {
        return await answer<T>(response);
      }
    } catch (failure) {
      if (last || !(failure instanceof Problem && failure.code === 'OFFLINE')) {
        throw failure;
      }
    }
    await new Promise((later) => setTimeout(later, 400 * 2 ** attempt));
  }
}

/** Random; `crypto.randomUUID` is missing where a page comes without TLS. */
function key(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function headers(): Record<string, string> {
  return {'Accept': 'application/json, application/problem+json', 'Accept-Language': language};
}

async function ask(url: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(url, request);
  } catch (failure) {
    if (request.signal?.aborted) {
      throw failure;
    }
    throw new Problem(0, 'OFFLINE', t('Không kết nối được', 'No connection'),
      t('Không kết nối được tới máy chủ. Kiểm tra mạng rồi thử lại.', 'The server cannot be reached. Check the network and try again.'));
  }
}

async function answer<T>(response: Response): Promise<Held<T>> {
  if (response.ok) {
    const body = response.status === 204 || !isJson(response) ? undefined : await response.json();
    return {body: body as T, etag: response.headers.get('ETag')};
  }
  if (response.status === 401) {
    window.dispatchEvent(new Event(SIGNED_OUT));
  }
  if (isJson(response)) {
    const said = await response.json();
    throw new Problem(response.status, said.code, said.title, said.detail, said.violations, said.traceId);
  }
  throw new Problem(response.status, String(response.status), t('Máy chủ không trả lời được', 'The server could not answer'),
    t(`Máy chủ trả lời ${response.status}. Thử lại sau ít phút.`, `The server answered ${response.status}. Try again in a few minutes.`));
}

function isJson(response: Response): boolean {
  return /json/.test(response.headers.get('Content-Type') ?? '');
}
