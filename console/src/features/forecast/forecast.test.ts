import { describe, expect, it } from 'vitest';
import type { ForecastItem, ForecastView, Series } from '../../api/contract';
import { en } from '../../i18n/en';
import { formats } from '../../i18n/format';
import { translator } from '../../i18n';
import { fanDrawing } from './fanDrawing';
import { interval } from './levels';
import { outlookOf } from './outlook';

const quantiles = (middle: number) => Array.from({ length: 23 }, (_, i) => middle + (i - 11));
const text = { en: 'x', zh: 'x' };

function view(kind: 'new' | 'cumulative', weekTotal: number[] | null): ForecastView {
  return {
    forecast: {
      id: 7, region: 'MC', regionPath: 'world/MC/', indicator: 'confirmed', kind, model: 'Firebreak ensemble', method: 'ensemble', source: 's', vintage: null, origin: '2020-05-10',
      retrospective: false, version: '1', parameters: {}, weekTotal, fileName: null, madeBy: 'a', madeAt: '2020-05-10T00:00:00Z',
    },
    regionName: text, indicatorTitle: text, asOf: null, datasets: [], levels: [],
    targets: Array.from({ length: 14 }, (_, h) => ({ date: `2020-05-${11 + h}`, point: 20 + h, quantiles: quantiles(20 + h) })),
    scores: [
      { forecast: 7, date: '2020-05-11', basis: 'first', observed: 30, knownAt: '', ape: 1, wis: 1, baselineWis: 1, inside50: true, inside80: true, inside95: true },
      { forecast: 7, date: '2020-05-11', basis: 'latest', observed: 34, knownAt: '', ape: 1, wis: 1, baselineWis: 1, inside50: true, inside80: true, inside95: true },
      { forecast: 7, date: '2020-05-12', basis: 'first', observed: 8, knownAt: '', ape: 1, wis: 1, baselineWis: 1, inside50: true, inside80: true, inside95: true },
      { forecast: 7, date: '2020-05-12', basis: 'latest', observed: 8, knownAt: '', ape: 1, wis: 1, baselineWis: 1, inside50: true, inside80: true, inside95: true },
    ],
  };
}

const days = (values: (number | null)[]) => new Map(values.map((value, i) => [`2020-05-${String(i + 4).padStart(2, '0')}`, value]));

describe('interval', () => {
  it('takes mirrored levels and refuses a short list', () => {
    expect(interval(quantiles(0), 95)).toEqual([-10, 10]);
    expect(interval(quantiles(0), 50)).toEqual([-5, 5]);
    expect(interval([1, 2], 95)).toBeNull();
  });
});

describe('outlook', () => {
  it('compares the coming week with the one before, by the total and not by days added up', () => {
    const week = quantiles(100);
    expect(outlookOf(view('new', week), days([10, 10, 10, 10, 10, 10, 10]))).toEqual({ from: '2020-05-11', to: '2020-05-17', expected: 100, low: 92, high: 108, before: 70, trend: 'more' });
    expect(outlookOf(view('new', week), days([100, 10, 10, 10, 10, 10, 10]))?.trend).toBe('fewer');
    expect(outlookOf(view('new', week), days([40, 10, 10, 10, 10, 10, 10]))?.trend).toBe('open');
  });
  it('says nothing of the week before when days of it are unknown, and nothing at all without a total', () => {
    expect(outlookOf(view('new', quantiles(100)), days([null, null, null, 1, 1, 1, 1]))).toMatchObject({ before: null, trend: 'open' });
    expect(outlookOf(view('new', null), days([]))).toBeNull();
  });
  it('takes a cumulative figure at the end of the week', () => {
    expect(outlookOf(view('cumulative', null), new Map([['2020-05-10', 10]]))).toMatchObject({ to: '2020-05-17', expected: 26, low: 18, high: 34, before: 10, trend: 'more' });
  });
});

describe('fan', () => {
  const series: Series = { indicator: 'confirmed', kind: 'new', asOf: null, dates: ['2020-05-09', '2020-05-10', '2020-05-11', '2020-05-12'], series: [{ region: 'MC', name: text, summed: false, values: [1, 2, 34, 8] }], annotations: [], datasets: [] } as Series;
  const words = { f: formats('en'), t: translator({ lang: 'en', catalogue: en }) };
  const table = (past: ForecastView | undefined, earlier: ForecastItem[] = []) => fanDrawing({ series, forecast: view('new', null), past, earlier, days: 28, ...words })?.table();
  it('puts what was reported and all intervals on one axis', () => {
    const { head, rows } = table(undefined) ?? { head: [], rows: [] };
    expect(head).toEqual(['date', 'reported', 'q95_low', 'q95_high', 'q80_low', 'q80_high', 'q50_low', 'q50_high', 'median']);
    expect(rows[0]?.slice(0, 3)).toEqual(['2020-05-09', 1, null]);
    expect(rows.at(-1)).toEqual(['2020-05-24', null, 23, 43, 25, 41, 28, 38, 33]);
  });
  it('marks only days whose first report was revised since', () => {
    const { head, rows } = table(view('new', null)) ?? { head: [], rows: [] };
    const column = head.indexOf('first_reported');
    expect(rows.filter((row) => row[column] !== null).map((row) => [row[0], row[column]])).toEqual([['2020-05-11', 30]]);
  });
});
