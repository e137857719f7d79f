import { describe, expect, it } from 'vitest';
import { breaksFor, classOf, GROWTH_BREAKS, nearestNice, quantileBreaks, radiusOf } from './classing';

/** A small reproducible generator, so that a failure can be looked at again. */
function numbers(seed: number, count: number): number[] {
  let state = seed;
  return Array.from({ length: count }, () => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return Math.exp((state / 4294967296) * 12 - 3);
  });
}

describe('nearestNice', () => {
  it('rounds by ratio', () => expect([1, 1.2, 1.3, 4, 8.5, 96, 0.0137, 6200].map(nearestNice)).toEqual([1, 1, 1.5, 5, 10, 100, 0.015, 7000]));
});

describe('quantileBreaks', () => {
  it('ascends without doubles and leaves no class of the data empty at the top', () => {
    for (let seed = 1; seed <= 50; seed++) {
      const values = numbers(seed, 40);
      const breaks = quantileBreaks(values, 6);
      expect(breaks.length).toBeGreaterThan(1);
      for (let i = 1; i < breaks.length; i++) expect(breaks[i]).toBeGreaterThan(breaks[i - 1] as number);
      expect(breaks[0]).toBeLessThanOrEqual(nearestNice(Math.min(...values)));
    }
  });

  it('has no classes without positive values', () => expect(quantileBreaks([0, null, -1], 6)).toEqual([]));

  it('needs one class for one value', () => expect(quantileBreaks([5, 5, 5, 0], 6)).toEqual([5]));
});

describe('classOf', () => {
  it('counts the limits reached', () => expect([0, 0.9, 1, 9, 10, 1e9].map((value) => classOf(value, [1, 10, 100]))).toEqual([0, 0, 1, 1, 2, 3]));

  it('is monotone', () => {
    const breaks = quantileBreaks(numbers(3, 60), 6);
    const ordered = numbers(4, 200).sort((a, b) => a - b).map((value) => classOf(value, breaks));
    expect(ordered).toEqual([...ordered].sort((a, b) => a - b));
  });

  it('puts steady growth into the middle', () => expect(classOf(0, breaksFor('growth', [], 6))).toBe(GROWTH_BREAKS.length / 2));
});

describe('radiusOf', () => {
  it('makes areas proportional', () => {
    expect(radiusOf(100, 100, 30)).toBe(30);
    expect(radiusOf(25, 100, 30) ** 2 * 4).toBeCloseTo(radiusOf(100, 100, 30) ** 2);
    expect(radiusOf(0, 100, 30)).toBe(0);
    expect(radiusOf(1e-9, 100, 30)).toBe(2);
  });
});
