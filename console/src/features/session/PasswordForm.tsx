import { useState, type FormEvent } from 'react';
import { SESSION } from '../../app/session';
import { useChange } from '../../api/cache';
import { useI18n } from '../../i18n';
import { Button } from '../../ui/Button';
import { TextField } from '../../ui/Field';
import { ProblemNote } from '../../ui/Status';

const MIN_LENGTH = 12;

/** Old password, new password, new password again. */
export function PasswordForm({ onDone }: { onDone?: () => void }) {
  const { t } = useI18n();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const change = useChange<{ current: string; replacement: string }>((body) => ({ path: `${SESSION}/password`, method: 'PUT', body }), [SESSION]);
  const tooShort = next.length > 0 && next.length < MIN_LENGTH;
  const differs = again.length > 0 && again !== next;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (next.length < MIN_LENGTH || next !== again) return;
    change.mutate({ current, replacement: next }, {
      onSuccess: () => {
        setCurrent('');
        setNext('');
        setAgain('');
        onDone?.();
      },
    });
  };
  return (
    <form className="stack" onSubmit={submit}>
      <TextField label={t('password.current')} name="current" type="password" autoComplete="current-password" required value={current} onChange={(event) => setCurrent(event.target.value)} />
      <TextField label={t('password.next')} name="next" type="password" autoComplete="new-password" required value={next} hint={t('password.rule', { n: MIN_LENGTH })}
        error={tooShort ? t('password.short', { n: MIN_LENGTH }) : null} onChange={(event) => setNext(event.target.value)} />
      <TextField label={t('password.again')} name="again" type="password" autoComplete="new-password" required value={again} error={differs ? t('password.differs') : null} onChange={(event) => setAgain(event.target.value)} />
      {change.error && <ProblemNote problem={change.error} />}
      <Button kind="primary" type="submit" disabled={change.isPending}>{t('password.change')}</Button>
    </form>
  );
}
