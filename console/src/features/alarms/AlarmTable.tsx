import type { Alarm } from '../../api/contract';
import { useI18n } from '../../i18n';
import { DataTable, type TableColumn } from '../../ui/DataTable';
import { Link } from '../../ui/Link';
import { SeverityMark, StateTag } from './Badges';
import { daysSince } from './useAlarmFilters';

/** One row an alarm: what, where, how grave, since when. */
export function AlarmTable({ alarms, busy }: { alarms: readonly Alarm[]; busy?: boolean }) {
  const { t, f, say } = useI18n();
  const figure = (value: number | null) => (value === null ? '–' : f.rate(value));
  const now = Date.now();
  const age = (alarm: Alarm) => {
    const days = daysSince(alarm.raisedAt, now);
    return days === 0 ? t('alarms.ago.today') : t('alarms.ago.days', { n: days });
  };
  const columns: TableColumn<Alarm>[] = [
    {
      key: 'what', title: t('alarms.col.what'), header: true,
      cell: (row) => <span className="alarm-name"><Link to={`/alarms/${row.id}`}>{say(row.regionName)}</Link><span className="muted small">{say(row.title)}</span></span>,
    },
    { key: 'severity', title: t('alarms.col.severity'), cell: (row) => <SeverityMark severity={row.severity} /> },
    { key: 'state', title: t('alarms.col.state'), cell: (row) => <span className="alarm-state"><StateTag state={row.state} />{!row.present && <span className="small muted">{t('alarm.gone')}</span>}</span> },
    { key: 'seen', title: t('alarms.col.seen'), cell: (row) => <span className="nowrap">{f.day(row.lastDate)}</span> },
    { key: 'observed', title: t('alarms.col.observed'), numeric: true, cell: (row) => figure(row.evidence.observed) },
    { key: 'upper', title: t('alarms.col.upper'), numeric: true, wideOnly: true, cell: (row) => figure(row.evidence.upper) },
    { key: 'age', title: t('alarms.col.age'), wideOnly: true, cell: (row) => <span className="nowrap" title={f.moment(row.raisedAt)}>{age(row)}</span> },
    { key: 'who', title: t('alarms.col.who'), wideOnly: true, cell: (row) => row.assignedTo ?? '–' },
  ];
  return <DataTable caption={t('alarms.list')} columns={columns} rows={[...alarms]} rowKey={(row) => String(row.id)} busy={busy} />;
}
