import { useApi } from '../../api/cache';
import { download } from '../../api/client';
import type { StandardSummary } from '../../api/contract';
import { useI18n } from '../../i18n';
import { DataTable, type TableColumn } from '../../ui/DataTable';
import { Icon } from '../../ui/Icon';
import { Link } from '../../ui/Link';
import { Panel } from '../../ui/Panel';
import { Loaded, Skeleton } from '../../ui/Status';

export function StandardList() {
  const { t, f, say } = useI18n();
  const standards = useApi<StandardSummary[]>('/standards', { staleMs: Infinity });
  const columns: TableColumn<StandardSummary>[] = [
    { key: 'title', title: t('standard.title'), header: true, cell: (row) => <><Link to={`/data/standards/${row.key}`}>{say(row.title)}</Link><div><code className="small muted">{row.key}</code></div></> },
    { key: 'description', title: t('field.description'), cell: (row) => <div className="field-text">{say(row.description)}</div> },
    { key: 'version', title: t('standard.version'), numeric: true, cell: (row) => row.version },
    { key: 'fields', title: t('dataset.fields'), numeric: true, cell: (row) => f.integer(row.fields) },
    { key: 'template', title: t('standard.template'), cell: (row) => <a className="nowrap" href={download(`/standards/${row.key}/template.csv`)} download><Icon name="download" size={13} /> CSV</a> },
  ];
  return (
    <Panel title={t('data.standards')} flush>
      <Loaded query={standards} skeleton={<div className="pad"><Skeleton rows={6} /></div>}>
        {(all) => <DataTable caption={t('data.standards')} columns={columns} rows={all} rowKey={(row) => row.key} />}
      </Loaded>
    </Panel>
  );
}
