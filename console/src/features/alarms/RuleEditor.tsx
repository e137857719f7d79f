import { useState, type FormEvent } from 'react';
import { useApi, useChange } from '../../api/cache';
import type { AlarmRule, Source } from '../../api/contract';
import { useI18n } from '../../i18n';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Checkbox, Select, TextField } from '../../ui/Field';
import { ProblemNote } from '../../ui/Status';
import { announce } from '../../ui/toast';
import { useStandard } from '../standards/useStandard';
import { CostPanel } from './CostPanel';
import { METHODS } from './evidence';
import { definitionOf, draftOf, usualThreshold, type Draft } from './ruleDraft';
import { useRegionName } from './useRegionName';

const LEVELS = ['nation', 'province', 'city', 'district'] as const;
const CADENCES = ['auto', 'day', 'week'] as const;

/** Changes a rule or makes one; what its threshold costs is shown before it is saved. */
export function RuleEditor({ rule, onClose }: { rule: AlarmRule | null; onClose: () => void }) {
  const { t } = useI18n();
  const [draft, setDraft] = useState<Draft>(() => draftOf(rule));
  const put = (changes: Partial<Draft>) => setDraft({ ...draft, ...changes });
  const save = useChange<void, AlarmRule>(() => ({
    path: rule ? `/alarm-rules/${rule.id}` : '/alarm-rules', method: rule ? 'PUT' : 'POST',
    body: { definition: definitionOf(draft), active: draft.active, version: rule?.version ?? null, reason: draft.reason },
  }), ['/alarm-rules']);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(undefined, { onSuccess: (saved) => { announce(t('rule.saved', { version: saved.version })); onClose(); } });
  };
  return (
    <Dialog title={t(rule ? 'rule.edit' : 'rule.add')} onClose={onClose} footer={<>
      <Button onClick={onClose}>{t('action.cancel')}</Button>
      <Button kind="primary" type="submit" form="rule-form" disabled={save.isPending}>{t('action.save')}</Button>
    </>}>
      <form id="rule-form" className="stack rule-form" onSubmit={submit}>
        <RuleFields draft={draft} put={put} />
        <CostPanel definition={definitionOf(draft)} onUse={(threshold) => put({ threshold: String(threshold) })} />
        <Checkbox label={t('rule.active')} checked={draft.active} onChange={(event) => put({ active: event.target.checked })} />
        <TextField label={t('rule.reason')} required value={draft.reason} maxLength={2000} onChange={(event) => put({ reason: event.target.value })} />
        {save.error?.code === 'alarm-rule-conflict' ? <p className="field-error" role="alert">{t('rule.conflict')}</p> : save.error && <ProblemNote problem={save.error} />}
      </form>
    </Dialog>
  );
}

function RuleFields({ draft, put }: { draft: Draft; put: (changes: Partial<Draft>) => void }) {
  const { t, say } = useI18n();
  const { find } = useStandard('daily-count');
  const sources = useApi<Source[]>('/sources', { staleMs: 60_000 });
  const region = useRegionName(draft.region);
  const indicators = find('indicator')?.codes ?? [];
  const names = [...new Set([...(draft.source ? [draft.source] : []), ...(sources.data ?? []).map(({ source }) => source)])];
  const hint = draft.method === 'cusum' ? 'rule.threshold.h' : draft.method === 'scan' ? 'rule.threshold.days' : 'rule.threshold.alpha';
  return (
    <div className="rule-fields">
      <TextField label={t('rule.nameEn')} required maxLength={120} value={draft.title.en} onChange={(event) => put({ title: { ...draft.title, en: event.target.value } })} />
      <TextField label={t('rule.nameZh')} required maxLength={120} value={draft.title.zh} onChange={(event) => put({ title: { ...draft.title, zh: event.target.value } })} />
      <Select label={t('rule.indicator')} value={draft.indicator} onChange={(indicator) => put({ indicator })} choices={indicators.map(({ code, label }) => ({ value: code, label: say(label) }))} />
      <Select label={t('rule.source')} value={draft.source ?? ''} onChange={(source) => put({ source: source || null })}
        choices={[{ value: '', label: t('rule.source.widest') }, ...names.map((value) => ({ value, label: value }))]} />
      <TextField label={t('rule.region')} required value={draft.region} hint={region === draft.region ? t('rule.region.hint') : region} onChange={(event) => put({ region: event.target.value })} />
      <Select label={t('rule.level')} value={draft.level ?? ''} onChange={(level) => put({ level: level || null })}
        choices={[{ value: '', label: t('rule.level.own') }, ...LEVELS.map((value) => ({ value, label: t(`level.${value}`) }))]} />
      <Select label={t('rule.method')} value={draft.method} onChange={(method) => put({ method, threshold: '' })} choices={METHODS.map((value) => ({ value: value as string, label: t(`method.${value}`) }))} />
      <Select label={t('rule.cadence')} value={draft.cadence} onChange={(cadence) => put({ cadence })} choices={CADENCES.map((value) => ({ value: value as string, label: t(`rule.cadence.${value}`) }))} />
      <TextField label={t('rule.threshold')} inputMode="decimal" value={draft.threshold} hint={t(hint, { usual: String(usualThreshold(draft.method, draft.cadence === 'week')) })} onChange={(event) => put({ threshold: event.target.value })} />
      <TextField label={t('rule.watch')} type="number" min={1} max={90} required value={draft.watchSteps} onChange={(event) => put({ watchSteps: event.target.value })} />
      <TextField label={t('rule.quiet')} type="number" min={0} max={60} required value={draft.quietDays} onChange={(event) => put({ quietDays: event.target.value })} />
      {draft.method.startsWith('farrington') && <TextField label={t('rule.years')} type="number" min={1} max={10} required value={draft.years} onChange={(event) => put({ years: event.target.value })} />}
    </div>
  );
}

