import { Suspense, lazy, useMemo, useState } from 'react';
import { useDark } from '../../app/preferences';
import { useApi } from '../../api/cache';
import { path } from '../../api/client';
import type { EpiCurve } from '../../api/contract';
import { useI18n } from '../../i18n';
import { AsOf } from '../../ui/AsOf';
import { Panel } from '../../ui/Panel';
import { Segmented } from '../../ui/Segmented';
import { Empty, Loaded, Skeleton } from '../../ui/Status';
import { CsvButton } from './CsvButton';
import { CurveLegend } from './CurveLegend';
import { curveOption } from './curveOption';
import { useClassName } from './useClassName';
import type { Situation } from './useSituation';

const Chart = lazy(() => import('./Chart'));
const HEIGHT = 214;

/** Cases by the day or week they fell ill or were reported, stacked by classification. */
export function CurvePanel({ situation, date }: { situation: Situation; date: string }) {
  const { t, f, say } = useI18n();
  const dark = useDark();
  const className = useClassName();
  const [by, setBy] = useState<'onset' | 'report'>('onset');
  const [unit, setUnit] = useState<'day' | 'week'>('day');
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const curve = useApi<EpiCurve>(path('/situation/epi-curve', { region: situation.code, by, unit, asOf: situation.asOf }), { keep: true });
  const option = useMemo(
    () => curve.data && curveOption({ curve: curve.data, hidden, unit, date, annotations: situation.annotations, dark, f, t, className }),
    [curve.data, hidden, unit, date, situation.annotations, dark, f, t, className],
  );
  const rows = () => curve.data?.buckets.map((bucket) => [bucket.start, ...bucket.counts]) ?? [];
  return (
    <Panel title={t('curve.title')} footer={<AsOf of={curve.data} />}
      actions={<>
        <Segmented label={t('curve.by')} value={by} onChange={setBy} choices={[{ value: 'onset', label: t('curve.onset') }, { value: 'report', label: t('curve.report') }]} />
        <Segmented label={t('curve.unit')} value={unit} onChange={setUnit} choices={[{ value: 'day', label: t('curve.day') }, { value: 'week', label: t('curve.week') }]} />
        <CsvButton name={`curve-${situation.code}-${by}-${unit}`} head={['start', ...(curve.data?.classes ?? [])]} rows={rows} />
      </>}>
      <Loaded query={curve} skeleton={<Skeleton height={HEIGHT + 30} />}>
        {(data) => data.buckets.length === 0 ? <Empty title={t('curve.empty')}>{t('curve.empty.why')}</Empty> : (
          <>
            <Suspense fallback={<Skeleton height={HEIGHT} />}>
              {option && <Chart option={option} height={HEIGHT} description={t('curve.description', { region: say(situation.here?.name), total: f.integer(data.buckets.flatMap((bucket) => bucket.counts).reduce((a, b) => a + b, 0)) })} />}
            </Suspense>
            <CurveLegend curve={data} hidden={hidden} onToggle={(key) => setHidden(toggled(hidden, key))} dark={dark} />
          </>
        )}
      </Loaded>
    </Panel>
  );
}

function toggled(set: ReadonlySet<string>, key: string): Set<string> {
  const next = new Set(set);
  if (!next.delete(key)) next.add(key);
  return next;
}
