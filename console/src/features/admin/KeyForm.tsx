import { useState, type FormEvent } from 'react';
import { useChange } from '../../api/cache';
import type { ApiKeyMade, RoleGrant } from '../../api/contract';
import { useI18n } from '../../i18n';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { TextField } from '../../ui/Field';
import { ProblemNote } from '../../ui/Status';
import { GrantEditor } from './GrantEditor';
import { Secret } from './Secret';

export function KeyForm({ onClose }: { onClose: () => void }) {
  const { t } = useI18n();
  const [name, setName] = useState('');
  const [expires, setExpires] = useState('');
  const [roles, setRoles] = useState<RoleGrant[]>([]);
  const make = useChange<object, ApiKeyMade>((body) => ({ path: '/keys', method: 'POST', body }), ['/keys']);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    make.mutate({ name, roles, expiresAt: expires ? `${expires}T00:00:00Z` : null });
  };
  if (make.data) return <Dialog title={t('key.made')} onClose={onClose} footer={<Button kind="primary" onClick={onClose}>{t('action.done')}</Button>}><Secret text={make.data.secret} note={t('key.once')} /></Dialog>;
  return (
    <Dialog title={t('key.new')} onClose={onClose} footer={<><Button onClick={onClose}>{t('action.cancel')}</Button><Button kind="primary" type="submit" form="key-form" disabled={make.isPending || roles.length === 0}>{t('key.make')}</Button></>}>
      <form id="key-form" className="stack" onSubmit={submit}>
        <TextField label={t('key.name')} required value={name} hint={t('key.name.hint')} onChange={(event) => setName(event.target.value)} />
        <TextField label={t('key.expires')} type="date" value={expires} onChange={(event) => setExpires(event.target.value)} />
        <GrantEditor grants={roles} onChange={setRoles} />
        {make.error && <ProblemNote problem={make.error} />}
      </form>
    </Dialog>
  );
}
