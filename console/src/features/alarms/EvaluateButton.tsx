import { useChange } from '../../api/cache';
import type { Job } from '../../api/contract';
import { useMay } from '../../app/session';
import { useI18n } from '../../i18n';
import { Button } from '../../ui/Button';
import { announce } from '../../ui/toast';

/** Asks for an evaluation of all rules; they are evaluated after every import anyway. */
export function EvaluateButton() {
  const { t } = useI18n();
  const may = useMay();
  const run = useChange<void, Job>(() => ({ path: '/alarm-rules/evaluate', method: 'POST' }), ['/alarms', '/alarm-rules']);
  if (!may('alarms:write')) return null;
  return (
    <Button icon="refresh" disabled={run.isPending} onClick={() => run.mutate(undefined, { onSuccess: () => announce(t('alarms.evaluated')) })}>
      {t('alarms.evaluate')}
    </Button>
  );
}
