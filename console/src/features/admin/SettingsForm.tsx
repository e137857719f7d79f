import { useState, type FormEvent } from 'react';
import { useApi, useChange } from '../../api/cache';
import { etagOf } from '../../api/client';
import type { EpiWeekRule, RegionDetail, Settings } from '../../api/contract';
import { useI18n } from '../../i18n';
import { Button } from '../../ui/Button';
import { Select, TextField } from '../../ui/Field';
import { Panel } from '../../ui/Panel';
import { Loaded, ProblemNote, Skeleton } from '../../ui/Status';
import { announce } from '../../ui/toast';
import { RegionSearch } from '../regions/RegionSearch';

const RULES: readonly EpiWeekRule[] = ['ISO', 'MMWR', 'FIRST_OF_JANUARY'];

export function SettingsForm() {
  const settings = useApi<Settings>('/settings');
  return <Loaded query={settings} skeleton={<Skeleton rows={6} />}>{(current) => <Form key={JSON.stringify(current)} current={current} />}</Loaded>;
}

/** What holds for the whole platform. */
function Form({ current }: { current: Settings }) {
  const { t, say } = useI18n();
  const [form, setForm] = useState(current);
  const home = useApi<RegionDetail>(`/regions/${encodeURIComponent(form.homeRegion)}`);
  const save = useChange<Settings>((body) => ({ path: '/settings', method: 'PUT', body, ifMatch: etagOf('/settings') }), ['/settings', '/situation']);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(form, { onSuccess: () => announce(t('settings.saved')) });
  };
  return (
    <Panel title={t('admin.settings')}>
      <form className="settings" onSubmit={submit}>
        <TextField label={t('settings.name.en')} value={form.platformName.en} onChange={(event) => setForm({ ...form, platformName: { ...form.platformName, en: event.target.value } })} />
        <TextField label={t('settings.name.zh')} lang="zh-CN" value={form.platformName.zh} onChange={(event) => setForm({ ...form, platformName: { ...form.platformName, zh: event.target.value } })} />
        <Select label={t('settings.week')} hint={t(`settings.week.${form.epiWeekRule}.hint`)} value={form.epiWeekRule} onChange={(epiWeekRule) => setForm({ ...form, epiWeekRule })} choices={RULES.map((value) => ({ value, label: t(`settings.week.${value}`) }))} />
        <div className="field">
          <span className="settings-home">{t('settings.home')}: <strong>{say(home.data?.region.name) || form.homeRegion}</strong></span>
          <RegionSearch label={t('settings.home.change')} onPick={(homeRegion) => setForm({ ...form, homeRegion })} />
        </div>
        {save.error && <ProblemNote problem={save.error} />}
        <div><Button kind="primary" type="submit" disabled={save.isPending}>{t('action.save')}</Button></div>
      </form>
    </Panel>
  );
}
