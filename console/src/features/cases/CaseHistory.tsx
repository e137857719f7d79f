import type { CaseDetail } from '../../api/contract';
import { useI18n } from '../../i18n';
import { Link } from '../../ui/Link';
import { Panel } from '../../ui/Panel';
import { useStandard } from '../standards/useStandard';
import { useCellText } from './useCellText';

/** Every version of the record: nothing is overwritten. */
export function CaseHistory({ history }: { history: CaseDetail['history'] }) {
  const { t, f, say } = useI18n();
  const text = useCellText();
  const { find } = useStandard('case');
  return (
    <Panel title={t('case.history')}>
      <ol className="history">
        {history.map((entry) => (
          <li key={entry.version}>
            <div className="row">
              <strong>{t('case.version', { n: entry.version })}</strong>
              <span className="muted small">{f.moment(entry.recordedAt)} · {t('asof', { date: f.day(entry.asOf) })}</span>
              <Link className="small" to={`/data/imports/${entry.importId}`}>{t('case.import')}</Link>
            </div>
            {entry.version === 1 ? <p className="muted small">{t('case.first', { n: entry.changes.length })}</p> : (
              <ul className="changes">
                {entry.changes.map((change) => (
                  <li key={change.field}><span className="muted">{say(find(change.field)?.label) || change.field}</span> <s>{text(find(change.field), change.from)}</s> → <strong>{text(find(change.field), change.to)}</strong></li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </Panel>
  );
}
