import type { AlarmOpinion } from '../../api/contract';
import { useI18n } from '../../i18n';
import { DataTable, type TableColumn } from '../../ui/DataTable';
import { Panel } from '../../ui/Panel';
import { Tag } from '../../ui/Tag';
import { isMethod } from './evidence';

/** What each method, with its usual threshold, says of the last step of an alarm; the one of the rule is named. */
export function OpinionTable({ opinions, method, date }: { opinions: AlarmOpinion[]; method: string | null; date: string }) {
  const { t, f } = useI18n();
  const figure = (value: number | null) => (value === null ? '–' : f.rate(value));
  const columns: TableColumn<AlarmOpinion>[] = [
    { key: 'method', title: t('alarm.opinion.method'), header: true, cell: (row) => <>{isMethod(row.method) ? t(`method.${row.method}`) : row.method}{row.method === method && <span className="muted small"> · {t('alarm.opinion.this')}</span>}</> },
    { key: 'says', title: t('alarm.opinion.says'), cell: (row) => <Tag tone={!row.assessed ? 'plain' : row.alarm ? 'bad' : 'good'}>{t(!row.assessed ? 'alarm.opinion.short' : row.alarm ? 'alarm.opinion.alarm' : 'alarm.opinion.quiet')}</Tag> },
    { key: 'expected', title: t('alarm.chart.expected'), numeric: true, cell: (row) => figure(row.expected) },
    { key: 'upper', title: t('alarm.chart.upper'), numeric: true, cell: (row) => figure(row.upper) },
  ];
  return (
    <Panel title={t('alarm.opinions')} flush footer={<span>{t('alarm.opinions.note', { date: f.day(date) })}</span>}>
      <DataTable caption={t('alarm.opinions')} columns={columns} rows={opinions} rowKey={(row) => row.method} />
    </Panel>
  );
}
