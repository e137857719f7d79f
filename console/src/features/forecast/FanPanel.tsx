import { useMemo, useState } from 'react';
import { ChartPanel } from '../../charts/ChartPanel';
import { useI18n } from '../../i18n';
import { Segmented } from '../../ui/Segmented';
import { Select } from '../../ui/Field';
import { ProblemNote } from '../../ui/Status';
import type { Situation } from '../situation/useSituation';
import { fanDrawing } from './fanDrawing';
import { MEDIAN, interval } from './levels';
import type { Forecasts } from './useForecasts';

const HEIGHT = 340;
const SPAN = { month: 28, months: 84, all: 4000 } as const;

/** The fan of the coming days, and on wish what an earlier forecast had said. */
export function FanPanel({ situation, forecasts }: { situation: Situation; forecasts: Forecasts }) {
  const { t, f, say } = useI18n();
  const [span, setSpan] = useState<keyof typeof SPAN>('month');
  const { series, forecast, past, pastId, earlier, kind, state } = forecasts;
  const view = forecast?.data;
  const drawing = useMemo(
    () => series.data && fanDrawing({ series: series.data, forecast: view, past, earlier: pastId === 'all' ? earlier : [], days: SPAN[span], f, t }),
    [series.data, view, past, pastId, earlier, span, f, t],
  );
  const target = view?.targets[6] ?? view?.targets.at(-1);
  const ends = target && interval(target.quantiles, 95);
  const description = target && ends
    ? t('fan.description', { region: say(situation.here?.name), date: f.day(target.date), value: f.rate(target.quantiles[MEDIAN] ?? 0), low: f.rate(ends[0]), high: f.rate(ends[1]) })
    : t('series.description', { regions: say(situation.here?.name) });
  const method = view ? t('fan.method', { model: view.forecast.model, origin: f.day(view.forecast.origin) }) : t('fan.method.none');
  return (
    <ChartPanel title={t('fan.title', { indicator: say(situation.indicator?.title), region: say(situation.here?.name) })} file={`forecast-${situation.code}-${situation.indicator?.key}-${kind}`}
      drawing={drawing} source={view ?? series.data} method={method} version={view?.forecast.version ?? undefined} height={HEIGHT} description={description}
      instead={series.error && !series.data ? <ProblemNote problem={series.error} retry={() => void series.refetch()} /> : undefined}
      actions={<>
        {!state && <Segmented label={t('series.kind')} value={kind} onChange={(next) => situation.set({ kind: next === 'new' ? null : next, past: null })} choices={[{ value: 'new', label: t('series.new') }, { value: 'cumulative', label: t('series.cumulative') }]} />}
        <Segmented label={t('fan.span')} value={span} onChange={setSpan} choices={(['month', 'months', 'all'] as const).map((value) => ({ value, label: t(`fan.span.${value}`) }))} />
        {earlier.length > 0 && <Select hideLabel label={t('fan.past')} value={pastId ?? ''} onChange={(id) => situation.set({ past: id || null }, { replace: true })} choices={[
          { value: '', label: t('fan.past.none') }, { value: 'all', label: t('fan.past.all') },
          ...earlier.map(({ forecast: one }) => ({ value: String(one.id), label: t('fan.past.one', { date: f.day(one.origin), model: one.model }) })),
        ]} />}
      </>} />
  );
}
