import type { CaseDetail } from '../../api/contract';
import { useI18n } from '../../i18n';
import { Link } from '../../ui/Link';
import { Panel } from '../../ui/Panel';

/** The rows of the files this case was read from. */
export function CaseSources({ sources }: { sources: CaseDetail['sources'] }) {
  const { t, f } = useI18n();
  return (
    <Panel title={t('case.sources')}>
      <ul className="stack">
        {sources.map((source) => (
          <li key={`${source.importId}-${source.row}`} className="source">
            <Link to={`/data/imports/${source.importId}`}>{t('case.sourceRow', { source: source.source, row: source.row })}</Link>
            <span className="muted small">{t('case.externalId', { id: source.externalId })} · {t('case.version', { n: source.version })} · {f.moment(source.recordedAt)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
