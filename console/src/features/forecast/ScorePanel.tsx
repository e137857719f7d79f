import { useI18n } from '../../i18n';
import { DataTable, type TableColumn } from '../../ui/DataTable';
import { Panel } from '../../ui/Panel';
import { Segmented } from '../../ui/Segmented';
import { Empty, Loaded } from '../../ui/Status';
import type { ForecastScores } from '../../api/contract';
import type { Situation } from '../situation/useSituation';
import type { Forecasts } from './useForecasts';

type Row = ForecastScores['models'][number];

/** How each model fared on this series: error, interval score against the baseline, coverage. */
export function ScorePanel({ situation, forecasts }: { situation: Situation; forecasts: Forecasts }) {
  const { t, f } = useI18n();
  const columns: TableColumn<Row>[] = [
    { key: 'model', title: t('fared.model'), header: true, cell: (row) => <>{row.model}<br /><span className="small muted">{t('fared.forecasts', { n: row.forecasts })}</span></> },
    { key: 'mape', title: t('fared.error'), numeric: true, cell: (row) => (row.mape === null ? '–' : f.percent(row.mape / 100, row.mape < 10 ? 1 : 0)) },
    { key: 'wis', title: t('fared.relative'), numeric: true, cell: (row) => (row.relativeWis === null ? '–' : f.decimal(row.relativeWis, 2)) },
    { key: 'c50', title: '50%', numeric: true, wideOnly: true, cell: (row) => f.percent(row.coverage50) },
    { key: 'c80', title: '80%', numeric: true, wideOnly: true, cell: (row) => f.percent(row.coverage80) },
    { key: 'c95', title: '95%', numeric: true, cell: (row) => f.percent(row.coverage95) },
  ];
  return (
    <Panel title={t('fared.title')} flush footer={forecasts.scores.data && t('fared.foot', { date: f.day(forecasts.scores.data.from) })}
      actions={<Segmented label={t('fared.basis')} value={forecasts.basis} onChange={(basis) => situation.set({ basis: basis === 'latest' ? null : basis }, { replace: true })}
        choices={[{ value: 'latest', label: t('fared.latest') }, { value: 'first', label: t('fared.first') }]} />}>
      <Loaded query={forecasts.scores}>
        {(scores) => scores.models.length === 0 ? <div className="pad"><Empty title={t('fared.empty')}>{t('fared.empty.why')}</Empty></div>
          : <DataTable caption={t('fared.title')} columns={columns} rows={scores.models} rowKey={(row) => row.model} />}
      </Loaded>
    </Panel>
  );
}
