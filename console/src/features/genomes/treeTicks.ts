import type { Tick } from './treePaint';

const DAY = 1 / 365.25;

/** The day in which a decimal year lies, as 2026-03-14. */
export function dayOf(year: number): string {
  const whole = Math.floor(year);
  const start = Date.UTC(whole, 0, 1);
  const length = Date.UTC(whole + 1, 0, 1) - start;
  return new Date(start + Math.min(0.999_999, year - whole) * length).toISOString().slice(0, 10);
}

/** The decimal year of a day's begin. */
export function yearOf(day: string): number {
  const ms = Date.parse(`${day}T00:00:00Z`);
  const whole = new Date(ms).getUTCFullYear();
  const start = Date.UTC(whole, 0, 1);
  return whole + (ms - start) / (Date.UTC(whole + 1, 0, 1) - start);
}

/** Round dates: weeks, months, quarters or years, as many as have room. */
export function dateTicks(low: number, high: number, most: number, label: (day: string, span: 'day' | 'month' | 'year') => string): Tick[] {
  const span = high - low;
  const days = span / DAY / Math.max(1, most);
  if (days < 20) return weekTicks(low, high, days <= 7 ? 1 : 2, (day) => label(day, 'day'));
  const months = days <= 31 ? 1 : days <= 62 ? 2 : days <= 93 ? 3 : days <= 190 ? 6 : 12 * Math.ceil(days / 366);
  const ticks: Tick[] = [];
  const from = Math.floor(low);
  for (let month = 0; from + month / 12 <= high + 0.1; month += months) {
    const day = new Date(Date.UTC(from, month, 1)).toISOString().slice(0, 10);
    const at = yearOf(day);
    if (at >= low && at <= high) ticks.push({ at, label: label(day, months >= 12 ? 'year' : 'month') });
  }
  return ticks;
}

function weekTicks(low: number, high: number, weeks: number, label: (day: string) => string): Tick[] {
  const ticks: Tick[] = [];
  const first = new Date(`${dayOf(low)}T00:00:00Z`);
  first.setUTCDate(first.getUTCDate() + ((8 - first.getUTCDay()) % 7));
  for (let ms = first.getTime(); ; ms += weeks * 7 * 86_400_000) {
    const day = new Date(ms).toISOString().slice(0, 10);
    const at = yearOf(day);
    if (at > high) return ticks;
    if (at >= low) ticks.push({ at, label: label(day) });
  }
}

/** Round numbers: 1, 2 or 5 times a power of ten. */
export function numberTicks(low: number, high: number, most: number, label: (value: number) => string): Tick[] {
  const raw = Math.max(1e-9, (high - low) / Math.max(1, most));
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = Math.max(1, power * (raw / power <= 1 ? 1 : raw / power <= 2 ? 2 : raw / power <= 5 ? 5 : 10));
  const ticks: Tick[] = [];
  for (let value = Math.ceil(low / step) * step; value <= high; value += step) ticks.push({ at: value, label: label(value) });
  return ticks;
}
