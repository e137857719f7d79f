import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { call, path } from '../../api/client';
import type { Page, Region, RegionDetail, RegionGeometry } from '../../api/contract';

const MINUTES_5 = 300_000;

const asking = <T>(apiPath: string) => ({ queryKey: [apiPath], queryFn: () => call<T>(apiPath), staleTime: MINUTES_5 });

/** Places with their outlines and those of their neighbours: all parts of the regions that the places belong to. */
export function usePlaces(places: readonly string[]) {
  const details = useQueries({ queries: places.map((code) => asking<RegionDetail>(`/regions/${encodeURIComponent(code)}`)) });
  const parents = [...new Set(details.flatMap(({ data }) => data?.region.parent ?? []))];
  const outlines = useQueries({ queries: parents.map((parent) => asking<RegionGeometry>(path('/regions/geometry', { parent }))) });
  const lists = useQueries({ queries: parents.map((parent) => asking<Page<Region>>(path('/regions', { parent, limit: 500 }))) });
  const ready = parents.length > 0 && [...details, ...outlines, ...lists].every(({ data }) => data !== undefined);
  const stamp = [...outlines, ...lists].map(({ dataUpdatedAt }) => dataUpdatedAt).join();
  return useMemo(() => {
    if (!ready) return null;
    const geometry: RegionGeometry = { type: 'FeatureCollection', features: outlines.flatMap(({ data }) => data?.features ?? []) };
    return { geometry, regions: lists.flatMap(({ data }) => data?.items ?? []) };
    // The answers are held by their times; the arrays themselves are new each time.
  }, [ready, stamp]);
}
