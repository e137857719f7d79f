import { useMemo, useState } from 'react';
import { useDark } from '../../app/preferences';
import { useApi } from '../../api/cache';
import { path } from '../../api/client';
import type { EpiCurve } from '../../api/contract';
import { ChartPanel } from '../../charts/ChartPanel';
import { useI18n } from '../../i18n';
import { Segmented } from '../../ui/Segmented';
import { Empty, ProblemNote } from '../../ui/Status';
import { CurveLegend } from './CurveLegend';
import { curveDrawing } from './curveDrawing';
import { useClassName } from './useClassName';
import type { Situation } from './useSituation';

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
  const drawing = useMemo(
    () => curve.data && curveDrawing({ curve: curve.data, hidden, unit, date, annotations: situation.annotations, f, t, say, className }),
    [curve.data, hidden, unit, date, situation.annotations, f, t, say, className],
  );
  const total = curve.data?.buckets.flatMap((bucket) => bucket.counts).reduce((a, b) => a + b, 0) ?? 0;
  return (
    <ChartPanel title={t('curve.title')} file={`curve-${situation.code}-${by}-${unit}`} drawing={drawing} source={curve.data} height={HEIGHT}
      method={t(by === 'onset' ? 'curve.method.onset' : 'curve.method.report')} description={t('curve.description', { region: say(situation.here?.name), total: f.integer(total) })}
      instead={curve.error && !curve.data ? <ProblemNote problem={curve.error} retry={() => void curve.refetch()} />
        : curve.data?.buckets.length === 0 ? <Empty title={t('curve.empty')}>{t('curve.empty.why')}</Empty> : undefined}
      legend={curve.data && <CurveLegend curve={curve.data} hidden={hidden} onToggle={(key) => setHidden(toggled(hidden, key))} dark={dark} />}
      actions={<>
        <Segmented label={t('curve.by')} value={by} onChange={setBy} choices={[{ value: 'onset', label: t('curve.onset') }, { value: 'report', label: t('curve.report') }]} />
        <Segmented label={t('curve.unit')} value={unit} onChange={setUnit} choices={[{ value: 'day', label: t('curve.day') }, { value: 'week', label: t('curve.week') }]} />
      </>} />
  );
}

function toggled(set: ReadonlySet<string>, key: string): Set<string> {
  const next = new Set(set);
  if (!next.delete(key)) next.add(key);
  return next;
}
