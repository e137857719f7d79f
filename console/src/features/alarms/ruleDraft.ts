import type { AlarmRule, AlarmRuleDefinition } from '../../api/contract';

/** A rule while it is being changed: numbers are texts until they are sent. */
export interface Draft extends Omit<AlarmRuleDefinition, 'threshold' | 'years' | 'watchSteps' | 'quietDays'> {
  threshold: string;
  years: string;
  watchSteps: string;
  quietDays: string;
  active: boolean;
  reason: string;
}

export function draftOf(rule: AlarmRule | null): Draft {
  const definition: AlarmRuleDefinition = rule?.definition ?? {
    title: { en: '', zh: '' }, indicator: 'confirmed', source: null, region: 'world', level: null, method: 'auto', cadence: 'auto', threshold: null, years: 3, watchSteps: 7, quietDays: 7,
  };
  return {
    ...definition, threshold: definition.threshold === null ? '' : String(definition.threshold), years: String(definition.years), watchSteps: String(definition.watchSteps),
    quietDays: String(definition.quietDays), active: rule?.active ?? true, reason: '',
  };
}

export function definitionOf({ active: _, reason: __, ...draft }: Draft): AlarmRuleDefinition {
  const threshold = draft.threshold.trim().replace(',', '.');
  return { ...draft, threshold: threshold === '' ? null : Number(threshold), years: Number(draft.years), watchSteps: Number(draft.watchSteps), quietDays: Number(draft.quietDays) };
}

/** The threshold a method has unless told otherwise. */
export function usualThreshold(method: string, weekly: boolean): number {
  if (method === 'cusum') return 2.26;
  if (method === 'scan') return 100;
  if (method === 'c1' || method === 'c2') return 0.001;
  if (method === 'c3') return 0.025;
  return method === 'auto' && weekly ? 0.004 : 0.005;
}
