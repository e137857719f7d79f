import type { Annotation, Series } from '../../api/contract';
import type { Drawing } from '../../charts/ChartPanel';
import type { Mark } from '../../charts/chartOption';
import { TONES, lineTone } from '../../charts/palette';
import { timeChart, type Layer } from '../../charts/timeChart';
import type { I18n } from '../../i18n';
import { frameAt } from './useMapData';

interface Input extends Pick<I18n, 'f' | 'say' | 't'> {
  main: Series;
  average?: Series;
  bars: boolean;
  log: boolean;
  date: string;
  annotations: readonly Annotation[];
}

/** Bars a day with their average, or a line for each region. */
export function seriesDrawing({ main, average, bars, log, date, annotations, f, say, t }: Input): Drawing {
  const layers: Layer[] = main.series.map((one, position) => bars
    ? { kind: 'bars', key: one.region, name: t('series.daily'), tone: TONES.daily, values: one.values }
    : { kind: 'line', key: one.region, name: say(one.name), tone: lineTone(position), values: one.values });
  if (average) layers.push({ kind: 'line', key: 'avg7', name: t('measure.avg7'), tone: lineTone(0), values: average.series[0]?.values ?? [] });
  return timeChart({ dates: main.dates, layers, log, marks: marksAt(main.dates, annotations, date, say), show: f.rate }, { f });
}

/** Annotations, and the day the page stands at, each at the step of the axis that holds its day. */
export function marksAt(steps: readonly string[], annotations: readonly Annotation[], date: string, say: I18n['say']): Mark[] {
  const marks: (Omit<Mark, 'at'> & { on: string })[] = [...annotations.map((mark) => ({ on: mark.date, kind: mark.kind, text: say(mark.text) })), { on: date, kind: 'now' }];
  return marks.flatMap(({ on, ...mark }) => {
    const at = steps[frameAt(steps, on)];
    return at === undefined ? [] : [{ ...mark, at }];
  });
}
