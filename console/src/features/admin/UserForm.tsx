import { useState, type FormEvent } from 'react';
import { useChange } from '../../api/cache';
import type { User, UserChange, UserChanged } from '../../api/contract';
import { useI18n } from '../../i18n';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Checkbox, TextField } from '../../ui/Field';
import { ProblemNote } from '../../ui/Status';
import { GrantEditor } from './GrantEditor';
import { Secret } from './Secret';

/** An account: its name, its roles, whether it may sign in. A password is made by the platform and shown once. */
export function UserForm({ user, onClose }: { user: User | null; onClose: () => void }) {
  const { t } = useI18n();
  const [form, setForm] = useState<UserChange>({
    username: user?.username ?? '', displayName: user?.displayName ?? '', roles: user?.roles ?? [], disabled: user?.disabled ?? false, resetPassword: false,
  });
  const save = useChange<UserChange, UserChanged>((body) => (user ? { path: `/users/${encodeURIComponent(user.username)}`, method: 'PUT', body } : { path: '/users', method: 'POST', body }), ['/users']);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(form, { onSuccess: (answer) => { if (!answer.oneTimePassword) onClose(); } });
  };
  const password = save.data?.oneTimePassword;
  if (password) return <Dialog title={t('user.password')} onClose={onClose} footer={<Button kind="primary" onClick={onClose}>{t('action.done')}</Button>}><Secret text={password} note={t('user.password.once', { name: form.displayName })} /></Dialog>;
  return (
    <Dialog title={user ? t('user.edit', { name: user.displayName }) : t('user.new')} onClose={onClose} footer={<><Button onClick={onClose}>{t('action.cancel')}</Button><Button kind="primary" type="submit" form="user-form" disabled={save.isPending}>{t('action.save')}</Button></>}>
      <form id="user-form" className="stack" onSubmit={submit}>
        {!user && <TextField label={t('session.username')} required pattern="[a-z0-9][a-z0-9._\-]*" autoComplete="off" value={form.username} hint={t('user.username.hint')} onChange={(event) => setForm({ ...form, username: event.target.value })} />}
        <TextField label={t('user.displayName')} required value={form.displayName} onChange={(event) => setForm({ ...form, displayName: event.target.value })} />
        <GrantEditor grants={form.roles} onChange={(roles) => setForm({ ...form, roles })} />
        {user && <Checkbox label={t('user.mayNot')} checked={form.disabled} onChange={(event) => setForm({ ...form, disabled: event.target.checked })} />}
        {user && <Checkbox label={t('user.reset')} checked={form.resetPassword} onChange={(event) => setForm({ ...form, resetPassword: event.target.checked })} />}
        {save.error && <ProblemNote problem={save.error} />}
      </form>
    </Dialog>
  );
}
