import { describe, expect, it } from 'vitest';
import type { RtCurve, RtDay, RtStanding } from '../../api/contract';
import { en } from '../../i18n/en';
import { formats } from '../../i18n/format';
import { translator } from '../../i18n';
import { infectionDrawing, niceCeiling, provisionalBand, rtDrawing } from './rtDrawing';
import { named, pace, rWithInterval } from './words';

const words = { f: formats('en'), t: translator({ lang: 'en', catalogue: en }) };

const day = (date: string, provisional: boolean, infections: number | null = 5): RtDay => ({
  date, mean: 1.2, median: 1.2, low95: 0.9, low50: 1.1, high50: 1.3, high95: 1.6, aboveOne: 0.9, growth: 0.04, growthLow: -0.02, growthHigh: 0.1, provisional, infections,
  infectionsLow: infections && 3, infectionsHigh: infections && 8,
});

const curve = (days: RtDay[]) => ({ days, reports: [{ date: '2020-05-01', cases: 3 }, { date: '2020-05-02', cases: null }, { date: '2020-05-04', cases: 9 }] }) as unknown as RtCurve;

describe('curve', () => {
  const known = curve([day('2020-05-02', false), day('2020-05-03', true), day('2020-05-04', true)]);
  it('hatches from the first provisional day on', () => {
    expect(provisionalBand(known, 'p')).toEqual([{ from: '2020-05-03', to: '2020-05-04', name: 'p' }]);
    expect(provisionalBand(curve([day('2020-05-02', false)]), 'p')).toEqual([]);
  });
  it('keeps a gap where nothing was reported', () => {
    const { head, rows } = rtDrawing(known, words).table();
    expect(head).toEqual(['date', 'r95_low', 'r95_high', 'r50_low', 'r50_high', 'r']);
    expect(rows.map((row) => row[5])).toEqual([null, 1.2, 1.2, 1.2]);
    expect(infectionDrawing(known, words)?.table().rows.map((row) => row[1])).toEqual([3, null, null, 9]);
  });
  it('draws no infections for a method that does not estimate them', () => expect(infectionDrawing(curve([day('2020-05-02', false, null)]), words)).toBeNull());
  it('ends the axis at a number people read', () => expect([niceCeiling(1), niceCeiling(7), niceCeiling(101), niceCeiling(4321)]).toEqual([1, 7, 150, 4500]));
});

describe('words', () => {
  const standing = (doublingDays: number | null) => ({ doublingDays }) as RtStanding;
  it('tell R with its interval, and the pace', () => {
    expect(rWithInterval(words, day('2020-05-02', false))).toBe('1.20 (0.90 to 1.60)');
    expect(pace(words, standing(6.52))).toBe('Cases double in 6.5 days.');
    expect(pace(words, standing(-31.4))).toBe('Cases halve in 31 days.');
    expect([pace(words, standing(400)), pace(words, standing(null))]).toEqual(['Almost level.', 'Almost level.']);
  });
  it('name a few and count the rest', () => {
    expect(named(['a', 'b'], ', ', (n) => `and ${n} more`)).toBe('a, b');
    expect(named(['a', 'b', 'c', 'd', 'e', 'f'], ', ', (n) => `and ${n} more`)).toBe('a, b, c, d and 2 more');
  });
});
