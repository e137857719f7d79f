import { useMemo } from 'react';
import { useDark } from '../../app/preferences';
import { useI18n } from '../../i18n';
import { showMeasure } from './measures';
import { useApi } from '../../api/cache';
import { path } from '../../api/client';
import type { Frames, Page, Region, RegionGeometry } from '../../api/contract';
import { breaksFor } from '../../maps/classing';
import { makeScale, type MapView } from '../../maps/view';
import { SEQUENTIAL_CLASSES, diverging, sequential } from '../../charts/palette';
import type { Situation } from './useSituation';

/** The frame that holds on a day: the last one that is not later; -1 before the first. */
export function frameAt(dates: readonly string[], date: string): number {
  let low = 0;
  let high = dates.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((dates[middle] as string) <= date) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** All days of the map at once, so that the slider asks for nothing; the scale is one for all days. */
export function useMapData(situation: Situation, date: string) {
  const dark = useDark();
  const { t, f } = useI18n();
  const { parent, indicator, measure, asOf, first, last } = situation;
  const frames = useApi<Frames>(parent && indicator ? path('/situation/frames', { parent, indicator: indicator.key, measure, from: first, to: last, asOf }) : null, { keep: true, staleMs: 120_000 });
  const geometry = useApi<RegionGeometry>(parent && path('/regions/geometry', { parent }), { staleMs: Infinity });
  const regions = useApi<Page<Region>>(parent && path('/regions', { parent }), { staleMs: 300_000 });
  const scale = useMemo(() => {
    const all = frames.data?.values.flat() ?? [];
    const breaks = breaksFor(measure, all, SEQUENTIAL_CLASSES);
    const colors = measure === 'growth' ? diverging(dark) : sequential(dark, breaks.length);
    const maximum = all.reduce<number>((a, b) => Math.max(a, b ?? 0), 0);
    return makeScale(breaks, colors, maximum);
  }, [frames.data, measure, dark]);
  const values = useMemo(() => {
    const found = new Map<string, number | null>();
    const data = frames.data;
    if (!data) return found;
    const frame = data.values[frameAt(data.dates, date)];
    data.codes.forEach((code, i) => found.set(code, frame?.[i] ?? null));
    return found;
  }, [frames.data, date]);
  const view = useMemo<MapView>(() => ({
    values, scale, label: t(`measure.${measure}`), show: (value) => showMeasure(f, measure, value), diverging: measure === 'growth' ? { full: 1, radius: 16 } : undefined,
  }), [values, scale, measure, t, f]);
  return { frames, geometry, regions, view };
}
