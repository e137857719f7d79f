import { useMemo, useState } from 'react';
import { useApi } from '../../api/cache';
import { path } from '../../api/client';
import type { SituationTable, TableRow } from '../../api/contract';
import { useI18n } from '../../i18n';
import { AsOf } from '../../ui/AsOf';
import { DataTable, type Sort, type TableColumn } from '../../ui/DataTable';
import { Link } from '../../ui/Link';
import { Panel } from '../../ui/Panel';
import { Empty, Loaded } from '../../ui/Status';
import { CsvButton } from './CsvButton';
import { showMeasure } from './measures';
import { sortRows } from './sortRows';
import type { Situation } from './useSituation';

const CELLS = ['cumulative', 'new', 'avg7', 'per100k', 'growth'] as const;

/** The map in figures: one row a part of the region, sortable, each name a way down. */
export function RegionTable({ situation, date }: { situation: Situation; date: string }) {
  const { t, f, say, lang } = useI18n();
  const [sort, setSort] = useState<Sort>({ key: 'cumulative', descending: true });
  const key = situation.indicator?.key ?? '';
  const table = useApi<SituationTable>(situation.parent ? path('/situation/table', { parent: situation.parent, date, asOf: situation.asOf }) : null, { keep: true });
  const rows = useMemo(() => sortRows(table.data?.items ?? [], key, sort, lang), [table.data, key, sort, lang]);
  const columns: TableColumn<TableRow>[] = [
    { key: 'name', title: t('table.region'), header: true, sortable: true, cell: (row) => <Link to={situation.href({ region: row.code })}>{say(row.name)}</Link> },
    { key: 'population', title: t('table.population'), numeric: true, sortable: true, wideOnly: true, cell: (row) => (row.population === null ? '–' : f.integer(row.population)) },
    ...CELLS.map((cell): TableColumn<TableRow> => ({
      key: cell, title: t(`measure.${cell}`), numeric: true, sortable: true,
      cell: (row) => showMeasure(f, cell, row.values[key]?.[cell]),
    })),
  ];
  const exported = () => rows.map((row) => [row.code, say(row.name), row.population, ...CELLS.map((cell) => row.values[key]?.[cell])]);
  return (
    <Panel flush title={t('table.title', { indicator: say(situation.indicator?.title), date: f.day(date) })} footer={<AsOf of={table.data} />}
      actions={<CsvButton name={`regions-${situation.parent}-${key}-${date}`} head={['code', 'name', 'population', ...CELLS]} rows={exported} />}>
      <Loaded query={table} skeleton={undefined}>
        {() => rows.length === 0 ? <div className="pad"><Empty title={t('table.empty')} /></div> : (
          <DataTable caption={t('table.caption')} columns={columns} rows={rows} rowKey={(row) => row.code} sort={sort} onSort={setSort} selected={situation.code} busy={table.isPlaceholderData} maxHeight={520} />
        )}
      </Loaded>
    </Panel>
  );
}
