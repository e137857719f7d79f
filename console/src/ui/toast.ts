import { useSyncExternalStore } from 'react';

export interface Toast {
  id: number;
  text: string;
}

const SHOWN_MS = 5_000;
let toasts: readonly Toast[] = [];
let next = 1;
const listeners = new Set<() => void>();

function put(changed: readonly Toast[]) {
  toasts = changed;
  listeners.forEach((listener) => listener());
}

/** Says for a few seconds that something is done; read out politely. */
export function announce(text: string): void {
  const id = next++;
  put([...toasts, { id, text }]);
  setTimeout(() => put(toasts.filter((toast) => toast.id !== id)), SHOWN_MS);
}

export function useToasts(): readonly Toast[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => toasts,
  );
}
