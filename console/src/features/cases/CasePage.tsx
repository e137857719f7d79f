import { useMay } from '../../app/session';
import { useApi } from '../../api/cache';
import type { CaseDetail } from '../../api/contract';
import { useI18n } from '../../i18n';
import { Link } from '../../ui/Link';
import { PageHead, Panel } from '../../ui/Panel';
import { Loaded, Skeleton } from '../../ui/Status';
import { useStandard } from '../standards/useStandard';
import { CaseHistory } from './CaseHistory';
import { CaseSources } from './CaseSources';
import { CaseTimeline } from './CaseTimeline';
import { Classification } from './Classification';
import { PersonPanel } from './PersonPanel';
import { useCellText } from './useCellText';

/** One case: what is known, in what order it happened, where it is written, and how the record changed. */
export function CasePage({ id }: { id: string }) {
  const { t, say } = useI18n();
  const may = useMay();
  const text = useCellText();
  const { find } = useStandard('case');
  const detail = useApi<CaseDetail>(`/cases/${encodeURIComponent(id)}`);
  return (
    <Loaded query={detail} skeleton={<Skeleton rows={12} />}>
      {({ summary, ...found }) => (
        <>
          <PageHead title={summary.caseNumber || String(summary.id)} note={summary.classification ? <Classification value={summary.classification} label={text(find('classification'), summary.classification)} /> : undefined}>
            <ol className="breadcrumbs"><li><Link to="/cases">{t('nav.cases')}</Link></li></ol>
          </PageHead>
          <CaseTimeline entries={found.timeline} />
          <div className="split">
            <Panel title={t('case.facts')}>
              <dl className="facts">
                {summary.region && <div><dt>{t('column.region')}</dt><dd><Link to={`/situation?region=${encodeURIComponent(summary.region.code)}`}>{say(summary.region.name)}</Link></dd></div>}
                {Object.entries(summary.fields).map(([name, value]) => (
                  <div key={name}><dt>{say(find(name)?.label) || name}</dt><dd>{text(find(name), value)}</dd></div>
                ))}
                {Object.entries(found.leftOut).map(([name, value]) => (
                  <div key={name}><dt>{say(find(name)?.label) || name}</dt><dd>– <span className="small muted">{t('case.leftOut', { value })}</span></dd></div>
                ))}
              </dl>
            </Panel>
            <div className="stack">
              {found.hasPerson && <PersonPanel id={String(summary.id)} mayReveal={may('people:reveal')} />}
              <CaseSources sources={found.sources} />
            </div>
          </div>
          <CaseHistory history={found.history} />
        </>
      )}
    </Loaded>
  );
}
