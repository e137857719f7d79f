import { navigate, usePlace, withQuery } from '../../app/router';

/** The filters of the line list; each stands in the address under the name the platform knows it by. */
export const FILTERS = ['q', 'region', 'classification', 'outcome', 'sex', 'ageFrom', 'ageTo', 'onsetFrom', 'onsetTo', 'reportFrom', 'reportTo', 'source'] as const;
export type Filter = (typeof FILTERS)[number];
export const DEFAULT_SORT = '-reportDate';

export function useCaseFilters() {
  const place = usePlace();
  const values = Object.fromEntries(FILTERS.map((name) => [name, place.query.get(name)])) as Record<Filter, string | null>;
  return {
    values,
    sort: place.query.get('sort') ?? DEFAULT_SORT,
    active: FILTERS.filter((name) => name !== 'q' && values[name]),
    set: (changes: Record<string, string | null>) => navigate(withQuery(place, changes), { replace: true }),
    clear: () => navigate(withQuery(place, Object.fromEntries(FILTERS.map((name) => [name, null]))), { replace: true }),
  };
}

export type CaseFilters = ReturnType<typeof useCaseFilters>;
