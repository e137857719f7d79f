import { useState } from 'react';
import { useMay } from '../../app/session';
import { useApi, useChange } from '../../api/cache';
import type { Pull } from '../../api/contract';
import { useI18n } from '../../i18n';
import { Button, IconButton } from '../../ui/Button';
import { DataTable, type TableColumn } from '../../ui/DataTable';
import { Link } from '../../ui/Link';
import { Panel } from '../../ui/Panel';
import { Empty, Loaded, ProblemNote, Skeleton } from '../../ui/Status';
import { Tag } from '../../ui/Tag';
import { PullForm } from './PullForm';

/** Addresses the platform fetches by itself, and how each went last. */
export function PullList() {
  const { t, f } = useI18n();
  const may = useMay();
  const [editing, setEditing] = useState<Pull | 'new' | null>(null);
  const pulls = useApi<Pull[]>('/pulls');
  const run = useChange<number>((id) => ({ path: `/pulls/${id}/run`, method: 'POST' }), ['/pulls', '/imports']);
  const remove = useChange<number>((id) => ({ path: `/pulls/${id}`, method: 'DELETE' }), ['/pulls']);
  const change = may('data:configure');
  const result = (row: Pull) => {
    if (row.lastError) return <><Tag tone="bad">{t('pull.failed')}</Tag> <span className="small">{row.lastError}</span></>;
    if (row.lastImport) return <Link to={`/data/imports/${row.lastImport}`}>{t('pull.import', { id: String(row.lastImport) })}</Link>;
    return row.lastRunAt ? t('pull.nothing') : '–';
  };
  const columns: TableColumn<Pull>[] = [
    { key: 'url', title: t('pull.url'), header: true, cell: (row) => <span className="url">{row.url}</span> },
    { key: 'standard', title: t('dataset.standard'), wideOnly: true, cell: (row) => row.standard },
    { key: 'source', title: t('dataset.source'), wideOnly: true, cell: (row) => row.source },
    { key: 'every', title: t('pull.every'), numeric: true, cell: (row) => (row.enabled ? f.duration(row.everyMinutes * 60) : t('pull.paused')) },
    { key: 'last', title: t('pull.last'), cell: (row) => (row.lastRunAt ? f.moment(row.lastRunAt) : '–') },
    { key: 'result', title: t('pull.result'), cell: result },
    ...(change ? [{
      key: 'actions', title: <span className="visually-hidden">{t('table.actions')}</span>,
      cell: (row: Pull) => <span className="row nowrap"><Button onClick={() => run.mutate(row.id)}>{t('pull.run')}</Button><Button kind="quiet" onClick={() => setEditing(row)}>{t('action.edit')}</Button><IconButton icon="trash" label={t('pull.delete')} onClick={() => remove.mutate(row.id)} /></span>,
    }] : []),
  ];
  return (
    <Panel title={t('data.pulls')} flush actions={change && <Button icon="plus" onClick={() => setEditing('new')}>{t('pull.new')}</Button>}>
      {(run.error ?? remove.error) && <ProblemNote problem={run.error ?? remove.error} />}
      <Loaded query={pulls} skeleton={<div className="pad"><Skeleton rows={4} /></div>}>
        {(all) => all.length === 0 ? <div className="pad"><Empty title={t('pull.empty')}>{t('pull.empty.why')}</Empty></div> : <DataTable caption={t('data.pulls')} columns={columns} rows={all} rowKey={(row) => String(row.id)} />}
      </Loaded>
      {editing && <PullForm pull={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
    </Panel>
  );
}
