import { useMemo, useSyncExternalStore } from 'react';
import { preference } from '../app/preferences';
import { formats, type Formats } from './format';
import type { en } from './en';

export type Language = 'en' | 'zh';
export type Key = keyof typeof en;
export type Catalogue = Record<Key, string>;
/** A text the server gives in both languages. */
export interface Bilingual {
  en: string;
  zh: string;
}

type Names<S extends string> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;
type Arguments<K extends Key> = [Names<(typeof en)[K]>] extends [never]
  ? []
  : [values: Record<Names<(typeof en)[K]>, string | number>];
/** A key whose text has nothing to fill in. */
export type PlainKey = { [K in Key]: [Names<(typeof en)[K]>] extends [never] ? K : never }[Key];
/** The text for a key; values fill `{name}`, and of `one|other` the form for `{n}` is taken. */
export type Translate = <K extends Key>(key: K, ...values: Arguments<K>) => string;

const isLanguage = (value: string): value is Language => value === 'en' || value === 'zh';

export const language = preference<Language>(
  'language',
  () => (navigator.languages.some((tag) => tag.toLowerCase().startsWith('zh')) ? 'zh' : 'en'),
  isLanguage,
);

const loaders: Record<Language, () => Promise<Catalogue>> = {
  en: () => import('./en').then((module) => module.en),
  zh: () => import('./zh').then((module) => module.zh),
};

interface Spoken {
  lang: Language;
  catalogue: Catalogue;
}

let spoken: Spoken | undefined;
const listeners = new Set<() => void>();

/** Loads the language's catalogue and speaks it from then on. */
export async function speak(lang: Language): Promise<void> {
  const catalogue = await loaders[lang]();
  spoken = { lang, catalogue };
  language.set(lang);
  document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en';
  listeners.forEach((listener) => listener());
}

export function translator({ lang, catalogue }: Spoken): Translate {
  const f = formats(lang);
  const plural = new Intl.PluralRules(lang === 'zh' ? 'zh-CN' : 'en');
  return (key, ...rest) => {
    const values = (rest[0] ?? {}) as Record<string, string | number>;
    const forms = catalogue[key].split('|');
    const form = forms.length > 1 && typeof values.n === 'number' && plural.select(values.n) === 'one' ? forms[0] : forms.at(-1);
    return (form ?? key).replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = values[name];
      return typeof value === 'number' ? f.integer(value) : String(value ?? '');
    });
  };
}

export interface I18n {
  lang: Language;
  t: Translate;
  f: Formats;
  /** The text in the current language, or in the other where it is missing. */
  say(text: Bilingual | null | undefined): string;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useI18n(): I18n {
  const current = useSyncExternalStore(subscribe, () => spoken);
  return useMemo(() => {
    if (!current) throw new Error('speak() comes before the first render');
    const { lang } = current;
    return {
      lang,
      t: translator(current),
      f: formats(lang),
      say: (text) => (text ? text[lang] || text[lang === 'en' ? 'zh' : 'en'] : ''),
    };
  }, [current]);
}
