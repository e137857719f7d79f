import { Suspense, lazy, useMemo } from 'react';
import { useDark } from '../../app/preferences';
import type { Score } from '../../api/contract';
import { useI18n } from '../../i18n';
import { Panel } from '../../ui/Panel';
import { Empty, Skeleton } from '../../ui/Status';
import { chartFrame, tip } from '../../charts/chartOption';
import { lineColor } from '../../charts/palette';
import { Meter, PARTS } from './Score';

const Chart = lazy(() => import('../../charts/Chart'));

/** The quality of a data set: its parts now, and the whole over time. */
export function ScorePanel({ scores }: { scores: Score[] }) {
  const { t, f } = useI18n();
  const dark = useDark();
  const score = scores.at(-1);
  const option = useMemo(() => {
    const frame = chartFrame({
      dark, f, categories: scores.map((one) => one.scoredAt), axisLabel: (date) => f.shortDay(date),
      tooltip: (i) => tip(f.moment(scores[i]?.scoredAt ?? ''), [{ label: t('score.overall'), value: percent(scores[i]?.overall) }, ...PARTS.map((part, p) => ({ label: t(`score.${part}`), value: percent(scores[i]?.[part]), color: lineColor(p + 1, dark) }))]),
    });
    function percent(share: number | null | undefined) {
      return share === null || share === undefined ? '–' : f.percent(share, 1);
    }
    const line = (key: 'overall' | (typeof PARTS)[number], position: number) => ({
      type: 'line', data: scores.map((one) => one[key]), showSymbol: scores.length < 12, symbolSize: 5, lineStyle: { width: key === 'overall' ? 2.4 : 1.2, color: lineColor(position, dark) }, itemStyle: { color: lineColor(position, dark) },
    });
    return { ...frame, yAxis: { ...frame.yAxis, max: 1, minInterval: 0, axisLabel: { ...frame.yAxis.axisLabel, formatter: (value: number) => f.percent(value) } }, series: [line('overall', 0), ...PARTS.map((part, i) => line(part, i + 1))] };
  }, [scores, dark, f, t]);
  return (
    <Panel title={t('dataset.quality')}>
      {score ? <div className="meters">
        <p className="score-overall"><b>{score.overall === null ? '–' : f.percent(score.overall)}</b> <span className="muted">{t('score.overall')}</span></p>
        {PARTS.map((part) => <Meter key={part} label={t(`score.${part}`)} share={score[part]} />)}
        {scores.length > 1 && <Suspense fallback={<Skeleton height={120} />}><Chart option={option} height={120} description={t('score.description')} /></Suspense>}
      </div> : <Empty title={t('score.none')} />}
    </Panel>
  );
}
