import { useId, useState, type FormEvent } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { forget, useApi, useChange } from '../../api/cache';
import type { Alarm, AlarmAction, Colleague } from '../../api/contract';
import { useI18n } from '../../i18n';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Select } from '../../ui/Field';
import { ProblemNote } from '../../ui/Status';
import { announce } from '../../ui/toast';

interface Input {
  reason: string;
  assignee: string | null;
}

/** Asks for the reason of a step, which is required and stays. */
export function StepDialog({ alarm, action, onClose }: { alarm: Alarm; action: AlarmAction; onClose: () => void }) {
  const { t } = useI18n();
  const client = useQueryClient();
  const id = useId();
  const [reason, setReason] = useState('');
  const [assignee, setAssignee] = useState(alarm.assignedTo ?? '');
  const people = useApi<Colleague[]>(action === 'assign' ? `/alarms/${alarm.id}/assignees` : null);
  const take = useChange<Input, Alarm>((input) => ({ path: `/alarms/${alarm.id}/steps`, method: 'POST', body: { action, version: alarm.version, ...input } }), ['/alarms']);
  const late = take.error?.code === 'alarm-version-conflict' || take.error?.code === 'alarm-step-conflict';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    take.mutate({ reason, assignee: assignee || null }, {
      onSuccess: () => { announce(t('alarm.done', { title: t(`alarm.do.${action}`) })); onClose(); },
      onError: () => void forget(client, '/alarms'),
    });
  };
  return (
    <Dialog title={t(`alarm.do.${action}`)} onClose={onClose} footer={<>
      <Button onClick={onClose}>{t('action.cancel')}</Button>
      <Button kind={action === 'drop' ? 'danger' : 'primary'} type="submit" form={`${id}-form`} disabled={take.isPending || late}>{t(`alarm.do.${action}`)}</Button>
    </>}>
      <form id={`${id}-form`} className="stack" onSubmit={submit}>
        {action === 'assign' && (
          <Select label={t('alarm.assignee')} value={assignee} onChange={setAssignee}
            choices={[{ value: '', label: t('alarm.assignee.nobody') }, ...(people.data ?? []).map(({ username, displayName }) => ({ value: username, label: displayName }))]} />
        )}
        <div className="field">
          <label htmlFor={id}>{t(`alarm.ask.${action}`)}</label>
          <textarea id={id} className="input" rows={4} required maxLength={2000} value={reason} aria-describedby={`${id}-hint`} onChange={(event) => setReason(event.target.value)} />
          <span className="field-hint" id={`${id}-hint`}>{t('alarm.reason.hint')}</span>
        </div>
        {late ? <p className="field-error" role="alert">{t('alarm.conflict')}</p> : take.error && <ProblemNote problem={take.error} />}
      </form>
    </Dialog>
  );
}
