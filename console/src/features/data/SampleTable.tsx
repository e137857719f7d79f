import type { ImportPreview } from '../../api/contract';
import { useI18n } from '../../i18n';
import { DataTable, type TableColumn } from '../../ui/DataTable';
import { Panel } from '../../ui/Panel';

interface SampleRow {
  cells: string[];
  i: number;
}

const ROWS = 6;
const COLUMNS = 40;

/** The first rows of the file, as they are. */
export function SampleTable({ preview }: { preview: ImportPreview }) {
  const { t } = useI18n();
  const shown = preview.columns.slice(0, COLUMNS);
  return (
    <Panel flush title={t('wizard.sample')} footer={shown.length < preview.columns.length ? t('wizard.moreColumns', { n: preview.columns.length - shown.length }) : undefined}>
      <DataTable caption={t('wizard.sample')} rows={preview.sample.slice(0, ROWS).map((cells, i) => ({ cells, i }))} rowKey={(row) => String(row.i)}
        columns={shown.map((column, c): TableColumn<SampleRow> => ({ key: `${c}`, title: column, cell: (row) => <span className="sample-cell">{row.cells[c]}</span> }))} />
    </Panel>
  );
}
