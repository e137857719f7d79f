import { useState } from 'react';
import { useMay } from '../../app/session';
import { useApi } from '../../api/cache';
import { path } from '../../api/client';
import type { DatasetView, ImportSummary, Page } from '../../api/contract';
import { useI18n } from '../../i18n';
import { Button } from '../../ui/Button';
import { Link } from '../../ui/Link';
import { Panel } from '../../ui/Panel';
import { Empty, Loaded, Skeleton } from '../../ui/Status';
import { DatasetForm } from './DatasetForm';
import { ImportTable } from './ImportTable';
import { ScorePanel } from './ScorePanel';
import { StandardFields } from './StandardFields';

/** A data set: who gave it, under which licence, what is in it, how good it is, and which imports made it. */
export function DatasetPage({ id }: { id: string }) {
  const { t, f, say } = useI18n();
  const may = useMay();
  const [editing, setEditing] = useState(false);
  const dataset = useApi<DatasetView>(`/datasets/${encodeURIComponent(id)}`);
  const known = dataset.data?.dataset;
  const imports = useApi<Page<ImportSummary>>(known ? path('/imports', { standard: known.standard, source: known.source, limit: 50 }) : null);
  const day = (value: string | null) => (value ? f.day(value) : '–');
  return (
    <Loaded query={dataset} skeleton={<Skeleton rows={12} />}>
      {({ dataset: found, scores }) => (
        <>
          <ol className="breadcrumbs"><li><Link to="/data/datasets">{t('data.datasets')}</Link></li><li aria-current="page">{say(found.title) || String(found.id)}</li></ol>
          <div className="split">
            <Panel title={say(found.title) || String(found.id)} actions={may('data:configure') && <Button onClick={() => setEditing(true)}>{t('action.edit')}</Button>}>
              <dl className="facts">
                <div><dt>{t('dataset.provider')}</dt><dd>{found.provider || '–'}</dd></div>
                <div><dt>{t('dataset.maintainer')}</dt><dd>{found.maintainer || '–'}</dd></div>
                <div><dt>{t('dataset.licence')}</dt><dd>{found.licence || '–'}</dd></div>
                <div><dt>{t('dataset.released')}</dt><dd>{day(found.releasedAt)}</dd></div>
                <div><dt>{t('dataset.updated')}</dt><dd>{day(found.updatedAt)}</dd></div>
                <div><dt>{t('dataset.format')}</dt><dd>{found.format || '–'}</dd></div>
                <div><dt>{t('dataset.standard')}</dt><dd><Link to={`/data/standards/${encodeURIComponent(found.standard)}`}>{found.standard}</Link></dd></div>
                <div><dt>{t('dataset.source')}</dt><dd>{found.source}</dd></div>
                <div><dt>{t('dataset.keywords')}</dt><dd>{found.keywords.join(', ') || '–'}</dd></div>
              </dl>
            </Panel>
            <ScorePanel scores={scores} />
          </div>
          <Panel title={t('dataset.lineage')} flush>
            <Loaded query={imports} skeleton={<div className="pad"><Skeleton rows={3} /></div>}>{(page) => page.items.length > 0 ? <ImportTable imports={page.items} /> : <div className="pad"><Empty title={t('import.empty')} /></div>}</Loaded>
          </Panel>
          <Panel title={t('dataset.fields')} flush><StandardFields standard={found.standard} /></Panel>
          {editing && <DatasetForm dataset={found} onClose={() => setEditing(false)} />}
        </>
      )}
    </Loaded>
  );
}
