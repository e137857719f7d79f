import { useApi } from '../../api/cache';
import type { DatasetView, ImportSummary } from '../../api/contract';
import { useI18n } from '../../i18n';
import { Link } from '../../ui/Link';
import { Panel } from '../../ui/Panel';
import { Empty, Loaded, Skeleton } from '../../ui/Status';
import { ImportProgress } from './ImportProgress';
import { ImportState } from './ImportState';
import { QuarantinePanel } from './QuarantinePanel';
import { RuleTable } from './RuleTable';

const POLL_MS = 2_000;
const isOpen = (state: string | undefined) => state === 'queued' || state === 'running';

/** One import: how far it is, what went in, what did not and why. */
export function ImportPage({ id }: { id: string }) {
  const { t, f, say } = useI18n();
  const path = `/imports/${encodeURIComponent(id)}`;
  const first = useApi<ImportSummary>(path);
  // The events tell of changes; asking now and then is for networks that swallow event streams.
  const query = useApi<ImportSummary>(path, { everyMs: isOpen(first.data?.state) ? POLL_MS : false });
  const datasets = useApi<DatasetView[]>('/datasets');
  const dataset = datasets.data?.find(({ dataset: one }) => one.standard === query.data?.standard && one.source === query.data?.source)?.dataset;
  return (
    <Loaded query={query} skeleton={<Skeleton rows={10} />}>
      {(found) => (
        <>
          <ol className="breadcrumbs"><li><Link to="/data/imports">{t('data.imports')}</Link></li><li aria-current="page">{found.file || String(found.id)}</li></ol>
          <Panel title={found.file || String(found.id)} actions={<ImportState of={found} />}>
            {isOpen(found.state) && <ImportProgress of={found} />}
            {found.error && <p className="import-error" role="alert">{say(found.error.text)} <code className="small">{found.error.code}</code></p>}
            <dl className="counts">
              {(['rows', 'accepted', 'unchanged', 'quarantined', 'warnings'] as const).map((name) => (
                <div key={name} className={name === 'quarantined' && found[name] > 0 ? 'bad' : undefined}><dt>{t(`import.${name}`)}</dt><dd>{f.integer(found[name])}</dd></div>
              ))}
            </dl>
            <dl className="facts">
              <div><dt>{t('dataset.standard')}</dt><dd><Link to={`/data/standards/${encodeURIComponent(found.standard)}`}>{found.standard}</Link></dd></div>
              <div><dt>{t('dataset.source')}</dt><dd>{found.source}</dd></div>
              {dataset && <div><dt>{t('import.dataset')}</dt><dd><Link to={`/data/datasets/${dataset.id}`}>{say(dataset.title)}</Link></dd></div>}
              {found.asOf && <div><dt>{t('import.asOf')}</dt><dd>{f.day(found.asOf)}</dd></div>}
              <div><dt>{t('import.started')}</dt><dd>{found.startedAt ? f.moment(found.startedAt) : '–'}{found.startedAt && found.endedAt && ` · ${f.duration((Date.parse(found.endedAt) - Date.parse(found.startedAt)) / 1000)}`}</dd></div>
              <div><dt>{t('import.by')}</dt><dd>{found.startedBy}</dd></div>
            </dl>
          </Panel>
          {found.rules.length > 0 ? <RuleTable rules={found.rules} /> : found.state === 'done' && <Panel title={t('import.rules')}><Empty title={t('import.clean')} /></Panel>}
          {found.quarantined > 0 && <QuarantinePanel of={found} />}
        </>
      )}
    </Loaded>
  );
}
