import type { ForecastView } from '../../api/contract';
import { addDays } from '../../charts/days';
import { MEDIAN, interval } from './levels';

export type Trend = 'more' | 'fewer' | 'open';

/** What comes next, in the figures a sentence needs. */
export interface Outlook {
  from: string;
  to: string;
  expected: number;
  low: number;
  high: number;
  /** To compare with: the seven days before, or the value on the last known day. */
  before: number | null;
  trend: Trend;
}

const WEEK = 7;

const trendOf = (low: number, high: number, before: number | null): Trend => (before === null ? 'open' : low > before ? 'more' : high < before ? 'fewer' : 'open');

/** The coming week: the total of what is new, or the value at its end; with the central 80 % interval. Null if it cannot be said. */
export function outlookOf(view: ForecastView, known: ReadonlyMap<string, number | null>): Outlook | null {
  const { forecast, targets } = view;
  const from = addDays(forecast.origin, 1);
  if (forecast.kind === 'new') {
    const total = forecast.weekTotal;
    const ends = total && interval(total, 80);
    const expected = total?.[MEDIAN];
    if (!ends || expected === undefined) return null;
    const before = weekBefore(forecast.origin, known);
    return { from, to: addDays(forecast.origin, WEEK), expected, low: ends[0], high: ends[1], before, trend: trendOf(ends[0], ends[1], before) };
  }
  const target = targets[Math.min(WEEK, targets.length) - 1];
  const ends = target && interval(target.quantiles, 80);
  const expected = target?.quantiles[MEDIAN];
  if (!target || !ends || expected === undefined) return null;
  const before = known.get(forecast.origin) ?? null;
  return { from, to: target.date, expected, low: ends[0], high: ends[1], before, trend: trendOf(ends[0], ends[1], before) };
}

/** What was new in the seven days up to one; null if too many of them are unknown. */
function weekBefore(origin: string, known: ReadonlyMap<string, number | null>): number | null {
  const values = Array.from({ length: WEEK }, (_, back) => known.get(addDays(origin, -back)) ?? null).filter((value) => value !== null);
  return values.length >= 5 ? values.reduce((sum, value) => sum + value, 0) : null;
}
