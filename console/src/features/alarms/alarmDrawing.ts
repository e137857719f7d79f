import type { AlarmSeries } from '../../api/contract';
import type { Drawing } from '../../charts/ChartPanel';
import { TONES } from '../../charts/palette';
import { timeChart } from '../../charts/timeChart';
import type { I18n } from '../../i18n';

/** Observed as bars, what was expected and the bound as lines, flagged steps as points. */
export function alarmDrawing(chart: AlarmSeries, { t, f }: Pick<I18n, 't' | 'f'>): Drawing {
  const highest = Math.max(0, ...chart.observed.map((value) => value ?? 0));
  // A bound far above everything seen (a first day of a method) would flatten the rest.
  const upper = chart.upper.map((value) => (value === null || value > 6 * Math.max(1, highest) ? null : value));
  return timeChart({
    dates: chart.dates,
    layers: [
      { kind: 'bars', key: 'observed', name: t('alarm.chart.observed'), tone: TONES.daily, values: chart.observed },
      { kind: 'line', key: 'expected', name: t('alarm.chart.expected'), tone: TONES.expected, values: chart.expected },
      { kind: 'line', key: 'upper', name: t('alarm.chart.upper'), tone: TONES.observed, values: upper, dashed: true },
      { kind: 'markers', key: 'flagged', name: t('alarm.chart.flagged'), tone: TONES.alarm, symbol: 'triangle', values: chart.observed.map((value, i) => (chart.flagged[i] ? value : null)) },
    ],
    show: f.rate,
  }, { f });
}
