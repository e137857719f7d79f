import type { Annotation, EpiCurve } from '../../api/contract';
import type { Drawing } from '../../charts/ChartPanel';
import { chartFrame, markLines, tip } from '../../charts/chartOption';
import { classStyle } from '../../charts/palette';
import type { I18n } from '../../i18n';
import { marksAt } from './seriesDrawing';

interface Input extends Pick<I18n, 'f' | 't' | 'say'> {
  curve: EpiCurve;
  className: (key: string) => string;
  hidden: ReadonlySet<string>;
  unit: 'day' | 'week';
  date: string;
  annotations: readonly Annotation[];
}

/** Stacked bars; each class has a colour and a pattern. Marks stand at the bucket that holds their day. */
export function curveDrawing({ curve, hidden, unit, date, annotations, f, t, say, className }: Input): Drawing {
  const starts = curve.buckets.map((bucket) => bucket.start);
  const shown = curve.classes.map((key, position) => ({ key, position })).filter(({ key }) => !hidden.has(key));
  const label = (i: number) => (unit === 'week' ? `${curve.buckets[i]?.label ?? ''} · ${f.day(starts[i] ?? '')}` : f.longDay(starts[i] ?? ''));
  const tooltip = (i: number, dark: boolean) => {
    const counts = curve.buckets[i]?.counts ?? [];
    const total = shown.reduce((sum, { position }) => sum + (counts[position] ?? 0), 0);
    return tip(label(i), [
      ...shown.map(({ key, position }) => ({ label: className(key), value: f.integer(counts[position] ?? 0), color: classStyle(key, position, dark).color })),
      { label: t('curve.total'), value: f.integer(total) },
    ]);
  };
  const marks = marksAt(starts, annotations, date, say);
  return {
    option: (dark) => ({
      ...chartFrame({ dark, f, categories: starts, axisLabel: (start) => f.shortDay(start), tooltip: (i) => tooltip(i, dark) }),
      aria: { enabled: false, decal: { show: true } },
      series: shown.map(({ key, position }, i) => {
        const style = classStyle(key, position, dark);
        return {
          type: 'bar', stack: 'cases', name: className(key), data: curve.buckets.map(({ counts }) => counts[position] ?? 0), barCategoryGap: starts.length > 150 ? '0%' : '12%', large: false,
          itemStyle: { color: style.color, decal: style.decal ?? { symbol: 'none' } },
          ...(i === 0 ? { markLine: markLines(dark, marks) } : {}),
        };
      }),
    }),
    legend: (dark) => shown.map(({ key, position }) => ({ label: className(key), color: classStyle(key, position, dark).color, sign: 'area' })),
    table: () => ({ head: ['start', ...curve.classes], rows: curve.buckets.map((bucket) => [bucket.start, ...bucket.counts]) }),
  };
}
