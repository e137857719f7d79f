import { useMemo } from 'react';
import { navigate, usePlace, withQuery } from '../../app/router';
import { useApi } from '../../api/cache';
import { path } from '../../api/client';
import type { Annotation, Measure, RegionDetail, Settings, Summary } from '../../api/contract';

export const MEASURES = ['cumulative', 'new', 'avg7', 'per100k', 'incidence7', 'growth'] as const satisfies readonly Measure[];
export type MapMode = 'areas' | 'symbols' | 'bars';

const oneOf = <T extends string>(value: string | null, allowed: readonly T[], fallback: NoInfer<T>): T => allowed.find((candidate) => candidate === value) ?? fallback;

/** What the situation page shows. All of it stands in the address; what is missing there has a default. */
export function useSituation() {
  const place = usePlace();
  const settings = useApi<Settings>('/settings', { staleMs: 300_000 });
  const code = place.query.get('region') ?? settings.data?.homeRegion ?? null;
  const asOf = place.query.get('asOf');
  const summary = useApi<Summary>(code && path('/situation/summary', { region: code, asOf }), { keep: true });
  const region = useApi<RegionDetail>(code && `/regions/${encodeURIComponent(code)}`, { keep: true, staleMs: 300_000 });
  const annotations = useApi<{ items: Annotation[] } | Annotation[]>(code && path('/situation/annotations', { region: code }), { keep: true });
  const here = region.data?.region ?? null;
  const indicators = summary.data?.indicators ?? [];
  const asked = place.query.get('indicator');
  const indicator = indicators.find((candidate) => candidate.key === asked) ?? indicators[0] ?? null;
  const first = summary.data?.firstDate ?? null;
  const last = summary.data?.lastDate ?? null;
  const askedDate = place.query.get('date');
  const date = askedDate && first && last ? (askedDate < first ? first : askedDate > last ? last : askedDate) : last;
  return {
    settings, summary, region, here, ancestors: region.data?.ancestors.filter((ancestor) => ancestor.code !== here?.code) ?? [], indicators, indicator, first, last, date, asOf, code,
    annotations: useMemo(() => listed(annotations.data), [annotations.data]),
    measure: oneOf(place.query.get('measure'), indicator?.kinds?.includes('current') ? ['current'] : MEASURES, indicator?.kinds?.includes('current') ? 'current' : 'cumulative'),
    mode: oneOf<MapMode>(place.query.get('map'), ['areas', 'symbols', 'bars'], 'areas'),
    /** The region whose parts map and table show: the region, or the one above where it has no parts. */
    parent: here ? (here.hasChildren ? here.code : (here.parent ?? here.code)) : null,
    set: (changes: Record<string, string | null>, options?: { replace?: boolean }) => navigate(withQuery(place, changes), options),
    href: (changes: Record<string, string | null>) => withQuery(place, changes),
  };
}

export type Situation = ReturnType<typeof useSituation>;

/** A list, whether it comes bare or as a page. */
export function listed<T>(answer: { items: T[] } | T[] | undefined): T[] {
  return Array.isArray(answer) ? answer : (answer?.items ?? []);
}
