import type { Alarm } from '../../api/contract';

/** A number among the details of an alarm, or null. */
export function numberOf(alarm: Pick<Alarm, 'evidence'>, name: string): number | null {
  const value: unknown = alarm.evidence.details[name];
  return typeof value === 'number' ? value : null;
}

/** The places of a cluster; none for an alarm of one region. */
export function placesOf(alarm: Pick<Alarm, 'evidence'>): string[] {
  const value: unknown = alarm.evidence.details.places;
  return Array.isArray(value) ? value.filter((place): place is string => typeof place === 'string') : [];
}

export const METHODS = ['auto', 'c1', 'c2', 'c3', 'cusum', 'farrington', 'farrington-flexible', 'scan'] as const;
export type Method = (typeof METHODS)[number];

export const isMethod = (word: unknown): word is Method => METHODS.some((method) => method === word);
