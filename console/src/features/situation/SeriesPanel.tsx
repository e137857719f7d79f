import { useMemo, useState } from 'react';
import { useApi } from '../../api/cache';
import { path } from '../../api/client';
import type { Series } from '../../api/contract';
import { ChartPanel } from '../../charts/ChartPanel';
import { useI18n } from '../../i18n';
import { Segmented } from '../../ui/Segmented';
import { ProblemNote } from '../../ui/Status';
import { seriesDrawing } from './seriesDrawing';
import { useLargest } from './useLargest';
import type { Situation } from './useSituation';

const HEIGHT = 196;

/** The indicator over time: cumulative or new, linear or logarithmic, the region alone or its largest parts. */
export function SeriesPanel({ situation, date }: { situation: Situation; date: string }) {
  const { t, f, say } = useI18n();
  const state = situation.measure === 'current';
  const [asked, setKind] = useState<'new' | 'cumulative'>('new');
  const kind = state ? 'current' : asked;
  const [scale, setScale] = useState<'linear' | 'log'>('linear');
  const [scope, setScope] = useState<'region' | 'parts'>('region');
  const largest = useLargest(situation, scope === 'parts');
  const regions = scope === 'parts' ? largest : situation.code;
  const query = { regions, indicator: situation.indicator?.key, from: situation.first, to: situation.last, asOf: situation.asOf };
  const bars = scope === 'region' && kind === 'new';
  const main = useApi<Series>(regions ? path('/situation/series', { ...query, kind: kind === 'new' && scope === 'parts' ? 'avg7' : kind }) : null, { keep: true });
  const average = useApi<Series>(bars ? path('/situation/series', { ...query, kind: 'avg7' }) : null, { keep: true });
  const drawing = useMemo(
    () => main.data && seriesDrawing({ main: main.data, average: bars ? average.data : undefined, bars, log: scale === 'log', date, annotations: situation.annotations, f, say, t }),
    [main.data, average.data, bars, scale, date, situation.annotations, f, say, t],
  );
  return (
    <ChartPanel title={t('series.title', { indicator: say(situation.indicator?.title) })} file={`series-${situation.code}-${kind}`} drawing={drawing} source={main.data} height={HEIGHT}
      method={t(`series.method.${kind}`)} description={t('series.description', { regions: main.data?.series.map(({ name }) => say(name)).join(', ') ?? '' })}
      instead={main.error && !main.data ? <ProblemNote problem={main.error} retry={() => void main.refetch()} /> : undefined}
      actions={<>
        {!state && <Segmented label={t('series.kind')} value={asked} onChange={setKind} choices={[{ value: 'new', label: t('series.new') }, { value: 'cumulative', label: t('series.cumulative') }]} />}
        <Segmented label={t('series.scale')} value={scale} onChange={setScale} choices={[{ value: 'linear', label: t('series.linear') }, { value: 'log', label: t('series.log') }]} />
        <Segmented label={t('series.scope')} value={scope} onChange={setScope} choices={[{ value: 'region', label: t('series.region') }, { value: 'parts', label: t('series.parts') }]} />
      </>} />
  );
}
