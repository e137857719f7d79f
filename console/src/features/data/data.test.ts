import { describe, expect, it } from 'vitest';
import type { Mapping } from '../../api/contract';
import { concerned } from './quarantine';
import { bind, importForm } from './wizard';

const reason = { en: '', zh: '' };
const mapping: Mapping = {
  standard: 'case', standardVersion: 1, variants: [], wideDateFormat: null, coordinateSystem: 'WGS84', ignored: ['note'],
  bindings: [{ field: 'age', column: 'Age', constant: null, format: null, unit: 'month', codes: {}, confidence: 0.7, reason }],
};

describe('bind', () => {
  it('binds a column surely and no longer ignores it', () => {
    const next = bind(mapping, 'remark', 'note');
    expect(next.bindings.map(({ field, column, confidence }) => [field, column, confidence])).toEqual([['age', 'Age', 0.7], ['remark', 'note', 1]]);
    expect(next.ignored).toEqual([]);
  });

  it('frees the column a field leaves', () => {
    const next = bind(mapping, 'age', null);
    expect(next.bindings).toEqual([]);
    expect(next.ignored).toEqual(['note', 'Age']);
  });

  it('keeps unit and format only for the same column', () => {
    expect(bind(mapping, 'age', 'Age').bindings[0]?.unit).toBe('month');
    expect(bind(mapping, 'age', 'note').bindings[0]?.unit).toBeNull();
  });

  it('changes nothing in place', () => expect(mapping.bindings.length).toBe(1));
});

describe('importForm', () => {
  const make = (dryRun: boolean) => Object.fromEntries(importForm({ preview: undefined, mapping, source: ' moh ', asOf: '', remember: true, dryRun }));
  it('leaves out what is empty', () => expect(Object.keys(make(false)).sort()).toEqual(['dryRun', 'mapping', 'remember', 'source']));
  it('remembers nothing from a trial', () => expect([make(true).remember, make(false).remember]).toEqual(['false', 'true']));
});

describe('concerned', () => {
  it('puts the cells that are wrong first', () => {
    const row = { row: 1, state: 'open' as const, raw: { a: '1', b: '2', c: '3' }, masked: [], problems: [{ field: 'x', column: 'c', rule: 'range', severity: 'error', value: '3', message: reason, todo: reason }] };
    expect(concerned(row).map(({ column, wrong }) => [column, wrong])).toEqual([['c', true], ['a', false], ['b', false]]);
  });
});
