import { useApi } from '../../api/cache';
import type { RegionDetail } from '../../api/contract';
import { useI18n } from '../../i18n';

/** The name of a region; its code until that is known. */
export function useRegionName(code: string): string {
  const { say } = useI18n();
  const region = useApi<RegionDetail>(`/regions/${encodeURIComponent(code)}`, { staleMs: 300_000 });
  return say(region.data?.region.name) || code;
}
