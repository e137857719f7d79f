import { useState, type FormEvent } from 'react';
import { etagOf } from '../../api/client';
import { useChange } from '../../api/cache';
import type { Dataset } from '../../api/contract';
import { useI18n } from '../../i18n';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { TextField } from '../../ui/Field';
import { ProblemNote } from '../../ui/Status';

/** What people, not files, know of a data set: its title, provider, maintainer, licence, keywords. */
export function DatasetForm({ dataset, onClose }: { dataset: Dataset; onClose: () => void }) {
  const { t } = useI18n();
  const path = `/datasets/${dataset.id}`;
  const [form, setForm] = useState({
    en: dataset.title.en, zh: dataset.title.zh, provider: dataset.provider, maintainer: dataset.maintainer, licence: dataset.licence, keywords: dataset.keywords.join(', '),
  });
  const save = useChange<object>((body) => ({ path, method: 'PUT', body, ifMatch: etagOf(path) }), ['/datasets']);
  const text = (name: keyof typeof form, label: string) => <TextField label={label} value={form[name]} onChange={(event) => setForm({ ...form, [name]: event.target.value })} />;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { en, zh, keywords, ...rest } = form;
    save.mutate({ ...rest, title: { en, zh }, keywords: keywords.split(/[,，;；]/).map((word) => word.trim()).filter(Boolean) }, { onSuccess: onClose });
  };
  return (
    <Dialog title={t('dataset.edit')} onClose={onClose} footer={<><Button onClick={onClose}>{t('action.cancel')}</Button><Button kind="primary" type="submit" form="dataset-form" disabled={save.isPending}>{t('action.save')}</Button></>}>
      <form id="dataset-form" className="stack" onSubmit={submit}>
        {text('en', t('dataset.title.en'))}{text('zh', t('dataset.title.zh'))}{text('provider', t('dataset.provider'))}{text('maintainer', t('dataset.maintainer'))}{text('licence', t('dataset.licence'))}{text('keywords', t('dataset.keywords'))}
        {save.error && <ProblemNote problem={save.error} />}
      </form>
    </Dialog>
  );
}
