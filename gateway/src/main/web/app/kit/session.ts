import {language} from './text';

/** Who is signed in; the tokens stay in a cookie that no script can read. */
export interface Session {
  username: string;
  roles: string[];
  units: string[];
  expiresAt: string;
  /** Operation ids of the contract that the roles may use somewhere. */
  operations: string[];
}

let current: Session | null = null;
let allowed: ReadonlySet<string> = new Set();

/** Asks the gateway once, at the start. */
export async function findSession(): Promise<Session | null> {
  const response = await fetch('/session', {headers: {'Accept-Language': language}});
  current = response.status === 200 ? await response.json() as Session : null;
  allowed = new Set(current?.operations);
  return current;
}

export function session(): Session {
  if (!current) {
    throw new Error('nobody is signed in');
  }
  return current;
}

export function isSignedIn(): boolean {
  return current !== null;
}

/** Whether the caller's roles may use an operation of the contract (its operationId); where, the API decides. */
export function may(operation: string): boolean {
  return allowed.has(operation);
}

export function signIn(to = location.pathname + location.search): void {
  location.assign(`/login?return=${encodeURIComponent(to)}`);
}

export function signOut(): void {
  location.assign('/logout');
}
