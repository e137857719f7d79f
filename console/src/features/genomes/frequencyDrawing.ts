import type { Drawing } from '../../charts/ChartPanel';
import { lineTone } from '../../charts/palette';
import { timeChart, type Layer } from '../../charts/timeChart';
import type { I18n } from '../../i18n';
import type { Course } from './types';

/** Curves of shares by week with their intervals as ribbons, one colour a mutation. */
export function frequencyDrawing(courses: readonly Course[], { f, t }: Pick<I18n, 'f' | 't'>): Drawing {
  const dates = [...new Set(courses.flatMap(({ weeks }) => weeks.map(({ start }) => start)))].sort();
  const layers = courses.flatMap((course, i): Layer[] => {
    const byDate = new Map(course.weeks.map((week) => [week.start, week]));
    const tone = lineTone(i + 1);
    const of = (pick: 'share' | 'low' | 'high') => dates.map((date) => byDate.get(date)?.[pick] ?? null);
    return [
      { kind: 'ribbon', key: `${course.mutation}_interval`, name: t('frequency.intervalOf', { mutation: course.mutation }), tone, low: of('low'), high: of('high'), opacity: 0.18 },
      { kind: 'line', key: course.mutation, name: course.mutation, tone, values: of('share'), width: 2 },
    ];
  });
  return timeChart({ dates, layers, max: 1, show: (value) => f.percent(value), axis: (value) => f.percent(value), label: (date) => t('frequency.week', { date: f.day(date) }) }, { f });
}
