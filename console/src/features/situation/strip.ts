import type { Series } from '../../api/contract';
import { daysBetween } from '../../charts/days';

const HEIGHT = 100;

/** Paths of daily bars, one unit wide, cut at a day; heights by the root so that small beginnings are seen. */
export function stripPath(series: Series | undefined, first: string, days: number) {
  const heights = new Float64Array(days + 1);
  const values = series?.series[0]?.values ?? [];
  series?.dates.forEach((date, i) => {
    const day = daysBetween(first, date);
    if (day >= 0 && day <= days) heights[day] = Math.max(0, values[i] ?? 0);
  });
  const maximum = heights.reduce((a, b) => Math.max(a, b), 0) || 1;
  const gap = days > 240 ? 0 : 0.18;
  const bars = (from: number, to: number) => {
    let d = '';
    for (let day = from; day <= to; day++) {
      const value = heights[day] as number;
      if (value > 0) d += `M${day + gap / 2} ${HEIGHT}h${1 - gap}v${-(HEIGHT * Math.sqrt(value / maximum)).toFixed(2)}h${-(1 - gap)}z`;
    }
    return d;
  };
  return { upTo: (day: number) => bars(0, day), after: (day: number) => bars(day + 1, days) };
}
