import { useState } from 'react';
import type { RtStanding } from '../../api/contract';
import { useI18n } from '../../i18n';
import { DataTable, type Sort, type TableColumn } from '../../ui/DataTable';
import { Link } from '../../ui/Link';
import { Panel } from '../../ui/Panel';
import { Tag } from '../../ui/Tag';
import { Loaded } from '../../ui/Status';
import type { Situation } from '../situation/useSituation';
import type { Rt } from './useRt';
import { pace } from './words';

const SORTS: Record<string, (standing: RtStanding) => number> = {
  r: ({ settled }) => settled?.median ?? -1,
  p: ({ settled }) => settled?.aboveOne ?? -1,
  growth: ({ settled }) => settled?.growth ?? -9,
  cases: ({ weekCases }) => weekCases,
};

/** The regions of the map in figures. */
export function RtTable({ situation, rt }: { situation: Situation; rt: Rt }) {
  const i18n = useI18n();
  const { t, f, say } = i18n;
  const [sort, setSort] = useState<Sort>({ key: 'r', descending: true });
  const columns: TableColumn<RtStanding>[] = [
    { key: 'region', title: t('table.region'), header: true, cell: (row) => <Link to={situation.href({ region: row.region })}>{say(row.name)}</Link> },
    { key: 'verdict', title: t('rt.table.verdict'), cell: ({ verdict }) => <Tag tone={verdict === 'rising' ? 'warn' : verdict === 'falling' ? 'info' : 'plain'}>{t(`rt.verdict.${verdict}`)}</Tag> },
    { key: 'r', title: 'R', numeric: true, sortable: true, cell: ({ settled }) => settled ? <>{f.decimal(settled.median, 2)}<br /><span className="small muted">{f.decimal(settled.low95, 2)}–{f.decimal(settled.high95, 2)}</span></> : '–' },
    { key: 'p', title: t('rt.table.p'), numeric: true, sortable: true, wideOnly: true, cell: ({ settled }) => (settled ? f.percent(settled.aboveOne) : '–') },
    { key: 'growth', title: t('rt.table.growth'), numeric: true, sortable: true, cell: (row) => row.settled ? <>{signed(f.percent(Math.expm1(row.settled.growth), 1), row.settled.growth)}<br /><span className="small muted">{pace(i18n, row)}</span></> : '–' },
    { key: 'cases', title: t('rt.table.cases'), numeric: true, sortable: true, cell: ({ weekCases }) => f.integer(weekCases) },
  ];
  return (
    <Panel title={t('rt.table.title')} flush>
      <Loaded query={rt.regions}>
        {({ items }) => <DataTable caption={t('rt.table.title')} columns={columns} rows={sorted(items, sort)} rowKey={(row) => row.region} sort={sort} onSort={setSort} selected={situation.code} maxHeight={420} />}
      </Loaded>
    </Panel>
  );
}

const signed = (text: string, value: number) => (value > 0 ? `+${text}` : text);

function sorted(items: readonly RtStanding[], { key, descending }: Sort): RtStanding[] {
  const of = SORTS[key] ?? (() => 0);
  return [...items].sort((a, b) => (descending ? of(b) - of(a) : of(a) - of(b)));
}
