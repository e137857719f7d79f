import type { AlarmCost } from '../../api/contract';

export interface Point {
  threshold: number;
  x: number;
  y: number;
}
export interface Tick {
  at: number;
  value: number;
}

const LEFT = 46;
const RIGHT = 24;
const TOP = 22;
const BOTTOM = 38;

/** A number at or above `value` that people read: 1, 2 or 5 times a power of ten. */
export function niceAbove(value: number): number {
  if (!(value > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return ([1, 2, 5, 10].find((step) => step * power >= value * (1 - 1e-9)) ?? 10) * power;
}

/** Where each threshold stands: false alarms to the right on a root scale, so that the quiet end is not crushed; share found upwards. */
export function curve(lines: AlarmCost['lines'], width: number, height: number): { points: Point[]; xTicks: Tick[]; yTicks: Tick[] } {
  const known = lines.filter((line) => line.detection !== null);
  const most = niceAbove(Math.max(0, ...known.map(({ falsePerMonth }) => falsePerMonth)));
  const x = (value: number) => LEFT + Math.sqrt(Math.max(0, value) / most) * (width - LEFT - RIGHT);
  const y = (share: number) => height - BOTTOM - share * (height - TOP - BOTTOM);
  return {
    points: known.map((line) => ({ threshold: line.threshold, x: x(line.falsePerMonth), y: y(line.detection ?? 0) })).sort((a, b) => a.x - b.x),
    xTicks: [0, most / 20, most / 5, most / 2, most].map((value) => ({ at: x(value), value })),
    yTicks: [0, 0.25, 0.5, 0.75, 1].map((value) => ({ at: y(value), value })),
  };
}

const LABEL_WIDTH = 38;

/** The thresholds that are written at their points: the chosen one always, of others those with room. */
export function labelled(points: readonly Point[], chosen: number): Set<number> {
  const kept: Point[] = points.filter(({ threshold }) => threshold === chosen);
  for (const point of points) {
    if (kept.every(({ x }) => Math.abs(x - point.x) >= LABEL_WIDTH)) kept.push(point);
  }
  return new Set(kept.map(({ threshold }) => threshold));
}
