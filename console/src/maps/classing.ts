import type { Measure } from '../api/contract';

/** Ascending limits; a value belongs to the class whose number is how many limits it reaches. Zero and less stand below the first. */
export type Breaks = readonly number[];

const STEPS = [1, 1.5, 2, 3, 5, 7, 10];

/** The number of the series 1, 1.5, 2, 3, 5, 7, 10 (times a power of ten) that is nearest to a positive value, by ratio. */
export function nearestNice(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const scaled = value / power;
  let best = 1;
  for (const step of STEPS) if (Math.abs(Math.log(step / scaled)) < Math.abs(Math.log(best / scaled))) best = step;
  return Number((best * power).toPrecision(3));
}

/**
 * Limits for a choropleth: quantiles of the positive values, rounded to numbers people read, without doubles.
 * Made once from all days of the incident, so that a colour means the same at every position of the slider.
 */
export function quantileBreaks(values: readonly (number | null)[], classes: number): Breaks {
  const positive = values.filter((value): value is number => value !== null && value > 0).sort((a, b) => a - b);
  if (positive.length === 0) return [];
  const limits = new Set<number>();
  for (let i = 0; i < classes; i++) {
    // The upper half of the classes covers the upper fifth of the values: epidemics have long tails.
    const share = 1 - (1 - i / classes) ** 1.7;
    const value = positive[Math.min(positive.length - 1, Math.floor(share * positive.length))] as number;
    limits.add(nearestNice(value));
  }
  return [...limits].sort((a, b) => a - b);
}

export const GROWTH_BREAKS: Breaks = [-0.5, -0.2, -0.05, 0.05, 0.2, 0.5];

export function classOf(value: number, breaks: Breaks): number {
  let index = 0;
  while (index < breaks.length && value >= (breaks[index] as number)) index++;
  return index;
}

export function breaksFor(measure: Measure, values: readonly (number | null)[], classes: number): Breaks {
  return measure === 'growth' ? GROWTH_BREAKS : quantileBreaks(values, classes);
}

/** Areas of symbols are proportional to values: the radius grows with the root. */
export function radiusOf(value: number, maximum: number, maxRadius: number): number {
  return value > 0 && maximum > 0 ? Math.max(2, maxRadius * Math.sqrt(value / maximum)) : 0;
}
