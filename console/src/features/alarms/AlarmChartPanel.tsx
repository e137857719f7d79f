import { useMemo, useState } from 'react';
import { useApi } from '../../api/cache';
import { Problem, path } from '../../api/client';
import type { Alarm, AlarmSeries } from '../../api/contract';
import { ChartPanel } from '../../charts/ChartPanel';
import { useI18n } from '../../i18n';
import { Segmented } from '../../ui/Segmented';
import { Empty, ProblemNote } from '../../ui/Status';
import { alarmDrawing } from './alarmDrawing';
import { isMethod, placesOf } from './evidence';
import { OpinionTable } from './OpinionTable';

const HEIGHT = 280;

/** The series as the rule judges it, now or as known when the alarm was last judged, and what other methods say. */
export function AlarmChartPanel({ alarm }: { alarm: Alarm }) {
  const { t, f, say } = useI18n();
  const [known, setKnown] = useState<'now' | 'then'>('now');
  const chart = useApi<AlarmSeries>(path(`/alarms/${alarm.id}/chart`, { asOf: known === 'then' ? alarm.evidence.vintage : null }), { keep: true });
  const drawing = useMemo(() => chart.data && alarmDrawing(chart.data, { t, f }), [chart.data, t, f]);
  const none = chart.error instanceof Problem && chart.error.code === 'alarm-series-not-found';
  const flagged = chart.data?.flagged.filter(Boolean).length ?? 0;
  const indicator = say(chart.data?.indicatorTitle) || alarm.subject;
  return (
    <>
      <ChartPanel title={t(placesOf(alarm).length > 0 ? 'alarm.chart.cluster' : 'alarm.chart', { indicator })} file={`alarm-${alarm.id}`} drawing={drawing} height={HEIGHT}
        source={chart.data && { asOf: chart.data.vintage, datasets: chart.data.datasets }}
        method={t('alarm.chart.method', { method: t(`method.${isMethod(chart.data?.method) ? chart.data.method : 'auto'}`) })}
        description={t('alarm.chart.says', { n: flagged })}
        instead={none ? <Empty title={t('alarm.chart.none')} /> : chart.error && !chart.data ? <ProblemNote problem={chart.error} retry={() => void chart.refetch()} /> : undefined}
        actions={!none && <Segmented label={t('alarm.chart.known')} value={known} onChange={setKnown} choices={[{ value: 'now', label: t('alarm.chart.now') }, { value: 'then', label: t('alarm.chart.then') }]} />} />
      {chart.data && chart.data.opinions.length > 0 && <OpinionTable opinions={chart.data.opinions} method={alarm.source === 'series' ? chart.data.method : null} date={alarm.lastDate} />}
    </>
  );
}
