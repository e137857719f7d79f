import { useState, type FormEvent } from 'react';
import { useChange } from '../../api/cache';
import type { User, UserWithPassword } from '../../api/contract';
import { useI18n } from '../../i18n';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Checkbox, TextField } from '../../ui/Field';
import { ProblemNote } from '../../ui/Status';
import { GrantEditor } from './GrantEditor';
import { Secret } from './Secret';

type Form = Pick<User, 'username' | 'displayName' | 'service' | 'disabled' | 'roles'>;

const EMPTY: Form = { username: '', displayName: '', service: false, disabled: false, roles: [] };

/** An account: its name, its roles, whether it may sign in. A password is made by the platform and shown once. */
export function UserForm({ user, onClose }: { user: User | null; onClose: () => void }) {
  const { t } = useI18n();
  const [form, setForm] = useState<Form>(user ?? EMPTY);
  const base = user ? `/users/${encodeURIComponent(user.username)}` : '/users';
  const { username, displayName, service, disabled, roles } = form;
  const save = useChange<void, UserWithPassword | User>(
    () => (user ? { path: base, method: 'PUT', body: { displayName, disabled, roles } } : { path: base, method: 'POST', body: { username, displayName, service, roles } }),
    ['/users'],
  );
  const reset = useChange<void, UserWithPassword>(() => ({ path: `${base}/one-time-password`, method: 'POST' }), ['/users']);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(undefined, { onSuccess: (answer) => { if (!('oneTimePassword' in answer && answer.oneTimePassword)) onClose(); } });
  };
  const made = save.data && 'oneTimePassword' in save.data ? save.data : reset.data;
  if (made?.oneTimePassword) {
    return <Dialog title={t('user.password')} onClose={onClose} footer={<Button kind="primary" onClick={onClose}>{t('action.done')}</Button>}><Secret text={made.oneTimePassword} note={t('user.password.once', { name: displayName })} /></Dialog>;
  }
  return (
    <Dialog title={user ? user.displayName : t('user.new')} onClose={onClose} footer={<>
      {user && !user.service && <Button disabled={reset.isPending} onClick={() => reset.mutate()}>{t('user.reset')}</Button>}
      <span className="grow" /><Button onClick={onClose}>{t('action.cancel')}</Button><Button kind="primary" type="submit" form="user-form" disabled={save.isPending}>{t('action.save')}</Button>
    </>}>
      <form id="user-form" className="stack" onSubmit={submit}>
        {!user && <TextField label={t('session.username')} required autoComplete="off" value={username} hint={t('user.username.hint')} onChange={(event) => setForm({ ...form, username: event.target.value })} />}
        <TextField label={t('user.displayName')} required value={displayName} onChange={(event) => setForm({ ...form, displayName: event.target.value })} />
        <GrantEditor grants={roles} onChange={(next) => setForm({ ...form, roles: next })} />
        {user ? <Checkbox label={t('user.mayNot')} checked={disabled} onChange={(event) => setForm({ ...form, disabled: event.target.checked })} />
          : <Checkbox label={t('user.service.make')} checked={service} onChange={(event) => setForm({ ...form, service: event.target.checked })} />}
        {(save.error ?? reset.error) && <ProblemNote problem={save.error ?? reset.error} />}
      </form>
    </Dialog>
  );
}
