import type { Language } from './index';

export interface Formats {
  integer(value: number): string;
  /** A count of any size in at most four digits: 12,300 is 12.3K or 1.23万. */
  compact(value: number): string;
  decimal(value: number, digits: number): string;
  /** Rates and averages: whole from 100, one decimal from 1, two significant figures below. */
  rate(value: number): string;
  percent(share: number, digits?: number): string;
  signed(value: number): string;
  /** A calendar day given as 2020-02-12. */
  day(iso: string): string;
  shortDay(iso: string): string;
  longDay(iso: string): string;
  month(iso: string): string;
  moment(iso: string): string;
  duration(seconds: number): string;
  bytes(count: number): string;
}

const LOCALE = { en: 'en-GB', zh: 'zh-CN' } as const;
const UTC = { timeZone: 'UTC' } as const;

function make(lang: Language): Formats {
  const locale = LOCALE[lang];
  const integer = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const compact = new Intl.NumberFormat(lang === 'en' ? 'en' : locale, { notation: 'compact', maximumSignificantDigits: 3 });
  const small = new Intl.NumberFormat(locale, { maximumSignificantDigits: 2 });
  const middling = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const signed = new Intl.NumberFormat(locale, { signDisplay: 'exceptZero', maximumFractionDigits: 1 });
  const day = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'short', day: 'numeric', ...UTC });
  const shortDay = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric', ...UTC });
  const longDay = new Intl.DateTimeFormat(locale, { weekday: 'short', year: 'numeric', month: 'long', day: 'numeric', ...UTC });
  const month = new Intl.DateTimeFormat(locale, { year: '2-digit', month: 'short', ...UTC });
  const moment = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const on = (format: Intl.DateTimeFormat) => (iso: string) => {
    const date = new Date(`${iso.slice(0, 10)}T00:00:00Z`);
    return Number.isNaN(date.getTime()) ? iso : format.format(date);
  };
  return {
    integer: (value) => integer.format(value),
    compact: (value) => (Math.abs(value) < 10_000 ? integer.format(value) : compact.format(value)),
    decimal: (value, digits) => value.toLocaleString(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }),
    rate: (value) => (Math.abs(value) >= 100 ? integer : Math.abs(value) >= 1 ? middling : small).format(value),
    percent: (share, digits = 0) => share.toLocaleString(locale, { style: 'percent', maximumFractionDigits: digits }),
    signed: (value) => signed.format(value),
    day: on(day),
    shortDay: on(shortDay),
    longDay: on(longDay),
    month: on(month),
    moment: (iso) => {
      const date = new Date(iso);
      return Number.isNaN(date.getTime()) ? iso : moment.format(date);
    },
    duration: (seconds) => {
      const [value, unit] = seconds < 90 ? [seconds, 'second'] : seconds < 5400 ? [seconds / 60, 'minute'] : [seconds / 3600, 'hour'];
      return value.toLocaleString(locale, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: value < 10 ? 1 : 0 });
    },
    bytes: (count) => {
      const [value, unit] = count < 1e3 ? [count, 'byte'] : count < 1e6 ? [count / 1e3, 'kilobyte'] : [count / 1e6, 'megabyte'];
      return value.toLocaleString(locale, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: value < 10 ? 1 : 0 });
    },
  };
}

const made: Partial<Record<Language, Formats>> = {};

/** Numbers and dates as the language writes them. Days are calendar days: no time zone moves them. */
export function formats(lang: Language): Formats {
  return (made[lang] ??= make(lang));
}
