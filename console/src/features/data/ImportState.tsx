import type { ImportSummary } from '../../api/contract';
import { useI18n } from '../../i18n';
import { Tag, type Tone } from '../../ui/Tag';

const TONES: Record<ImportSummary['state'], Tone> = { queued: 'plain', running: 'info', done: 'good', failed: 'bad', cancelled: 'plain', interrupted: 'warn' };

export function ImportState({ of }: { of: Pick<ImportSummary, 'state' | 'dryRun' | 'quarantined'> }) {
  const { t } = useI18n();
  const partly = of.state === 'done' && of.quarantined > 0;
  return (
    <span className="row">
      <Tag tone={partly ? 'warn' : TONES[of.state]}>{t(partly ? 'import.state.partly' : `import.state.${of.state}`)}</Tag>
      {of.dryRun && <Tag tone="info">{t('import.dryRun')}</Tag>}
    </span>
  );
}
