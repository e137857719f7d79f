import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { forget, useApi, useChange } from '../../api/cache';
import { path } from '../../api/client';
import type { ForecastSchedule, ForecastWish, Job } from '../../api/contract';
import { useMay } from '../../app/session';
import { useI18n } from '../../i18n';
import { Button } from '../../ui/Button';
import { Checkbox } from '../../ui/Field';
import { ProblemNote } from '../../ui/Status';
import { Progress } from '../../ui/Tag';
import { announce } from '../../ui/toast';
import type { Situation } from '../situation/useSituation';
import type { Forecasts } from './useForecasts';

/** Weeks that are forecast afterwards, so that the first forecast already stands beside a record. */
const PAST_WEEKS = 8;

/** Makes the forecast of this region and those below it; shows how far it is. */
export function MakeForecast({ situation, forecasts }: { situation: Situation; forecasts: Forecasts }) {
  const { t, say } = useI18n();
  const may = useMay()('forecasts:write');
  const client = useQueryClient();
  const [id, setId] = useState<string | null>(null);
  const [past, setPast] = useState<boolean | null>(null);
  const withPast = past ?? forecasts.newest === null;
  const make = useChange<ForecastWish, Job>((body) => ({ path: '/forecasts', method: 'POST', body }));
  const job = useApi<Job>(id && `/jobs/${id}`, { everyMs: id ? 700 : false });
  const state = job.data?.state;
  useEffect(() => {
    if (!id || !state || state === 'queued' || state === 'running') return;
    setId(null);
    void forget(client, '/forecasts');
    if (state === 'done') announce(t('make.done'));
  }, [id, state, client, t]);
  if (!may) return null;
  const wish: ForecastWish = { region: situation.code, children: true, indicator: situation.indicator?.key, kind: forecasts.kind };
  if (id) return <Progress label={say(job.data?.message) || t('make.running')} done={job.data?.done ?? 0} total={job.data?.total ?? null} />;
  return (
    <>
      <Button kind="primary" disabled={make.isPending} onClick={() => make.mutate({ ...wish, pastWeeks: withPast ? PAST_WEEKS : 0 }, { onSuccess: (started) => setId(started.id) })}>{t('make.button')}</Button>
      <Checkbox label={t('make.past', { n: PAST_WEEKS })} checked={withPast} onChange={(event) => setPast(event.target.checked)} />
      <Weekly wish={wish} />
      {make.error && <ProblemNote problem={make.error} />}
      {state === 'failed' && <p className="field-error">{say(job.data?.message)}</p>}
    </>
  );
}

/** Whether the platform renews the forecast by itself. */
function Weekly({ wish }: { wish: ForecastWish }) {
  const { t } = useI18n();
  const schedules = useApi<ForecastSchedule[]>(path('/forecasts/schedules'));
  const on = schedules.data?.find(({ region, indicator, kind }) => region === wish.region && indicator === wish.indicator && kind === wish.kind);
  const change = useChange<boolean>((wanted) => (wanted ? { path: '/forecasts/schedules', method: 'PUT', body: wish } : { path: `/forecasts/schedules/${on?.id}`, method: 'DELETE' }), ['/forecasts/schedules']);
  return <Checkbox label={t('make.weekly')} checked={on !== undefined} disabled={!schedules.data || change.isPending} onChange={(event) => change.mutate(event.target.checked)} />;
}
