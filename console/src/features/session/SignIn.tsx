import { useState, type FormEvent } from 'react';
import { SESSION } from '../../app/session';
import { useChange } from '../../api/cache';
import { Problem } from '../../api/client';
import { useI18n } from '../../i18n';
import { Button } from '../../ui/Button';
import { TextField } from '../../ui/Field';
import { ProblemNote } from '../../ui/Status';
import { Splash } from './Splash';

export function SignIn() {
  const { t } = useI18n();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const signIn = useChange<{ username: string; password: string }, unknown>((body) => ({ path: SESSION, method: 'POST', body }), [SESSION]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate({ username, password });
  };
  const refused = signIn.error instanceof Problem && signIn.error.status === 401;
  return (
    <Splash>
      <form className="stack" onSubmit={submit}>
        <h1>{t('session.signIn')}</h1>
        <TextField label={t('session.username')} name="username" autoComplete="username" autoFocus required value={username} onChange={(event) => setUsername(event.target.value)} />
        <TextField label={t('session.password')} name="password" type="password" autoComplete="current-password" required value={password}
          error={refused ? t('session.refused') : null} onChange={(event) => setPassword(event.target.value)} />
        {signIn.error && !refused && <ProblemNote problem={signIn.error} />}
        <Button kind="primary" type="submit" disabled={signIn.isPending}>{t(signIn.isPending ? 'session.signingIn' : 'session.signIn')}</Button>
      </form>
      <p className="muted small">{t('session.firstTime')}</p>
    </Splash>
  );
}
