import { Suspense, lazy } from 'react';
import { useI18n } from '../../i18n';
import { AsOf } from '../../ui/AsOf';
import { Select } from '../../ui/Field';
import { Icon } from '../../ui/Icon';
import { Panel } from '../../ui/Panel';
import { Segmented } from '../../ui/Segmented';
import { ProblemNote, Skeleton } from '../../ui/Status';
import { MapLegend } from '../../maps/MapLegend';
import { RankBars } from '../../maps/RankBars';
import { useMapData } from './useMapData';
import { MEASURES, type MapMode, type Situation } from './useSituation';

const RegionMap = lazy(() => import('../../maps/RegionMap'));

/** The regions below the one that is open, on a day, by one measure; the way down is a click. */
export function MapPanel({ situation, date }: { situation: Situation; date: string }) {
  const { t, say } = useI18n();
  const data = useMapData(situation, date);
  const drawable = (data.geometry.data?.features.length ?? 0) > 0;
  const mode: MapMode = data.geometry.data && !drawable ? 'bars' : situation.mode;
  const pick = (region: string) => situation.set({ region });
  const failed = data.frames.error ?? data.geometry.error ?? data.regions.error;
  return (
    <Panel className="map-panel" flush
      title={say(situation.indicator?.title)}
      actions={<>
        <Select hideLabel label={t('map.measure')} value={situation.measure} onChange={(measure) => situation.set({ measure })} choices={(situation.measure === 'current' ? (['current'] as const) : MEASURES).map((value) => ({ value, label: t(`measure.${value}`) }))} />
        <Segmented<MapMode> label={t('map.mode')} value={mode} onChange={(map) => situation.set({ map })} choices={[
          { value: 'areas', label: <Icon name="map" />, name: t('map.areas') },
          { value: 'symbols', label: <span className="symbol-sign" />, name: t('map.symbols') },
          { value: 'bars', label: <Icon name="bars" />, name: t('map.bars') },
        ]} />
      </>}
      footer={<AsOf of={data.frames.data} />}>
      {failed ? <div className="pad"><ProblemNote problem={failed} retry={() => { void data.frames.refetch(); void data.geometry.refetch(); void data.regions.refetch(); }} /></div> : (
        <div className="map-frame">
          {mode === 'bars' || !data.geometry.data ? (
            data.frames.data && data.regions.data ? <RankBars regions={data.regions.data.items} view={data.view} current={situation.code} onPick={pick} note={data.geometry.data && !drawable ? t('map.noGeometry') : null} /> : <Skeleton height={400} />
          ) : (
            <Suspense fallback={<Skeleton height={400} />}>
              <RegionMap geometry={data.geometry.data} regions={data.regions.data?.items} view={data.view} mode={mode} current={situation.code} onPick={pick} />
            </Suspense>
          )}
          <MapLegend view={data.view} mode={mode} />
        </div>
      )}
    </Panel>
  );
}
