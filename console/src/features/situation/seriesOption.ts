import type { Annotation, Series } from '../../api/contract';
import type { I18n } from '../../i18n';
import { chartFrame, markLines, tip } from './chartOption';
import { lineColor } from './palette';
import { frameAt } from './useMapData';

interface Input extends Pick<I18n, 'f' | 'say' | 't'> {
  main: Series;
  average?: Series;
  bars: boolean;
  log: boolean;
  date: string;
  annotations: readonly Annotation[];
  dark: boolean;
}

/** A logarithmic axis has no place for zero: such days are gaps, not ones. */
export const drawable = (value: number | null | undefined, log: boolean): number | null => (value === null || value === undefined || (log && value <= 0) ? null : value);

export function seriesOption({ main, average, bars, log, date, annotations, dark, f, say, t }: Input) {
  const values = (list: readonly (number | null)[]) => list.map((value) => drawable(value, log));
  const onAxis = (day: string) => main.dates[frameAt(main.dates, day)];
  const marks = [...annotations.map((mark) => ({ at: onAxis(mark.date), kind: mark.kind })), { at: onAxis(date), kind: 'now' as const }]
    .filter((mark): mark is { at: string; kind: typeof mark.kind } => mark.at !== undefined);
  const line = (position: number, data: (number | null)[]) => ({ type: 'line', data, showSymbol: false, lineStyle: { width: 1.8, color: lineColor(position, dark) }, itemStyle: { color: lineColor(position, dark) }, z: 3 });
  const barColor = dark ? '#35627b' : '#a9c8d8';
  const tooltip = (i: number) =>
    tip(f.longDay(main.dates[i] ?? ''), [
      ...main.series.map((one, position) => ({ label: bars ? t('series.daily') : say(one.name), value: show(f, one.values[i]), color: bars ? barColor : lineColor(position, dark) })),
      ...(average ? [{ label: t('measure.avg7'), value: show(f, average.series[0]?.values[i]), color: lineColor(0, dark) }] : []),
    ]);
  const series: object[] = main.series.map((one, position) =>
    bars ? { type: 'bar', data: values(one.values), itemStyle: { color: barColor }, barCategoryGap: main.dates.length > 150 ? '0%' : '12%' } : line(position, values(one.values)));
  if (average) series.push(line(0, values(average.series[0]?.values ?? [])));
  if (series[0]) Object.assign(series[0], { markLine: markLines(dark, marks) });
  return { ...chartFrame({ dark, f, categories: main.dates, axisLabel: (day) => f.shortDay(day), log, tooltip }), series };
}

const show = (f: I18n['f'], value: number | null | undefined) => (value === null || value === undefined ? '–' : f.rate(value));
