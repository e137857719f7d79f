import type { ReactNode } from 'react';
import { useI18n } from '../../i18n';
import { Skeleton } from '../../ui/Status';
import type { Situation } from '../situation/useSituation';
import { outlookOf } from './outlook';
import type { Forecasts } from './useForecasts';

/** The answer first: what comes next week, and how good such answers have been. */
export function OutlookPanel({ situation, forecasts, children }: { situation: Situation; forecasts: Forecasts; children: ReactNode }) {
  return (
    <section className="panel answer">
      <div className="answer-text"><Sentences situation={situation} forecasts={forecasts} /></div>
      <div className="answer-actions">{children}</div>
    </section>
  );
}

function Sentences({ situation, forecasts }: { situation: Situation; forecasts: Forecasts }) {
  const { t, f, say } = useI18n();
  const { list, forecast, kind, known } = forecasts;
  if (list.isPending || (forecast && forecast.isPending)) return <Skeleton rows={2} />;
  const region = say(situation.here?.name);
  const indicator = say(situation.indicator?.title);
  const view = forecast?.data;
  const outlook = view && outlookOf(view, known);
  if (!view || !outlook) return <><p className="answer-main">{t('outlook.none', { indicator, region })}</p><p className="muted">{t('outlook.none.why')}</p></>;
  const values = { from: f.shortDay(outlook.from), to: f.shortDay(outlook.to), value: f.integer(outlook.expected), low: f.integer(outlook.low), high: f.integer(outlook.high), region, indicator };
  const before = outlook.before === null ? '' : t(kind === 'new' ? 'outlook.before.new' : 'outlook.before.level', { before: f.integer(outlook.before) });
  return (
    <>
      <p className="answer-main">{t(`outlook.${kind}`, values)}{before && <> {before}</>} <strong className={`verdict verdict-${outlook.trend}`}>{t(`outlook.trend.${outlook.trend}`)}</strong></p>
      <Record forecasts={forecasts} model={view.forecast.model} />
    </>
  );
}

/** How the same model fared on this series so far. */
function Record({ forecasts, model }: { forecasts: Forecasts; model: string }) {
  const { t, f } = useI18n();
  const score = forecasts.scores.data?.models.find((one) => one.model === model);
  if (!score) return <p className="muted">{t('outlook.record.none')}</p>;
  const values = { n: score.forecasts, coverage: f.percent(score.coverage95) };
  // With a handful of cases a day, an error in per cent says nothing.
  const sentence = score.mape === null || score.mape > 100 ? t('outlook.record.few', values) : t('outlook.record', { ...values, error: f.percent(score.mape / 100, score.mape < 10 ? 1 : 0) });
  const better = score.relativeWis === null ? '' : t(score.relativeWis < 1 ? 'outlook.record.better' : 'outlook.record.worse', { share: f.percent(Math.abs(1 - score.relativeWis)) });
  return <p className="muted">{sentence} {better}</p>;
}
