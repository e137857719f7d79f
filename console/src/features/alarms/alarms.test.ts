import { describe, expect, it } from 'vitest';
import type { AlarmRule, AlarmSeries, AlarmState } from '../../api/contract';
import { en } from '../../i18n/en';
import { formats } from '../../i18n/format';
import { translator } from '../../i18n';
import { actionsIn } from './actions';
import { alarmDrawing } from './alarmDrawing';
import { curve, labelled, niceAbove } from './costCurve';
import { isMethod, METHODS, numberOf, placesOf } from './evidence';
import { definitionOf, draftOf } from './ruleDraft';
import { daysSince } from './useAlarmFilters';

const f = formats('en');
const t = translator({ lang: 'en', catalogue: en });

describe('actions', () => {
  it('offers the next step first and never one the platform refuses', () => {
    const allowed: Record<AlarmState, string[]> = { signal: ['check'], checked: ['confirm', 'drop'], confirmed: ['reopen'], dropped: ['reopen'] };
    for (const state of Object.keys(allowed) as AlarmState[]) expect(actionsIn(state)).toEqual([...allowed[state], 'assign', 'note']);
  });
});

describe('evidence', () => {
  it('reads details that may be anything', () => {
    const alarm = { evidence: { details: { places: ['a', 3, 'b'], pValue: 0.01, odd: 'x' } } } as never;
    expect(placesOf(alarm)).toEqual(['a', 'b']);
    expect(numberOf(alarm, 'pValue')).toBe(0.01);
    expect(numberOf(alarm, 'odd')).toBeNull();
    expect(numberOf(alarm, 'none')).toBeNull();
  });

  it('names every method', () => {
    for (const method of METHODS) expect(t(`method.${method}`)).not.toBe('');
    expect(isMethod('magic')).toBe(false);
  });

  it('counts whole days', () => {
    const now = Date.parse('2026-06-30T12:00:00Z');
    expect(daysSince('2026-06-30T00:00:00Z', now)).toBe(0);
    expect(daysSince('2026-06-28T11:59:00Z', now)).toBe(2);
    expect(daysSince('2026-07-02T00:00:00Z', now)).toBe(0);
  });
});

describe('chart', () => {
  const chart: AlarmSeries = {
    method: 'auto', daysPerStep: 1, indicatorTitle: { en: 'Cases', zh: '病例' }, vintage: null, datasets: [], raisedOn: [], opinions: [],
    dates: ['2026-06-01', '2026-06-02', '2026-06-03'], observed: [4, null, 40], expected: [null, 5, 6], upper: [1e9, 9, 12], flagged: [false, false, true],
  };

  it('marks flagged steps and leaves out a bound beyond all reason', () => {
    const { head, rows } = alarmDrawing(chart, { t, f }).table();
    expect(head).toEqual(['date', 'observed', 'expected', 'upper', 'flagged']);
    expect(rows).toEqual([['2026-06-01', 4, null, null, null], ['2026-06-02', null, 5, 9, null], ['2026-06-03', 40, 6, 12, 40]]);
  });
});

describe('cost curve', () => {
  const line = (threshold: number, falsePerMonth: number, detection: number | null) => ({ threshold, falsePerMonth, alarmsPerMonth: 1, detection, delayDays: null });

  it('stands more false alarms to the right and more found higher', () => {
    const { points } = curve([line(0.01, 8, 0.9), line(0.001, 1, 0.4), line(0.005, 3, 0.7)], 560, 190);
    expect(points.map(({ threshold }) => threshold)).toEqual([0.001, 0.005, 0.01]);
    for (let i = 1; i < points.length; i++) {
      expect(points[i]?.x).toBeGreaterThan(points[i - 1]?.x ?? Infinity);
      expect(points[i]?.y).toBeLessThan(points[i - 1]?.y ?? -Infinity);
    }
    for (const { x, y } of points) {
      expect(x).toBeLessThanOrEqual(560);
      expect(y).toBeGreaterThanOrEqual(0);
    }
  });

  it('leaves out what could not be found out, and bears zero', () => {
    expect(curve([line(100, 0.3, null)], 560, 190).points).toEqual([]);
    expect(curve([line(0.001, 0, 0), line(0.01, 0, 1)], 560, 190).points.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
  });

  it('writes no two thresholds over each other, and always the chosen one', () => {
    const at = (threshold: number, x: number) => ({ threshold, x, y: 0 });
    expect(labelled([at(1, 0), at(2, 20), at(3, 60), at(4, 70)], 4)).toEqual(new Set([4, 1]));
    expect(labelled([at(1, 0), at(2, 20), at(3, 60)], 9)).toEqual(new Set([1, 3]));
  });

  it('rounds up to numbers people read', () => {
    expect([0, 0.3, 1, 1.2, 4.9, 7, 50, 51].map(niceAbove)).toEqual([1, 0.5, 1, 2, 5, 10, 50, 100]);
  });
});

describe('rule draft', () => {
  const rule: AlarmRule = {
    id: 1, version: 2, active: true, reason: 'x', changedBy: 'x', changedAt: '2026-06-01T00:00:00Z', lastEvaluation: null,
    definition: { title: { en: 'a', zh: 'b' }, indicator: 'confirmed', source: 's', region: 'world', level: null, method: 'c1', cadence: 'auto', threshold: 0.01, years: 3, watchSteps: 7, quietDays: 7 },
  };

  it('gives back what it was made from, and reads a comma as people type it', () => {
    expect(definitionOf(draftOf(rule))).toEqual(rule.definition);
    expect(definitionOf({ ...draftOf(rule), threshold: '0,02' }).threshold).toBe(0.02);
    expect(definitionOf({ ...draftOf(rule), threshold: ' ' }).threshold).toBeNull();
  });
});
