import { Suspense, lazy, useMemo } from 'react';
import { path } from '../../api/client';
import { useDark } from '../../app/preferences';
import { navigate } from '../../app/router';
import { pairColor, sequential, TONES } from '../../charts/palette';
import { useI18n } from '../../i18n';
import { makeScale, type MapView } from '../../maps/view';
import { Link } from '../../ui/Link';
import { Panel } from '../../ui/Panel';
import { Skeleton } from '../../ui/Status';
import { usePlaces } from './usePlaces';

const RegionMap = lazy(() => import('../../maps/RegionMap'));

/** The places of a cluster on the map, among their neighbours. */
export function ClusterMap({ places }: { places: readonly string[] }) {
  const { t, say } = useI18n();
  const dark = useDark();
  const around = usePlaces(places);
  const view = useMemo<MapView>(() => ({
    values: new Map((around?.regions ?? []).map(({ code }) => [code, places.includes(code) ? 1 : 0])),
    scale: makeScale([1], [sequential(dark, 1)[0] as string, pairColor(TONES.alarm, dark)], 1),
    label: '', show: (value) => t(value ? 'alarm.cluster.in' : 'alarm.cluster.out'),
  }), [around, places, dark, t]);
  const names = new Map(around?.regions.map(({ code, name }) => [code, say(name)]) ?? []);
  const open = (code: string) => path('/situation', { region: code });
  return (
    <Panel title={t('alarm.cluster.map')} flush footer={
      <span className="cluster-places">{places.map((code) => <Link key={code} to={open(code)}>{names.get(code) ?? code}</Link>)}</span>
    }>
      {!around ? <Skeleton height={300} /> : around.geometry.features.length > 0 && (
        <Suspense fallback={<Skeleton height={300} />}>
          <RegionMap geometry={around.geometry} regions={around.regions} view={view} mode="areas" current={null} onPick={(code) => navigate(open(code))} />
        </Suspense>
      )}
    </Panel>
  );
}
