import { useApi } from '../../api/cache';
import { path } from '../../api/client';
import type { SituationTable } from '../../api/contract';
import type { Situation } from './useSituation';

const SHOWN = 5;

/** The codes of the parts of the region that have the most cumulative cases at the end, comma between; null until known. */
export function useLargest(situation: Situation, wanted: boolean): string | null {
  const { parent, last, asOf, indicator } = situation;
  const table = useApi<SituationTable>(wanted && parent ? path('/situation/table', { parent, date: last, asOf }) : null);
  if (!table.data || !indicator) return null;
  const total = (row: SituationTable['items'][number]) => row.values[indicator.key]?.cumulative ?? 0;
  return [...table.data.items].sort((a, b) => total(b) - total(a)).slice(0, SHOWN).map((row) => row.code).join(',') || null;
}
