import { useApi } from '../../api/cache';
import type { ImportSummary } from '../../api/contract';
import { useI18n } from '../../i18n';
import { Button } from '../../ui/Button';
import { Panel } from '../../ui/Panel';
import { Progress } from '../../ui/Tag';
import { ImportState } from './ImportState';
import { RuleTable } from './RuleTable';

interface Props {
  trial: number | null;
  busy: boolean;
  onTry: () => void;
  onImport: () => void;
}

/** The import tried out: nothing is stored, all rules speak. */
export function DryRun({ trial, busy, onTry, onImport }: Props) {
  const { t, f, say } = useI18n();
  const path = trial === null ? null : `/imports/${trial}`;
  const first = useApi<ImportSummary>(path);
  const running = first.data?.state === 'running' || first.data?.state === 'queued';
  const result = useApi<ImportSummary>(path, { everyMs: running ? 800 : false }).data;
  return (
    <>
      <Panel title={t('wizard.step.try')} actions={<>
        <Button disabled={busy || running} onClick={onTry}>{t('wizard.try')}</Button>
        <Button kind="primary" disabled={busy || running} onClick={onImport}>{t('wizard.import')}</Button>
      </>}>
        {!result ? <p className="muted">{t('wizard.try.why')}</p> : running ? <Progress label={t('import.progress.open', { n: result.rows })} done={0} total={null} /> : (
          <div className="row">
            <ImportState of={result} />
            <span>{t('wizard.result', { rows: f.integer(result.rows), accepted: f.integer(result.accepted), quarantined: f.integer(result.quarantined), unchanged: f.integer(result.unchanged) })}</span>
            {result.error && <span className="import-error">{say(result.error.text)}</span>}
          </div>
        )}
      </Panel>
      {result && result.rules.length > 0 && <RuleTable rules={result.rules} />}
    </>
  );
}
