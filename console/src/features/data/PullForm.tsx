import { useState, type FormEvent } from 'react';
import { useApi, useChange } from '../../api/cache';
import type { Pull, PullPlan, StandardSummary } from '../../api/contract';
import { useI18n } from '../../i18n';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Checkbox, Select, TextField } from '../../ui/Field';
import { ProblemNote } from '../../ui/Status';

const DAILY = 1440;

export function PullForm({ pull, onClose }: { pull: Pull | null; onClose: () => void }) {
  const { t, say } = useI18n();
  const standards = useApi<StandardSummary[]>('/standards', { staleMs: Infinity });
  const [plan, setPlan] = useState<PullPlan>({
    url: pull?.url ?? '', standard: pull?.standard ?? 'daily-count', source: pull?.source ?? '', everyMinutes: pull?.everyMinutes ?? DAILY, enabled: pull?.enabled ?? true,
  });
  const save = useChange<PullPlan>((body) => (pull ? { path: `/pulls/${pull.id}`, method: 'PUT', body } : { path: '/pulls', method: 'POST', body }), ['/pulls']);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(plan, { onSuccess: onClose });
  };
  return (
    <Dialog title={t(pull ? 'pull.edit' : 'pull.new')} onClose={onClose} footer={<><Button onClick={onClose}>{t('action.cancel')}</Button><Button kind="primary" type="submit" form="pull-form" disabled={save.isPending}>{t('action.save')}</Button></>}>
      <form id="pull-form" className="stack" onSubmit={submit}>
        <TextField label={t('pull.url')} type="url" required value={plan.url} hint={t('pull.url.hint')} onChange={(event) => setPlan({ ...plan, url: event.target.value })} />
        <Select label={t('dataset.standard')} value={plan.standard} onChange={(standard) => setPlan({ ...plan, standard })} choices={(standards.data ?? []).map(({ key, title }) => ({ value: key, label: say(title) }))} />
        <TextField label={t('dataset.source')} required value={plan.source} onChange={(event) => setPlan({ ...plan, source: event.target.value })} />
        <TextField label={t('pull.minutes')} type="number" min={1} required value={plan.everyMinutes} onChange={(event) => setPlan({ ...plan, everyMinutes: Number(event.target.value) })} />
        <Checkbox label={t('pull.enabled')} checked={plan.enabled} onChange={(event) => setPlan({ ...plan, enabled: event.target.checked })} />
        {save.error && <ProblemNote problem={save.error} />}
      </form>
    </Dialog>
  );
}
