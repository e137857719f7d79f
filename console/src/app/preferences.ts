import { useSyncExternalStore } from 'react';

/** A choice kept in this browser: language, theme, columns. Storage that is full or forbidden only costs the memory of it. */
export interface Preference<T extends string> {
  get(): T;
  set(value: T): void;
  subscribe(listener: () => void): () => void;
}

export function preference<T extends string>(name: string, initial: () => T, valid: (value: string) => value is T): Preference<T> {
  const key = `firebreak.${name}`;
  const listeners = new Set<() => void>();
  let current: T | undefined;
  const read = (): T => {
    try {
      const stored = window.localStorage.getItem(key);
      if (stored !== null && valid(stored)) return stored;
    } catch {
      // No storage: the initial value holds for this visit.
    }
    return initial();
  };
  return {
    get: () => (current ??= read()),
    set: (value) => {
      current = value;
      try {
        window.localStorage.setItem(key, value);
      } catch {
        // As above.
      }
      listeners.forEach((listener) => listener());
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export function usePreference<T extends string>(choice: Preference<T>): T {
  return useSyncExternalStore(choice.subscribe, choice.get);
}

export type Theme = 'light' | 'dark' | 'system';

export const theme = preference<Theme>(
  'theme',
  () => 'system',
  (value): value is Theme => value === 'light' || value === 'dark' || value === 'system',
);

const systemDark = () => window.matchMedia('(prefers-color-scheme: dark)');

export function isDark(choice: Theme): boolean {
  return choice === 'dark' || (choice === 'system' && systemDark().matches);
}

function subscribeDark(listener: () => void): () => void {
  const media = systemDark();
  media.addEventListener('change', listener);
  const stop = theme.subscribe(listener);
  return () => {
    media.removeEventListener('change', listener);
    stop();
  };
}

/** Whether dark is shown now; charts and map colour themselves by it. */
export function useDark(): boolean {
  return useSyncExternalStore(subscribeDark, () => isDark(theme.get()));
}

/** Keeps `data-theme` on the root element what the preference and the system say. */
export function applyTheme(): void {
  const apply = () => {
    document.documentElement.dataset.theme = isDark(theme.get()) ? 'dark' : 'light';
  };
  subscribeDark(apply);
  apply();
}
