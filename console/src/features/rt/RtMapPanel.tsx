import { Suspense, lazy, useMemo, useState } from 'react';
import type { RtStanding } from '../../api/contract';
import { useDark } from '../../app/preferences';
import { diverging } from '../../charts/palette';
import { useI18n } from '../../i18n';
import type { Breaks } from '../../maps/classing';
import { MapLegend } from '../../maps/MapLegend';
import { RankBars } from '../../maps/RankBars';
import { makeScale, type MapView } from '../../maps/view';
import { AsOf } from '../../ui/AsOf';
import { Icon } from '../../ui/Icon';
import { Panel } from '../../ui/Panel';
import { Segmented } from '../../ui/Segmented';
import { ProblemNote, Skeleton } from '../../ui/Status';
import type { Situation } from '../situation/useSituation';
import type { Rt, RtMeasure } from './useRt';
import { rWithInterval } from './words';

const RegionMap = lazy(() => import('../../maps/RegionMap'));
const BREAKS: Record<RtMeasure, Breaks> = { r: [0.5, 0.75, 0.95, 1.05, 1.5, 2], probability: [0.05, 0.2, 0.4, 0.6, 0.8, 0.95] };

const valueOf = (measure: RtMeasure, standing: RtStanding) => (measure === 'r' ? standing.settled?.median : standing.settled?.aboveOne) ?? null;

/** Where it rises: the regions below by R, or by how sure it is that R is above 1. */
export function RtMapPanel({ situation, rt }: { situation: Situation; rt: Rt }) {
  const i18n = useI18n();
  const { t, f } = i18n;
  const dark = useDark();
  const { measure, regions, geometry, places } = rt;
  const [bars, setBars] = useState(false);
  const view = useMemo<MapView>(() => {
    const standings = new Map(regions.data?.items.map((one) => [one.region, one]));
    return {
      values: new Map([...standings].map(([code, one]) => [code, valueOf(measure, one)])),
      scale: makeScale(BREAKS[measure], diverging(dark), measure === 'r' ? 2 : 1), label: t(`rt.map.${measure}`), diverging: { full: 2, radius: 16 },
      show: (value) => (value === null || value === undefined ? '–' : measure === 'r' ? f.decimal(value, 2) : f.percent(value)),
      detail: (code) => {
        const day = standings.get(code)?.settled;
        return day ? `${rWithInterval(i18n, day)} · ${f.shortDay(day.date)}` : null;
      },
    };
  }, [regions.data, measure, dark, t, f, i18n]);
  const failed = regions.error ?? geometry.error ?? places.error;
  const drawable = (geometry.data?.features.length ?? 0) > 0;
  const pick = (region: string) => situation.set({ region });
  const asBars = bars || (geometry.data && !drawable);
  return (
    <Panel className="map-panel" flush title={t('rt.map.title')} footer={<AsOf of={regions.data?.manifest} />}
      actions={<>
        <Segmented<RtMeasure> label={t('map.measure')} value={measure} onChange={(show) => situation.set({ show: show === 'r' ? null : show }, { replace: true })} choices={[{ value: 'r', label: t('rt.map.r') }, { value: 'probability', label: t('rt.map.probability') }]} />
        <Segmented label={t('map.mode')} value={asBars ? 'bars' : 'areas'} onChange={(mode) => setBars(mode === 'bars')} choices={[{ value: 'areas', label: <Icon name="map" />, name: t('map.areas') }, { value: 'bars', label: <Icon name="bars" />, name: t('map.bars') }]} />
      </>}>
      {failed && !regions.data ? <div className="pad"><ProblemNote problem={failed} retry={() => { void regions.refetch(); void geometry.refetch(); void places.refetch(); }} /></div> : (
        <div className="map-frame">
          {!regions.data || !geometry.data || !places.data ? <Skeleton height={400} />
            : asBars ? <RankBars regions={places.data.items} view={view} current={situation.code} onPick={pick} note={drawable ? null : t('map.noGeometry')} />
              : <Suspense fallback={<Skeleton height={400} />}><RegionMap geometry={geometry.data} regions={places.data.items} view={view} mode="areas" current={situation.code} onPick={pick} /></Suspense>}
          <MapLegend view={view} mode="areas" />
        </div>
      )}
    </Panel>
  );
}
