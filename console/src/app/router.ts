import { useMemo, useSyncExternalStore } from 'react';

/** Where the console is: a path and its query. The address always holds what is shown, so that it can be sent to a colleague. */
export interface Place {
  path: string;
  query: URLSearchParams;
}

const listeners = new Set<() => void>();
const notify = () => listeners.forEach((listener) => listener());
if (typeof window !== 'undefined') window.addEventListener('popstate', notify);

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const address = () => window.location.pathname + window.location.search;

export function usePlace(): Place {
  const current = useSyncExternalStore(subscribe, address);
  return useMemo(() => {
    const url = new URL(current, 'http://console');
    return { path: url.pathname, query: url.searchParams };
  }, [current]);
}

export function navigate(to: string, options: { replace?: boolean } = {}): void {
  if (to === address()) return;
  const pathChanges = new URL(to, window.location.href).pathname !== window.location.pathname;
  if (options.replace) window.history.replaceState(null, '', to);
  else window.history.pushState(null, '', to);
  notify();
  if (pathChanges) window.scrollTo(0, 0);
}

/** The address with some query values replaced; null, undefined and '' take a value out. */
export function withQuery(place: Place, changes: Record<string, string | null | undefined>): string {
  const query = new URLSearchParams(place.query);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === undefined || value === '') query.delete(name);
    else query.set(name, value);
  }
  const text = query.toString();
  return text ? `${place.path}?${text}` : place.path;
}

/** What follows `prefix` in the path, cut at slashes and decoded: `/data/imports/7` under `/data` is ['imports', '7']. */
export function segments(path: string, prefix: string): string[] {
  return path.slice(prefix.length).split('/').filter(Boolean).map(decodeURIComponent);
}
