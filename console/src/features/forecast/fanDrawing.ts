import type { ForecastItem, ForecastView, Series } from '../../api/contract';
import type { Drawing } from '../../charts/ChartPanel';
import { addDays } from '../../charts/days';
import { TONES } from '../../charts/palette';
import { along, daysFrom, timeChart, type Layer } from '../../charts/timeChart';
import type { I18n } from '../../i18n';
import { MEDIAN, interval, type Central } from './levels';

interface Input extends Pick<I18n, 'f' | 't'> {
  series: Series;
  forecast: ForecastView | undefined;
  /** A past forecast laid over what came. */
  past: ForecastView | undefined;
  /** All past forecasts as thin lines. */
  earlier: readonly ForecastItem[];
  /** Days of the past that are shown. */
  days: number;
}

const OPACITY: Record<Central, number> = { 95: 0.16, 80: 0.18, 50: 0.3 };

/** What was reported, what is expected with its intervals, and what earlier forecasts had said. */
export function fanDrawing({ series, forecast, past, earlier, days, f, t }: Input): Drawing | undefined {
  const line = series.series[0];
  const lastKnown = series.dates.at(-1);
  if (!line || !lastKnown) return undefined;
  const lastTarget = forecast?.targets.at(-1)?.date ?? lastKnown;
  const first = past && past.forecast.origin < addDays(lastKnown, -days) ? addDays(past.forecast.origin, -14) : addDays(lastKnown, -days);
  const dates = daysFrom(first < (series.dates[0] ?? first) ? (series.dates[0] ?? first) : first, lastTarget > lastKnown ? lastTarget : lastKnown);
  const known = new Map(series.dates.map((date, i) => [date, line.values[i] ?? null]));
  const layers: Layer[] = [{ kind: series.kind === 'new' ? 'bars' : 'line', key: 'reported', name: t('fan.reported'), tone: series.kind === 'new' ? TONES.daily : TONES.observed, values: along(dates, known) }];
  for (const item of earlier) {
    layers.push({ kind: 'line', key: `median_${item.forecast.origin}`, name: '', silent: true, tone: TONES.earlier, width: 1, values: along(dates, new Map(item.path.map((step) => [step.date, step.median]))) });
  }
  if (past) layers.push(...pastLayers(past, dates, t));
  if (forecast) {
    for (const share of [95, 80, 50] as const) layers.push(ribbon(forecast, dates, share, `q${share}`, t('fan.interval', { share: f.percent(share / 100) }), OPACITY[share]));
    layers.push({ kind: 'line', key: 'median', name: t('fan.median'), tone: TONES.expected, width: 2.2, values: along(dates, medians(forecast)) });
  }
  return timeChart({
    dates, layers, show: (value) => f.rate(value),
    marks: [...(forecast ? [{ at: forecast.forecast.origin, kind: 'cut' as const, text: t('fan.origin') }] : []), ...(past ? [{ at: past.forecast.origin, kind: 'cut' as const, text: t('fan.pastOrigin') }] : [])],
  }, { f });
}

const medians = (view: ForecastView) => new Map(view.targets.map((target) => [target.date, target.quantiles[MEDIAN] ?? null]));

function ribbon(view: ForecastView, dates: readonly string[], share: Central, key: string, name: string, opacity: number, tone: Layer['tone'] = TONES.expected): Layer {
  const ends = (side: 0 | 1) => new Map(view.targets.map((target) => [target.date, interval(target.quantiles, share)?.[side] ?? null]));
  return { kind: 'ribbon', key, name, tone, opacity, low: along(dates, ends(0)), high: along(dates, ends(1)) };
}

/** A past forecast, and what was first reported of its days where that was revised since. */
function pastLayers(past: ForecastView, dates: readonly string[], t: I18n['t']): Layer[] {
  const latest = new Map(past.scores.filter(({ basis }) => basis === 'latest').map((score) => [score.date, score.observed]));
  const first = new Map(past.scores.filter(({ basis, date, observed }) => basis === 'first' && latest.get(date) !== observed).map((score) => [score.date, score.observed]));
  const layers: Layer[] = [
    ribbon(past, dates, 95, 'past_q95', t('fan.past95'), 0.2, TONES.earlier),
    { kind: 'line', key: 'past_median', name: t('fan.pastMedian'), tone: TONES.earlier, dashed: true, values: along(dates, medians(past)) },
  ];
  if (first.size > 0) layers.push({ kind: 'markers', key: 'first_reported', name: t('fan.firstKnown'), tone: TONES.known, symbol: 'diamond', values: along(dates, first) });
  return layers;
}
