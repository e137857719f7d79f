import { useI18n } from '../i18n';
import { DataTable, type TableColumn } from '../ui/DataTable';
import type { Cell } from '../ui/csv';

/** The figures of a chart as a table, newest last, for those who read better than they see. */
export function ChartTable({ caption, table, height }: { caption: string; table: { head: string[]; rows: Cell[][] }; height: number }) {
  const { f } = useI18n();
  const columns = table.head.map((title, i): TableColumn<Cell[]> => ({
    key: String(i), title, header: i === 0, numeric: i > 0,
    cell: (row) => {
      const value = row[i];
      return value === null || value === undefined ? '–' : typeof value === 'number' ? f.rate(value) : f.day(value);
    },
  }));
  return <DataTable caption={caption} columns={columns} rows={table.rows} rowKey={(row) => String(row[0])} maxHeight={Math.max(height, 240)} />;
}
