import { Suspense, lazy, useMemo, useState } from 'react';
import { useDark } from '../../app/preferences';
import { useApi } from '../../api/cache';
import { path } from '../../api/client';
import type { Series } from '../../api/contract';
import { useI18n } from '../../i18n';
import { AsOf } from '../../ui/AsOf';
import { Panel } from '../../ui/Panel';
import { Segmented } from '../../ui/Segmented';
import { Loaded, Skeleton } from '../../ui/Status';
import { CsvButton } from './CsvButton';
import { lineColor } from './palette';
import { seriesOption } from './seriesOption';
import { useLargest } from './useLargest';
import type { Situation } from './useSituation';

const Chart = lazy(() => import('./Chart'));
const HEIGHT = 196;

/** The indicator over time: cumulative or new, linear or logarithmic, the region alone or its largest parts. */
export function SeriesPanel({ situation, date }: { situation: Situation; date: string }) {
  const { t, f, say } = useI18n();
  const state = situation.measure === 'current';
  const dark = useDark();
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
  const option = useMemo(
    () => main.data && seriesOption({ main: main.data, average: bars ? average.data : undefined, bars, log: scale === 'log', date, annotations: situation.annotations, dark, f, say, t }),
    [main.data, average.data, bars, scale, date, situation.annotations, dark, f, say, t],
  );
  const rows = () => main.data?.dates.map((day, i) => [day, ...(main.data?.series.map((one) => one.values[i]) ?? [])]) ?? [];
  return (
    <Panel title={t('series.title', { indicator: say(situation.indicator?.title) })} footer={<AsOf of={main.data} />}
      actions={<>
        {!state && <Segmented label={t('series.kind')} value={asked} onChange={setKind} choices={[{ value: 'new', label: t('series.new') }, { value: 'cumulative', label: t('series.cumulative') }]} />}
        <Segmented label={t('series.scale')} value={scale} onChange={setScale} choices={[{ value: 'linear', label: t('series.linear') }, { value: 'log', label: t('series.log') }]} />
        <Segmented label={t('series.scope')} value={scope} onChange={setScope} choices={[{ value: 'region', label: t('series.region') }, { value: 'parts', label: t('series.parts') }]} />
        <CsvButton name={`series-${situation.code}-${kind}`} head={['date', ...(main.data?.series.map(({ region }) => region) ?? [])]} rows={rows} />
      </>}>
      <Loaded query={main} skeleton={<Skeleton height={HEIGHT + 26} />}>
        {(data) => (
          <>
            <Suspense fallback={<Skeleton height={HEIGHT} />}>{option && <Chart option={option} height={HEIGHT} description={t('series.description', { regions: data.series.map(({ name }) => say(name)).join(', ') })} />}</Suspense>
            <ul className="class-legend">
              {bars ? <>
                <li className="legend-item"><i className="swatch" style={{ backgroundColor: 'var(--bar)' }} />{t('series.daily')}</li>
                <li className="legend-item"><i className="swatch-line" style={{ backgroundColor: lineColor(0, dark) }} />{t('measure.avg7')}</li>
              </> : data.series.map(({ region, name }, i) => <li key={region} className="legend-item"><i className="swatch-line" style={{ backgroundColor: lineColor(i, dark) }} />{say(name)}</li>)}
            </ul>
          </>
        )}
      </Loaded>
    </Panel>
  );
}
