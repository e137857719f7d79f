import type { RtCurve } from '../../api/contract';
import type { Drawing } from '../../charts/ChartPanel';
import { TONES } from '../../charts/palette';
import { along, daysFrom, timeChart, type Band } from '../../charts/timeChart';
import type { I18n } from '../../i18n';

type Words = Pick<I18n, 'f' | 't'>;

/** Curves seldom need more room than this; wider intervals leave through the top. */
const R_MAX = 4;

/** The axis of a curve: from the first report or estimate to the last of either. */
function axisOf(curve: RtCurve): string[] {
  const dates = [...curve.reports, ...curve.days].map(({ date }) => date).sort();
  const [first, last] = [dates[0], dates.at(-1)];
  return first && last ? daysFrom(first, last) : [];
}

/** The stretch at the end that later reports will still change. */
export function provisionalBand(curve: RtCurve, name: string): Band[] {
  const days = curve.days.filter(({ provisional }) => provisional);
  const [first, last] = [days[0], days.at(-1)];
  return first && last ? [{ from: first.date, to: last.date, name }] : [];
}

/** R over time with its 50 and 95 % intervals, and 1 to compare with. */
export function rtDrawing(curve: RtCurve, { f, t }: Words): Drawing {
  const dates = axisOf(curve);
  const values = (of: (day: RtCurve['days'][number]) => number | null) => along(dates, new Map(curve.days.map((day) => [day.date, of(day)])));
  const highest = Math.max(...curve.days.map(({ high50 }) => high50), 1.5);
  return timeChart({
    dates, level: 1, max: Math.min(R_MAX, Math.ceil(highest * 2) / 2), show: (value) => f.decimal(value, 2), axis: (value) => f.decimal(value, 1),
    bands: provisionalBand(curve, t('rt.provisional')),
    layers: [
      { kind: 'ribbon', key: 'r95', name: t('fan.interval', { share: f.percent(0.95) }), tone: TONES.expected, opacity: 0.18, low: values((day) => day.low95), high: values((day) => day.high95) },
      { kind: 'ribbon', key: 'r50', name: t('fan.interval', { share: f.percent(0.5) }), tone: TONES.expected, opacity: 0.32, low: values((day) => day.low50), high: values((day) => day.high50) },
      { kind: 'line', key: 'r', name: t('rt.r'), tone: TONES.expected, width: 2.2, values: values((day) => day.median) },
    ],
  }, { f });
}

/** Reports a day, and the infections they come from; null where the method does not estimate them. */
export function infectionDrawing(curve: RtCurve, { f, t }: Words): Drawing | null {
  if (curve.days.every(({ infections }) => infections === null)) return null;
  const dates = axisOf(curve);
  const values = (of: (day: RtCurve['days'][number]) => number | null) => along(dates, new Map(curve.days.map((day) => [day.date, of(day)])));
  const tallest = Math.max(...curve.reports.map(({ cases }) => cases ?? 0), ...curve.days.map(({ infections }) => infections ?? 0), 1);
  return timeChart({
    dates, max: niceCeiling(tallest * 1.15), show: (value) => f.rate(value),
    bands: provisionalBand(curve, t('rt.provisional')),
    layers: [
      { kind: 'bars', key: 'reports', name: t('rt.reports'), tone: TONES.daily, values: along(dates, new Map(curve.reports.map(({ date, cases }) => [date, cases]))) },
      { kind: 'ribbon', key: 'infections95', name: t('fan.interval', { share: f.percent(0.95) }), tone: TONES.known, opacity: 0.22, low: values((day) => day.infectionsLow), high: values((day) => day.infectionsHigh) },
      { kind: 'line', key: 'infections', name: t('rt.infections'), tone: TONES.known, width: 2.2, values: values((day) => day.infections) },
    ],
  }, { f });
}

/** The next number of two figures at most that people read easily. */
export function niceCeiling(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(value, 1)));
  return Math.ceil((value / power) * 2) / 2 * power;
}
