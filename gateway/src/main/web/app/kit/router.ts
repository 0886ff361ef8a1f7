/** Where the reader is: the path says the page, the query its state, so that every view can be shared as a link. */

export interface Route {
  /** A URLPattern's path: `/indicators/:id`. */
  path: string;
  /** The custom element that shows it; gets the path's parts as `params`. */
  element: string;
  load: () => Promise<unknown>;
  title: () => string;
  /** Whether it is shown without signing in. */
  open?: boolean;
}

/** Of the browser; not in the compiler's library yet. */
declare class URLPattern {
  constructor(init: {pathname: string});
  exec(input: {pathname: string}): {pathname: {groups: Record<string, string | undefined>}} | null;
}

export interface Place {
  route: Route;
  params: Record<string, string>;
}

const MOVED = 'moved';

export function place(routes: readonly Route[]): Place | null {
  for (const route of routes) {
    const match = new URLPattern({pathname: route.path}).exec({pathname: location.pathname});
    if (match) {
      return {route, params: match.pathname.groups as Record<string, string>};
    }
  }
  return null;
}

/** Goes to an address of the dashboard; the unit that is looked at goes along unless another one is named. */
export function go(to: string): void {
  history.pushState(null, '', link(to));
  window.dispatchEvent(new Event(MOVED));
  window.scrollTo(0, 0);
}

/** The address with the unit that is looked at now. */
export function link(to: string): string {
  const target = new URL(to, location.origin);
  const unit = query('unit');
  if (unit && !target.searchParams.has('unit')) {
    target.searchParams.set('unit', unit);
  }
  return target.pathname + target.search;
}

/** A part of the view's state as the address says it. */
export function query(name: string): string | null {
  return new URLSearchParams(location.search).get(name);
}

/** Puts parts of the view's state into the address (null or '' takes one away), without a new entry in the history unless asked. */
export function setQuery(changes: Record<string, string | null>, entry = false): void {
  const address = new URL(location.href);
  for (const [name, value] of Object.entries(changes)) {
    if (value) {
      address.searchParams.set(name, value);
    } else {
      address.searchParams.delete(name);
    }
  }
  if (address.href === location.href) {
    return;
  }
  history[entry ? 'pushState' : 'replaceState'](null, '', address);
  window.dispatchEvent(new Event(MOVED));
}

/** Calls on every change of place or state, and at once; returns how to stop it. */
export function onMove(listener: () => void): () => void {
  window.addEventListener('popstate', listener);
  window.addEventListener(MOVED, listener);
  listener();
  return () => {
    window.removeEventListener('popstate', listener);
    window.removeEventListener(MOVED, listener);
  };
}

/** Follows plain clicks on our own links without loading the page anew. */
export function followLinks(root: EventTarget): void {
  root.addEventListener('click', (event) => {
    const click = event as MouseEvent;
    if (click.defaultPrevented || click.button !== 0 || click.metaKey || click.ctrlKey || click.shiftKey || click.altKey) {
      return;
    }
    const anchor = click.composedPath().find((node): node is HTMLAnchorElement => node instanceof HTMLAnchorElement);
    if (!anchor || anchor.target || anchor.hasAttribute('download') || anchor.origin !== location.origin
        || /^\/(api|login|logout|docs|openapi|asyncapi)/.test(anchor.pathname)) {
      return;
    }
    click.preventDefault();
    go(anchor.pathname + anchor.search);
  });
}
