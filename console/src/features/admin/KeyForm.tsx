import { useState, type FormEvent } from 'react';
import { useApi, useChange } from '../../api/cache';
import type { KeyToken, NewApiKey, Page, Permission, Role, User } from '../../api/contract';
import { useMay, useSession } from '../../app/session';
import { useI18n } from '../../i18n';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Checkbox, Select, TextField } from '../../ui/Field';
import { ProblemNote } from '../../ui/Status';
import { permissionsOf } from './keyOwners';
import { Secret } from './Secret';

/** A key acts for oneself or for a service, with at most what that account may do. */
export function KeyForm({ onClose }: { onClose: () => void }) {
  const { t } = useI18n();
  const me = useSession().data?.user;
  const readUsers = useMay()('users:read');
  const users = useApi<Page<User>>(readUsers ? '/users?limit=500' : null);
  const roles = useApi<Page<Role>>(readUsers ? '/roles' : null);
  const services = (users.data?.items ?? []).filter((user) => user.service && !user.disabled);
  const [form, setForm] = useState<NewApiKey>({ name: '', username: me?.username ?? '', permissions: [], expiresAt: null });
  const make = useChange<NewApiKey, KeyToken>((body) => ({ path: '/keys', method: 'POST', body }), ['/keys']);
  const service = services.find((user) => user.username === form.username);
  const allowed = service ? permissionsOf(service, roles.data?.items ?? []) : (me?.permissions ?? []);
  const toggle = (permission: Permission) =>
    setForm({ ...form, permissions: form.permissions.includes(permission) ? form.permissions.filter((other) => other !== permission) : [...form.permissions, permission] });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    make.mutate(form);
  };
  if (make.data) return <Dialog title={t('key.made')} onClose={onClose} footer={<Button kind="primary" onClick={onClose}>{t('action.done')}</Button>}><Secret text={make.data.token} note={t('key.once')} /></Dialog>;
  return (
    <Dialog title={t('key.new')} onClose={onClose} footer={<><Button onClick={onClose}>{t('action.cancel')}</Button><Button kind="primary" type="submit" form="key-form" disabled={make.isPending || form.permissions.length === 0}>{t('key.make')}</Button></>}>
      <form id="key-form" className="stack" onSubmit={submit}>
        <TextField label={t('key.name')} required value={form.name} hint={t('key.name.hint')} onChange={(event) => setForm({ ...form, name: event.target.value })} />
        <Select label={t('key.for')} value={form.username} onChange={(username) => setForm({ ...form, username, permissions: [] })}
          choices={[{ value: me?.username ?? '', label: t('key.forMe') }, ...services.map((user) => ({ value: user.username, label: user.displayName }))]} />
        <TextField label={t('key.expires')} type="date" value={form.expiresAt?.slice(0, 10) ?? ''} onChange={(event) => setForm({ ...form, expiresAt: event.target.value ? `${event.target.value}T00:00:00Z` : null })} />
        <fieldset className="key-permissions"><legend>{t('role.permissions')}</legend>{allowed.map((permission) => <Checkbox key={permission} label={<code>{permission}</code>} checked={form.permissions.includes(permission)} onChange={() => toggle(permission)} />)}</fieldset>
        {make.error && <ProblemNote problem={make.error} />}
      </form>
    </Dialog>
  );
}
