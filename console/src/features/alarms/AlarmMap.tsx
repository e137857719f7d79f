import { Suspense, lazy, useMemo } from 'react';
import { useApi } from '../../api/cache';
import { path } from '../../api/client';
import type { AlarmOverview, Page, Region, RegionDetail, RegionGeometry } from '../../api/contract';
import { useDark } from '../../app/preferences';
import { SEQUENTIAL_CLASSES, sequential } from '../../charts/palette';
import { useI18n } from '../../i18n';
import { MapLegend } from '../../maps/MapLegend';
import { RankBars } from '../../maps/RankBars';
import { quantileBreaks } from '../../maps/classing';
import { makeScale, type MapView } from '../../maps/view';
import { Link } from '../../ui/Link';
import { Panel } from '../../ui/Panel';
import { ProblemNote, Skeleton } from '../../ui/Status';
import type { AlarmFilters } from './useAlarmFilters';

const RegionMap = lazy(() => import('../../maps/RegionMap'));

/** How many alarms are open in each part of a region; the way down is a click. */
export function AlarmMap({ home, filters }: { home: string; filters: AlarmFilters }) {
  const { t, f, say } = useI18n();
  const dark = useDark();
  const detail = useApi<RegionDetail>(`/regions/${encodeURIComponent(home)}`, { keep: true, staleMs: 300_000 });
  const here = detail.data?.region;
  const parent = here ? (here.hasChildren ? here.code : (here.parent ?? here.code)) : null;
  const overview = useApi<AlarmOverview>(parent && path('/alarms/overview', { region: parent, subject: filters.subject }), { keep: true });
  const geometry = useApi<RegionGeometry>(parent && path('/regions/geometry', { parent }), { staleMs: Infinity });
  const regions = useApi<Page<Region>>(parent && path('/regions', { parent, limit: 500 }), { staleMs: 300_000 });
  const view = useMemo<MapView>(() => {
    const known = new Map((overview.data?.parts ?? []).map(({ code, open }) => [code, open]));
    const values = new Map((regions.data?.items ?? []).map(({ code }) => [code, known.get(code) ?? 0]));
    const breaks = quantileBreaks([...values.values()], Math.min(SEQUENTIAL_CLASSES, 4));
    const scale = makeScale(breaks, sequential(dark, breaks.length), Math.max(0, ...values.values()));
    return { values, scale, label: t('alarms.map.label'), show: (value) => f.integer(value ?? 0) };
  }, [overview.data, regions.data, dark, t, f]);
  const pick = (region: string) => filters.set({ region });
  const failed = overview.error ?? geometry.error ?? regions.error ?? detail.error;
  const drawable = (geometry.data?.features.length ?? 0) > 0;
  const ancestors = detail.data?.ancestors.filter(({ code }) => code !== here?.code) ?? [];
  return (
    <Panel className="map-panel alarm-map" flush title={t('alarms.map')}
      footer={<><span>{t('alarms.map.note')}</span>{overview.data && overview.data.own > 0 && <span>{t('alarms.map.own', { n: overview.data.own })}</span>}</>}>
      <nav className="alarm-where" aria-label={t('situation.where')}>
        <ol className="breadcrumbs">
          {ancestors.map(({ code, name }) => <li key={code}><Link to={filters.href({ region: code })}>{say(name)}</Link></li>)}
          <li aria-current="page">{say(here?.name)}</li>
        </ol>
        {overview.data && <span className="small muted">{t('alarms.count', { n: overview.data.all })}</span>}
      </nav>
      {failed ? <div className="pad"><ProblemNote problem={failed} retry={() => { void overview.refetch(); void geometry.refetch(); void regions.refetch(); }} /></div>
        : !geometry.data || !regions.data || !overview.data ? <Skeleton height={400} /> : (
          <div className="map-frame">
            {drawable ? (
              <Suspense fallback={<Skeleton height={400} />}>
                <RegionMap geometry={geometry.data} regions={regions.data.items} view={view} mode="areas" current={filters.region} onPick={pick} />
              </Suspense>
            ) : <RankBars regions={regions.data.items} view={view} current={filters.region} onPick={pick} note={t('map.noGeometry')} />}
            <MapLegend view={view} mode={drawable ? 'areas' : 'bars'} />
          </div>
        )}
    </Panel>
  );
}
