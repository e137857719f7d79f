import type { ImportSummary } from '../../api/contract';
import { useI18n } from '../../i18n';
import { DataTable, type TableColumn } from '../../ui/DataTable';
import { Link } from '../../ui/Link';
import { ImportState } from './ImportState';

export function ImportTable({ imports, busy }: { imports: ImportSummary[]; busy?: boolean }) {
  const { t, f } = useI18n();
  const columns: TableColumn<ImportSummary>[] = [
    { key: 'file', title: t('import.file'), header: true, cell: (row) => <Link className="file-name" to={`/data/imports/${row.id}`}>{row.file || String(row.id)}</Link> },
    { key: 'state', title: t('import.state'), cell: (row) => <ImportState of={row} /> },
    { key: 'standard', title: t('dataset.standard'), wideOnly: true, cell: (row) => row.standard },
    { key: 'source', title: t('dataset.source'), wideOnly: true, cell: (row) => row.source },
    { key: 'rows', title: t('import.rows'), numeric: true, cell: (row) => f.integer(row.rows) },
    { key: 'accepted', title: t('import.accepted'), numeric: true, cell: (row) => f.integer(row.accepted) },
    { key: 'unchanged', title: t('import.unchanged'), numeric: true, wideOnly: true, cell: (row) => f.integer(row.unchanged) },
    { key: 'quarantined', title: t('import.quarantined'), numeric: true, cell: (row) => (row.quarantined > 0 ? <strong className="bad">{f.integer(row.quarantined)}</strong> : '0') },
    { key: 'started', title: t('import.started'), cell: (row) => <span className="nowrap">{row.startedAt ? f.moment(row.startedAt) : '–'}</span> },
    { key: 'by', title: t('import.by'), wideOnly: true, cell: (row) => row.startedBy },
  ];
  return <DataTable caption={t('data.imports')} columns={columns} rows={imports} rowKey={(row) => String(row.id)} busy={busy} />;
}
