import { useMemo } from 'react';
import { useApi } from '../../api/cache';
import { path } from '../../api/client';
import type { ForecastList, ForecastScores, ForecastView, Series } from '../../api/contract';
import type { Situation } from '../situation/useSituation';
import { usePlace } from '../../app/router';

export type FanKind = 'new' | 'cumulative' | 'current';

const SHOWN = 60;

/** What the forecast page shows: the series, the newest forecast, one of the past, and how all of them fared. */
export function useForecasts(situation: Situation) {
  const place = usePlace();
  const state = situation.indicator?.kinds.includes('current') ?? false;
  const kind: FanKind = state ? 'current' : place.query.get('kind') === 'cumulative' ? 'cumulative' : 'new';
  const pastId = place.query.get('past');
  const indicator = situation.indicator?.key ?? null;
  const query = { region: situation.code, indicator, kind };
  const ready = situation.code && indicator ? true : null;
  const series = useApi<Series>(ready && path('/situation/series', { regions: situation.code, indicator, kind }), { keep: true });
  const list = useApi<ForecastList>(ready && path('/forecasts', { ...query, limit: SHOWN }), { keep: true });
  const own = useMemo(() => list.data?.items.filter(({ forecast }) => forecast.method !== null && !forecast.retrospective) ?? [], [list.data]);
  const newest = own[0] ?? list.data?.items[0] ?? null;
  const forecast = useApi<ForecastView>(newest && `/forecasts/${newest.forecast.id}`, { keep: true });
  const past = useApi<ForecastView>(pastId && pastId !== 'all' ? `/forecasts/${encodeURIComponent(pastId)}` : null);
  const scores = useApi<ForecastScores>(ready && path('/forecasts/scores', { ...query, basis: place.query.get('basis') ?? 'latest' }), { keep: true });
  const known = useMemo(() => new Map((series.data?.dates ?? []).map((date, i) => [date, series.data?.series[0]?.values[i] ?? null])), [series.data]);
  const earlier = useMemo(() => list.data?.items.filter((item) => item.forecast.id !== newest?.forecast.id) ?? [], [list.data, newest]);
  return {
    kind, state, series, list, newest, known, earlier, pastId, scores,
    forecast: newest ? forecast : null,
    past: pastId && pastId !== 'all' ? past.data : undefined,
    basis: place.query.get('basis') === 'first' ? ('first' as const) : ('latest' as const),
  };
}

export type Forecasts = ReturnType<typeof useForecasts>;
