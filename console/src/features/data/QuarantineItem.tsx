import { useState, type FormEvent } from 'react';
import { useChange } from '../../api/cache';
import type { Correction, QuarantineRow } from '../../api/contract';
import { useI18n } from '../../i18n';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { ProblemNote } from '../../ui/Status';
import { Tag } from '../../ui/Tag';
import { announce } from '../../ui/toast';
import { concerned } from './quarantine';

interface Props {
  base: string;
  row: QuarantineRow;
  editable: boolean;
}

const CHANGES = ['/imports', '/datasets', '/cases', '/situation'];

/** One row of the quarantine: the problems in sentences, the values below, those concerned first and open to correction. */
export function QuarantineItem({ base, row, editable }: Props) {
  const { t, say } = useI18n();
  const [values, setValues] = useState<Record<string, string>>({});
  const path = `${base}/${row.row}`;
  const correct = useChange<Record<string, string>, Correction>((body) => ({ path, method: 'PUT', body }), CHANGES);
  const discard = useChange<void>(() => ({ path, method: 'DELETE' }), CHANGES);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    correct.mutate(values, { onSuccess: ({ accepted }) => announce(t(accepted ? 'quarantine.accepted' : 'quarantine.still', { row: row.row })) });
  };
  const state = correct.data?.accepted ? 'corrected' : row.state;
  const open = state === 'open' && editable;
  const problems = correct.data && !correct.data.accepted ? correct.data.problems : row.problems;
  return (
    <li>
      <div className="row">
        <strong>{t('case.row', { n: row.row })}</strong>
        <Tag tone={state === 'open' ? 'warn' : state === 'corrected' ? 'good' : 'plain'}>{t(`quarantine.state.${state}`)}</Tag>
      </div>
      {state !== 'corrected' && (
        <ul className="quarantine-problems">
          {problems.map((problem) => (
            <li key={`${problem.field}${problem.rule}`}><Icon name="warning" size={14} /><span>{say(problem.message)} <span className="todo">{say(problem.todo)}</span> <code className="small muted">{problem.rule}</code></span></li>
          ))}
        </ul>
      )}
      <form className="quarantine-values" onSubmit={submit}>
        {concerned(row).map(({ column, value, wrong }) => (
          <label key={column} className={wrong ? 'wrong' : undefined}>
            <span>{column}</span>
            {open ? <input className="input" value={values[column] ?? value ?? ''} aria-invalid={wrong || undefined} onChange={(event) => setValues({ ...values, [column]: event.target.value })} /> : <b>{value || '–'}</b>}
          </label>
        ))}
        {open && (
          <span className="row">
            <Button kind="primary" type="submit" disabled={Object.keys(values).length === 0 || correct.isPending}>{t('quarantine.correct')}</Button>
            <Button kind="quiet" disabled={discard.isPending} onClick={() => discard.mutate()}>{t('quarantine.discard')}</Button>
          </span>
        )}
      </form>
      {(correct.error ?? discard.error) && <ProblemNote problem={correct.error ?? discard.error} />}
    </li>
  );
}
