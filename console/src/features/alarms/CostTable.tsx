import type { AlarmCost } from '../../api/contract';
import { useI18n } from '../../i18n';
import { Button } from '../../ui/Button';
import { DataTable, type TableColumn } from '../../ui/DataTable';
import { Tag } from '../../ui/Tag';

type Line = AlarmCost['lines'][number];

/** What each threshold costs, and the way to take it. */
export function CostTable({ cost, threshold, onUse }: { cost: AlarmCost; threshold: number; onUse: (threshold: number) => void }) {
  const { t, f } = useI18n();
  const columns: TableColumn<Line>[] = [
    { key: 'threshold', title: t('cost.col.threshold'), header: true, cell: (row) => <span className="nowrap">{row.threshold}{row.threshold === cost.usual && <span className="small muted"> · {t('cost.usual')}</span>}</span> },
    { key: 'false', title: t('cost.col.false'), numeric: true, cell: (row) => f.rate(row.falsePerMonth) },
    { key: 'found', title: t('cost.col.found'), numeric: true, cell: (row) => (row.detection === null ? '–' : f.percent(row.detection)) },
    { key: 'delay', title: t('cost.col.delay'), numeric: true, wideOnly: true, cell: (row) => (row.delayDays === null ? '–' : t('cost.days', { days: f.rate(row.delayDays) })) },
    { key: 'alarms', title: t('cost.col.alarms'), numeric: true, wideOnly: true, cell: (row) => f.rate(row.alarmsPerMonth) },
    {
      key: 'use', title: <span className="visually-hidden">{t('table.actions')}</span>,
      cell: (row) => (row.threshold === threshold ? <Tag tone="info">{t('cost.using')}</Tag> : <Button kind="quiet" className="cost-use" aria-label={t('cost.use', { threshold: String(row.threshold) })} onClick={() => onUse(row.threshold)}>{t('cost.take')}</Button>),
    },
  ];
  return <DataTable caption={t('cost.title')} columns={columns} rows={cost.lines} rowKey={(row) => String(row.threshold)} selected={String(threshold)} />;
}
