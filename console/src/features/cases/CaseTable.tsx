import type { CaseRow } from '../../api/contract';
import { useI18n } from '../../i18n';
import { DataTable, type TableColumn } from '../../ui/DataTable';
import { Link } from '../../ui/Link';
import { Classification } from './Classification';
import { useCellText } from './useCellText';
import { DEFAULT_SORT, type CaseFilters } from './useCaseFilters';
import type { CaseColumn, Columns } from './useColumns';

/** What the platform sorts the line list by, the case number aside. */
const SORTABLE: ReadonlySet<string> = new Set(['reportDate', 'onsetDate', 'ageYears', 'region']);

interface Props {
  rows: CaseRow[];
  columns: Columns;
  filters: CaseFilters;
  busy: boolean;
}

export function CaseTable({ rows, columns, filters, busy }: Props) {
  const { t, say } = useI18n();
  const text = useCellText();
  const cell = (column: CaseColumn) => (row: CaseRow) => {
    const value = column.value(row);
    if (column.name === 'region') return row.region ? <span title={row.region.code}>{say(row.region.name)}</span> : '–';
    if (column.name === 'classification' && typeof value === 'string') return <Classification value={value} label={text(column.field, value)} />;
    return text(column.field, value);
  };
  const shown: TableColumn<CaseRow>[] = [
    { key: 'caseNumber', title: t('cases.number'), header: true, sortable: true, cell: (row) => <Link to={`/cases/${row.id}`}>{row.caseNumber || row.id}</Link> },
    ...columns.shown.map((column): TableColumn<CaseRow> => ({ key: column.name, title: column.title, numeric: column.numeric, sortable: SORTABLE.has(column.name), cell: cell(column) })),
  ];
  return (
    <DataTable caption={t('cases.list')} columns={shown} rows={rows} rowKey={(row) => String(row.id)} busy={busy}
      sort={{ key: filters.sort.replace('-', ''), descending: filters.sort.startsWith('-') }}
      onSort={(sort) => {
        const next = (sort.descending ? '-' : '') + sort.key;
        filters.set({ sort: next === DEFAULT_SORT ? null : next });
      }} />
  );
}
