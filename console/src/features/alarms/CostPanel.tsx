import { useState } from 'react';
import { useChange } from '../../api/cache';
import type { AlarmCost, AlarmRuleDefinition } from '../../api/contract';
import { useI18n } from '../../i18n';
import { Button } from '../../ui/Button';
import { ProblemNote, Skeleton } from '../../ui/Status';
import { CostCurve } from './CostCurve';
import { CostTable } from './CostTable';

/** Tries thresholds on the loaded series before anybody saves one: false alarms against outbreaks found. */
export function CostPanel({ definition, onUse }: { definition: AlarmRuleDefinition; onUse: (threshold: number) => void }) {
  const { t } = useI18n();
  const [tried, setTried] = useState('');
  const run = useChange<AlarmRuleDefinition, AlarmCost>((body) => ({ path: '/alarm-rules/cost', method: 'POST', body: { definition: body, thresholds: null, steps: null, seed: null } }));
  // The threshold itself is what is tried: another one makes no answer stale.
  const asked = JSON.stringify({ ...definition, threshold: null, title: null });
  const cost = tried === asked ? run.data : undefined;
  const again = () => {
    setTried(asked);
    run.mutate({ ...definition, title: { en: definition.title.en || '-', zh: definition.title.zh || '-' } });
  };
  return (
    <section className="cost" aria-label={t('cost.title')}>
      <div className="row spread"><h3>{t('cost.title')}</h3><Button icon="situation" onClick={again} disabled={run.isPending}>{t('cost.try')}</Button></div>
      {run.isPending ? <div aria-live="polite"><p className="small muted">{t('cost.trying')}</p><Skeleton height={160} /></div>
        : run.error && tried === asked ? <ProblemNote problem={run.error} />
          : cost && <Answer cost={cost} scan={definition.method === 'scan'} threshold={definition.threshold ?? cost.usual} onUse={onUse} />}
    </section>
  );
}

function Answer({ cost, scan, threshold, onUse }: { cost: AlarmCost; scan: boolean; threshold: number; onUse: (threshold: number) => void }) {
  const { t, f } = useI18n();
  const steps = t(cost.daysPerStep === 7 ? 'cost.steps.week' : 'cost.steps.day', { n: cost.steps });
  const chosen = cost.lines.find((line) => line.threshold === threshold);
  return (
    <>
      {chosen && chosen.detection !== null && <p className="cost-says" role="status">{t('cost.says', { threshold: String(threshold), count: f.rate(chosen.falsePerMonth), share: f.percent(chosen.detection) })}</p>}
      <CostCurve cost={cost} threshold={threshold} />
      <CostTable cost={cost} threshold={threshold} onUse={onUse} />
      <p className="small muted">
        {scan ? t('cost.note.scan', { steps }) : t('cost.note', { steps, n: cost.seriesTried, all: cost.seriesWatched, planted: cost.outbreaksPlanted })}
      </p>
    </>
  );
}
