import { useApi } from '../../api/cache';
import { path } from '../../api/client';
import type { Diseases, Page, Region, RegionGeometry, RtCurve, RtRegions } from '../../api/contract';
import { usePlace } from '../../app/router';
import type { Situation } from '../situation/useSituation';

export const METHODS = ['renewal', 'cori', 'wallinga-teunis', 'epifilter'] as const;
export type Method = (typeof METHODS)[number];
export type RtMeasure = 'r' | 'probability';

/** Two years; the usual are four months. */
const WHOLE_DAYS = 730;

/** The platform answers with what it has after some seconds; then it is asked for the rest. */
const AGAIN_MS = 1_000;

/** What the page on reproduction numbers shows; all of it stands in the address. */
export function useRt(situation: Situation) {
  const place = usePlace();
  const method: Method = METHODS.find((candidate) => candidate === place.query.get('method')) ?? 'renewal';
  const measure: RtMeasure = place.query.get('show') === 'probability' ? 'probability' : 'r';
  const indicator = situation.indicator?.key ?? null;
  const whole = place.query.get('days') === 'all';
  const query = { indicator, method, disease: place.query.get('disease'), asOf: situation.asOf };
  const { code, parent } = situation;
  const curve = useApi<RtCurve>(code && indicator && path('/reproduction', { region: code, ...query, historyDays: whole ? WHOLE_DAYS : null }), { keep: true });
  const below = path('/reproduction/regions', { parent, ...query });
  const regions = useApi<RtRegions>(parent && indicator && below, { keep: true, everyMs: (data) => (data && data.pending > 0 ? AGAIN_MS : false) });
  const geometry = useApi<RegionGeometry>(parent && path('/regions/geometry', { parent }), { staleMs: Infinity });
  const places = useApi<Page<Region>>(parent && path('/regions', { parent }), { staleMs: 300_000 });
  const diseases = useApi<Diseases>('/reproduction/diseases', { staleMs: 300_000 });
  return { method, measure, whole, curve, regions, geometry, places, diseases };
}

export type Rt = ReturnType<typeof useRt>;
