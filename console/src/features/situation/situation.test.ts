import { describe, expect, it } from 'vitest';
import type { Region, RegionGeometry, Series, TableRow } from '../../api/contract';
import { addDays, daysBetween } from '../../charts/days';
import { bounds, labelPoint, points } from '../../maps/geometry';
import { sortRows } from './sortRows';
import { stripPath } from './strip';
import { frameAt } from './useMapData';

describe('days', () => {
  it('counts across leap days and summer time', () => {
    expect(daysBetween('2020-02-28', '2020-03-01')).toBe(2);
    expect(addDays('2020-03-28', 2)).toBe('2020-03-30');
    for (let i = -400; i < 400; i += 7) expect(daysBetween('2020-02-12', addDays('2020-02-12', i))).toBe(i);
  });
});

describe('frameAt', () => {
  const dates = ['2020-01-22', '2020-01-23', '2020-01-26'];
  it('takes the last day that is not later', () => expect(['2020-01-21', '2020-01-22', '2020-01-25', '2021-01-01'].map((date) => frameAt(dates, date))).toEqual([-1, 0, 1, 2]));
});

describe('sortRows', () => {
  const row = (code: string, cumulative: number | null): TableRow => ({ code, name: { en: code, zh: code }, hasChildren: false, population: null, values: { confirmed: { cumulative } } });
  const rows = [row('b', 3), row('c', null), row('a', 10)];
  const codes = (descending: boolean, key = 'cumulative') => sortRows(rows, 'confirmed', { key, descending }, 'en').map(({ code }) => code);
  it('keeps rows without a value last either way', () => expect([codes(true), codes(false)]).toEqual([['a', 'b', 'c'], ['b', 'a', 'c']]));
  it('sorts names', () => expect(codes(false, 'name')).toEqual(['a', 'b', 'c']));
});

describe('strip', () => {
  const series: Series = { indicator: 'confirmed', kind: 'new', dates: ['2020-01-02', '2020-01-04'], series: [{ region: 'x', name: { en: '', zh: '' }, summed: false, values: [4, 1] }], annotations: [], asOf: null, datasets: [] };
  it('draws a bar for each day that has a count, cut at a day', () => {
    const path = stripPath(series, '2020-01-01', 5);
    expect(path.upTo(5).match(/M/g)?.length).toBe(2);
    expect(path.upTo(2).match(/M/g)?.length).toBe(1);
    expect(path.after(3)).toBe('');
    expect(path.upTo(1)).toContain('v-100h');
  });
});

describe('geometry', () => {
  const square = (x: number, y: number, size: number) => [[[x, y], [x + size, y], [x + size, y + size], [x, y + size], [x, y]]];
  const geometry: RegionGeometry = {
    type: 'FeatureCollection',
    features: [{ type: 'Feature', properties: { code: 'A', name: { en: 'A', zh: '' }, level: 'nation' }, geometry: { type: 'MultiPolygon', coordinates: [square(0, 0, 1), square(10, 20, 4)] } }],
  };
  it('labels the largest part at its centre', () => expect(labelPoint(geometry.features[0]?.geometry as GeoJSON.MultiPolygon)).toEqual([12, 22]));
  it('bounds all parts', () => expect(bounds(geometry)).toEqual([0, 0, 14, 24]));
  it('has no bounds without shapes', () => expect(bounds({ type: 'FeatureCollection', features: [] })).toBeNull());
  it('prefers a given centre and falls back to the other language', () => {
    const region = { code: 'A', centroid: [1, 2], population: 5 } as unknown as Region;
    const [feature] = points(geometry, [region]).features;
    expect(feature?.geometry.coordinates).toEqual([1, 2]);
    expect(feature?.properties).toEqual({ code: 'A', en: 'A', zh: 'A', order: -5 });
  });
});
