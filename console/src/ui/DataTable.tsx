import type { ReactNode } from 'react';
import { useI18n } from '../i18n';
import { Icon } from './Icon';
import './table.css';

export interface TableColumn<Row> {
  key: string;
  title: ReactNode;
  cell: (row: Row) => ReactNode;
  numeric?: boolean;
  sortable?: boolean;
  /** Left out on a phone. */
  wideOnly?: boolean;
  header?: boolean;
}
export interface Sort {
  key: string;
  descending: boolean;
}
interface Props<Row> {
  caption: string;
  columns: TableColumn<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
  sort?: Sort;
  onSort?: (sort: Sort) => void;
  selected?: string | null;
  busy?: boolean;
  maxHeight?: number;
}

/** A dense table. The first column stays in sight when the rest scrolls sideways; headings of sortable columns are buttons. */
export function DataTable<Row>({ caption, columns, rows, rowKey, sort, onSort, selected, busy, maxHeight }: Props<Row>) {
  const { t } = useI18n();
  const direction = (key: string) => (sort?.key !== key ? undefined : sort.descending ? 'descending' : 'ascending');
  return (
    <div className={busy ? 'table-frame busy' : 'table-frame'} style={maxHeight ? { maxHeight } : undefined} tabIndex={0} role="region" aria-label={caption} aria-busy={busy}>
      <table className="table">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" aria-sort={direction(column.key)} className={classes(column)}>
                {column.sortable && onSort ? (
                  <button type="button" className="table-sort" title={t('table.sort')}
                    onClick={() => onSort({ key: column.key, descending: sort?.key === column.key ? !sort.descending : Boolean(column.numeric) })}>
                    <span>{column.title}</span>
                    {sort?.key === column.key && <Icon name={sort.descending ? 'fall' : 'up'} size={11} />}
                  </button>
                ) : column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} className={selected === rowKey(row) ? 'selected' : undefined}>
              {columns.map((column) =>
                column.header ? <th key={column.key} scope="row" className={classes(column)}>{column.cell(row)}</th>
                  : <td key={column.key} className={classes(column)}>{column.cell(row)}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function classes<Row>(column: TableColumn<Row>): string | undefined {
  return [column.numeric && 'num', column.wideOnly && 'wide-only'].filter(Boolean).join(' ') || undefined;
}
