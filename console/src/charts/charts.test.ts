import { describe, expect, it } from 'vitest';
import { stepFor } from './keyboard';
import { layOut, wrap } from './sheet';
import { along, daysFrom, drawable, runs, tableOf, type Layer } from './timeChart';
import { TONES } from './palette';

describe('keyboard', () => {
  it('begins at the newest value and stays on the axis', () => {
    expect(stepFor('ArrowLeft', null, 10)).toBe(9);
    expect(stepFor('ArrowLeft', 0, 10)).toBe(0);
    expect(stepFor('PageDown', 7, 10)).toBe(9);
    expect(stepFor('Home', 5, 10)).toBe(0);
    expect(stepFor('Escape', 5, 10)).toBeNull();
    expect(stepFor('Tab', 5, 10)).toBeUndefined();
    expect(stepFor('ArrowLeft', null, 0)).toBeUndefined();
  });
});

describe('dates', () => {
  it('fill every day across a leap day and put values at theirs', () => {
    const days = daysFrom('2020-02-27', '2020-03-02');
    expect(days).toEqual(['2020-02-27', '2020-02-28', '2020-02-29', '2020-03-01', '2020-03-02']);
    expect(along(days, new Map([['2020-02-29', 4], ['2020-03-02', 0], ['2021-01-01', 9]]))).toEqual([null, null, 4, null, 0]);
  });
});

describe('ribbons', () => {
  it('break where either limit is missing', () => {
    expect(runs({ low: [1, 1, null, 1, 1, 1], high: [2, 2, 2, null, 2, 2] }, 6)).toEqual([[0, 1], [4, 5]]);
    expect(runs({ low: [], high: [] }, 3)).toEqual([]);
  });
});

describe('table', () => {
  it('has a column for a line and two for a ribbon', () => {
    const layers: Layer[] = [
      { kind: 'ribbon', key: 'q95', name: '95 %', tone: TONES.expected, low: [1, null], high: [3, 4], opacity: 0.2 },
      { kind: 'line', key: 'mean', name: 'mean', tone: TONES.expected, values: [2] },
    ];
    expect(tableOf({ dates: ['2020-01-01', '2020-01-02'], layers })).toEqual({
      head: ['date', 'q95_low', 'q95_high', 'mean'],
      rows: [['2020-01-01', 1, 3, 2], ['2020-01-02', null, 4, null]],
    });
  });
});

describe('logarithmic axis', () => {
  it('has no place for zero', () => expect([drawable(0, true), drawable(0, false), drawable(null, false), drawable(3, true)]).toEqual([null, 0, null, 3]));
});

describe('sheet', () => {
  const measure = (text: string, size = 10) => [...text].length * size;
  it('breaks at spaces, and Chinese anywhere', () => {
    expect(wrap('one two three', 70, (text) => measure(text))).toEqual(['one two', 'three']);
    expect(wrap('截至二〇二〇年', 30, (text) => measure(text))).toEqual(['截至二', '〇二〇', '年']);
    expect(wrap('', 30, (text) => measure(text))).toEqual([]);
  });
  it('keeps everything on the paper, one thing below the other', () => {
    const legend = Array.from({ length: 9 }, (_, i) => ({ label: `layer number ${i}`, color: '#000000', sign: 'line' as const }));
    const sheet = layOut({ title: 'A long title '.repeat(12), caption: 'as of today '.repeat(40), legend }, 600, 200, (text, size) => measure(text, size / 2));
    for (const { x, text, size } of sheet.texts) expect(x + measure(text, size / 2), text).toBeLessThanOrEqual(600 - 16);
    expect(Math.max(...sheet.texts.map(({ y }) => y))).toBeLessThan(sheet.height);
    expect(Math.min(...sheet.signs.map(({ y }) => y))).toBeGreaterThan(sheet.chartTop + 200);
  });
});
