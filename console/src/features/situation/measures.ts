import type { Measure } from '../../api/contract';
import type { Formats } from '../../i18n/format';

/** A value of a measure as people read it; growth is a share (0.12 is +12%). */
export function showMeasure(f: Formats, measure: Measure, value: number | null | undefined): string {
  if (value === null || value === undefined) return '–';
  if (measure === 'growth') return `${value > 0 ? '+' : ''}${f.percent(value)}`;
  return measure === 'cumulative' || measure === 'new' || measure === 'current' ? f.integer(value) : f.rate(value);
}
