import { useState } from 'react';
import type { Alarm, AlarmAction } from '../../api/contract';
import { useMay } from '../../app/session';
import { useI18n } from '../../i18n';
import { Button } from '../../ui/Button';
import { Panel } from '../../ui/Panel';
import { actionsIn } from './actions';
import { StepDialog } from './StepDialog';

/** The next step, by whom, and what it needs. */
export function ActionPanel({ alarm }: { alarm: Alarm }) {
  const { t } = useI18n();
  const may = useMay();
  const [asked, setAsked] = useState<AlarmAction | null>(null);
  return (
    <Panel title={t('alarm.actions')}>
      <div className="alarm-decide">
        <p>{t(`alarm.next.${alarm.state}`)}</p>
        <p className="small muted">{t('alarm.assignee')}: {alarm.assignedTo ?? t('alarm.assignee.nobody')}</p>
        {may('alarms:write') && (
          <div className="row wrap">
            {actionsIn(alarm.state).map((action, i) => (
              <Button key={action} kind={action === 'drop' ? 'danger' : i === 0 && action !== 'assign' ? 'primary' : 'plain'} onClick={() => setAsked(action)}>{t(`alarm.act.${action}`)}</Button>
            ))}
          </div>
        )}
      </div>
      {asked && <StepDialog alarm={alarm} action={asked} onClose={() => setAsked(null)} />}
    </Panel>
  );
}
