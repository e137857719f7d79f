import type { ForecastItem } from '../../api/contract';
import { useI18n } from '../../i18n';
import { Button } from '../../ui/Button';
import { DataTable, type TableColumn } from '../../ui/DataTable';
import { Panel } from '../../ui/Panel';
import { Tag } from '../../ui/Tag';
import type { Situation } from '../situation/useSituation';
import type { Forecasts } from './useForecasts';

/** Every kept forecast of the series; one can be laid over what came. */
export function PastPanel({ situation, forecasts }: { situation: Situation; forecasts: Forecasts }) {
  const { t, f } = useI18n();
  const items = forecasts.list.data?.items ?? [];
  if (items.length === 0) return null;
  const show = (id: number) => situation.set({ past: forecasts.pastId === String(id) ? null : String(id) }, { replace: true });
  const columns: TableColumn<ForecastItem>[] = [
    {
      key: 'origin', title: t('past.origin'), header: true,
      cell: ({ forecast }) => <>{f.day(forecast.origin)}<br /><span className="small muted">{forecast.model}</span>{forecast.retrospective && <> <Tag title={t('past.retrospective.why')}>{t('past.retrospective')}</Tag></>}</>,
    },
    { key: 'error', title: t('fared.error'), numeric: true, cell: ({ score }) => (!score || score.mape === null ? '–' : f.percent(score.mape / 100, score.mape < 10 ? 1 : 0)) },
    { key: 'inside', title: t('past.inside'), numeric: true, cell: ({ score }) => (score ? f.percent(score.coverage95) : '–') },
    {
      key: 'show', title: <span className="visually-hidden">{t('table.actions')}</span>, numeric: true,
      cell: ({ forecast }) => forecast.id === forecasts.newest?.forecast.id ? <Tag tone="info">{t('past.newest')}</Tag>
        : <Button aria-pressed={forecasts.pastId === String(forecast.id)} aria-label={t('past.show', { date: f.day(forecast.origin) })} icon="eye" onClick={() => show(forecast.id)} />,
    },
  ];
  return (
    <Panel title={t('past.title')} flush>
      <DataTable caption={t('past.title')} columns={columns} rows={items} rowKey={({ forecast }) => String(forecast.id)} selected={forecasts.pastId} maxHeight={330} />
    </Panel>
  );
}
