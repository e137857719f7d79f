import { useState, type FormEvent } from 'react';
import { useApi, useChange } from '../../api/cache';
import type { MaskedField, Page, PersonalField, Purpose } from '../../api/contract';
import { useI18n } from '../../i18n';
import { Button } from '../../ui/Button';
import { Checkbox, Select } from '../../ui/Field';
import { Panel } from '../../ui/Panel';
import { Empty, Loaded, ProblemNote, Skeleton } from '../../ui/Status';
import { useStandard } from '../standards/useStandard';

/** Who it is: masked, until somebody says what for. Each reveal is written into the audit list. */
export function PersonPanel({ id, mayReveal }: { id: string; mayReveal: boolean }) {
  const { t, say } = useI18n();
  const [asking, setAsking] = useState(false);
  const base = `/cases/${encodeURIComponent(id)}/person`;
  const masked = useApi<MaskedField[]>(base);
  const reveal = useChange<{ purpose: string; fields: string[] }, PersonalField[]>((body) => ({ path: `${base}/reveal`, method: 'POST', body }));
  const { find } = useStandard('case');
  const fields = (masked.data ?? []).map(({ name, masked: text }) => ({ name, value: text, title: say(find(name)?.label) || name, shown: reveal.data?.find((field) => field.name === name)?.value }));
  return (
    <Panel title={t('person.title')} actions={mayReveal && fields.length > 0 && !asking && <Button icon="eye" onClick={() => setAsking(true)}>{t('person.reveal')}</Button>}>
      <Loaded query={masked} skeleton={<Skeleton rows={3} />}>
        {() => fields.length === 0 ? <Empty title={t('person.none')} /> : (
          <dl className="facts">
            {fields.map((field) => (
              <div key={field.name}><dt>{field.title}</dt><dd className={field.shown ? 'revealed' : 'masked'}>{field.shown ?? field.value ?? '–'}</dd></div>
            ))}
          </dl>
        )}
      </Loaded>
      {asking && <RevealForm fields={fields} busy={reveal.isPending} onCancel={() => setAsking(false)} onReveal={(purpose, names) => reveal.mutate({ purpose, fields: names }, { onSuccess: () => setAsking(false) })} />}
      {reveal.error && <ProblemNote problem={reveal.error} />}
      {reveal.data && <p className="small muted">{t('person.audited')}</p>}
    </Panel>
  );
}

interface FormProps {
  fields: { name: string; title: string }[];
  busy: boolean;
  onCancel: () => void;
  onReveal: (purpose: string, fields: string[]) => void;
}

function RevealForm({ fields, busy, onCancel, onReveal }: FormProps) {
  const { t, say } = useI18n();
  const purposes = useApi<Page<Purpose>>('/people/purposes', { staleMs: Infinity }).data?.items ?? [];
  const [purpose, setPurpose] = useState('');
  const [names, setNames] = useState<ReadonlySet<string>>(new Set());
  const toggle = (name: string) => setNames(new Set(names.has(name) ? [...names].filter((other) => other !== name) : [...names, name]));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onReveal(purpose || (purposes[0]?.code ?? ''), [...names]);
  };
  return (
    <form className="stack reveal" onSubmit={submit}>
      <Select label={t('person.purpose')} value={purpose} onChange={setPurpose} choices={purposes.map(({ code, title }) => ({ value: code, label: say(title) || code }))} />
      <fieldset><legend className="small muted">{t('person.which')}</legend>{fields.map((field) => <Checkbox key={field.name} label={field.title} checked={names.has(field.name)} onChange={() => toggle(field.name)} />)}</fieldset>
      <p className="small muted">{t('person.warning')}</p>
      <div className="row"><Button kind="primary" type="submit" disabled={busy || names.size === 0}>{t('person.reveal')}</Button><Button onClick={onCancel}>{t('action.cancel')}</Button></div>
    </form>
  );
}
