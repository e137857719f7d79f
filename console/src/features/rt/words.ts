import type { RtDay, RtStanding } from '../../api/contract';
import type { I18n } from '../../i18n';

/** "0.84 (0.79 to 0.90)" */
export const rWithInterval = ({ f, t }: Pick<I18n, 'f' | 't'>, day: RtDay): string =>
  t('rt.interval', { r: f.decimal(day.median, 2), low: f.decimal(day.low95, 2), high: f.decimal(day.high95, 2) });

/** Days in which cases double or halve, in words; nothing where it would take longer than a quarter of a year. */
export function pace({ f, t }: Pick<I18n, 'f' | 't'>, standing: RtStanding): string {
  const days = standing.doublingDays;
  if (days === null || Math.abs(days) > 90) return t('rt.pace.none');
  const shown = f.decimal(Math.abs(days), Math.abs(days) < 10 ? 1 : 0);
  return t(days > 0 ? 'rt.pace.doubling' : 'rt.pace.halving', { days: shown });
}

/** Names of the first few, and how many more. */
export function named(names: readonly string[], separator: string, more: (n: number) => string, shown = 4): string {
  const list = names.slice(0, shown).join(separator);
  return names.length > shown ? `${list} ${more(names.length - shown)}` : list;
}
