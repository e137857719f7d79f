import { useApi } from '../../api/cache';
import { path } from '../../api/client';
import type { Figure } from '../../api/contract';
import { useI18n } from '../../i18n';
import { AsOf } from '../../ui/AsOf';
import { Icon } from '../../ui/Icon';
import { Loaded, Skeleton } from '../../ui/Status';
import { showMeasure } from './measures';
import type { Situation } from './useSituation';

function Change({ figure }: { figure: Figure }) {
  const { t, f } = useI18n();
  if (figure.change === null) return <span className="muted">{t('figure.noChange')}</span>;
  const direction = figure.change > 0 ? 'rise' : figure.change < 0 ? 'fall' : 'still';
  return (
    <span className={`change ${direction}`} title={t('figure.week')}>
      {direction !== 'still' && <Icon name={direction === 'rise' ? 'up' : 'fall'} size={11} />}
      {f.signed(figure.change)}
      {figure.changePercent !== null && direction !== 'still' && <> ({figure.changePercent > 0 ? '+' : ''}{f.percent(figure.changePercent)})</>}
    </span>
  );
}

/** The figures of one indicator: each measure with its change on the week before, then what they rest on. */
function IndicatorCard({ figures }: { figures: [Figure, ...Figure[]] }) {
  const { t, f, say } = useI18n();
  const [first] = figures;
  return (
    <div>
      <dt>{say(first.title)}</dt>
      {figures.map((figure) => (
        <dd key={figure.measure} className="figure-line">
          <b>{showMeasure(f, figure.measure, figure.value)}</b>
          <span className="muted">{t(`measure.${figure.measure}`)}</span>
          <Change figure={figure} />
        </dd>
      ))}
      {first.per100k !== null && <dd className="figure-line muted">{t('figure.per100k', { rate: f.rate(first.per100k) })}</dd>}
      <dd className="figure-source"><AsOf of={first} short /></dd>
    </div>
  );
}

/** The figures of a region on a day, one card an indicator. */
export function KeyFigures({ situation, date }: { situation: Situation; date: string }) {
  const { t } = useI18n();
  const figures = useApi<{ figures: Figure[] }>(path('/situation/figures', { region: situation.code, date, asOf: situation.asOf }), { keep: true });
  return (
    <section className="figures panel" aria-label={t('figure.title')}>
      <Loaded query={figures} skeleton={<div className="figures-skeleton"><Skeleton height={96} /></div>}>
        {(answer) => <dl>{byIndicator(answer.figures).map((group) => <IndicatorCard key={group[0].indicator} figures={group} />)}</dl>}
      </Loaded>
    </section>
  );
}

function byIndicator(figures: readonly Figure[]): [Figure, ...Figure[]][] {
  const groups = new Map<string, [Figure, ...Figure[]]>();
  for (const figure of figures) {
    const group = groups.get(figure.indicator);
    if (group) group.push(figure);
    else groups.set(figure.indicator, [figure]);
  }
  return [...groups.values()];
}
