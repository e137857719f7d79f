import { useMemo } from 'react';
import { ChartPanel } from '../../charts/ChartPanel';
import { useI18n } from '../../i18n';
import { Select } from '../../ui/Field';
import { Segmented } from '../../ui/Segmented';
import { Empty, ProblemNote } from '../../ui/Status';
import type { Situation } from '../situation/useSituation';
import { rtDrawing } from './rtDrawing';
import { METHODS, type Rt } from './useRt';
import { rWithInterval } from './words';

const HEIGHT = 260;

/** R over time; the days that later reports will change are hatched. */
export function RtCurvePanel({ situation, rt }: { situation: Situation; rt: Rt }) {
  const i18n = useI18n();
  const { t, f, say } = i18n;
  const { curve, method, whole } = rt;
  const drawing = useMemo(() => curve.data && rtDrawing(curve.data, i18n), [curve.data, i18n]);
  const settled = curve.data?.standing.settled;
  return (
    <ChartPanel title={t('rt.curve.title', { region: say(situation.here?.name) })} file={`rt-${situation.code}-${situation.indicator?.key}-${method}`} drawing={drawing}
      source={curve.data?.manifest} version={curve.data?.manifest.version} method={t(`rt.method.${method}.how`)} height={HEIGHT}
      description={settled ? t('rt.curve.description', { date: f.day(settled.date), r: rWithInterval(i18n, settled) }) : t('rt.curve.empty')}
      instead={curve.error && !curve.data ? <ProblemNote problem={curve.error} retry={() => void curve.refetch()} />
        : curve.data?.days.length === 0 ? <Empty title={t('rt.curve.empty')}>{t('rt.curve.empty.why')}</Empty> : undefined}
      actions={<>
        <Segmented label={t('fan.span')} value={whole ? 'all' : 'recent'} onChange={(days) => situation.set({ days: days === 'all' ? 'all' : null }, { replace: true })} choices={[{ value: 'recent', label: t('rt.span.recent') }, { value: 'all', label: t('fan.span.all') }]} />
        <Select hideLabel label={t('rt.method')} value={method} onChange={(next) => situation.set({ method: next === 'renewal' ? null : next }, { replace: true })}
        choices={METHODS.map((value) => ({ value, label: t(`rt.method.${value}`) }))} />
      </>} />
  );
}
