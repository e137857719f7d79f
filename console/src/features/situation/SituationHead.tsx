import { useI18n } from '../../i18n';
import { Link } from '../../ui/Link';
import { Select } from '../../ui/Field';
import { RegionSearch } from '../regions/RegionSearch';
import type { Situation } from './useSituation';

const SHOWN_VINTAGES = 60;

/** Where and what: the way down from the world, the indicator, and the vintage of the knowledge. */
export function SituationHead({ situation, withVintages = true }: { situation: Situation; withVintages?: boolean }) {
  const { t, f, say } = useI18n();
  const region = situation.here;
  const vintages = situation.summary.data?.asOfDates ?? [];
  return (
    <header className="page-head">
      <div className="page-title">
        <nav aria-label={t('situation.where')}>
          <ol className="breadcrumbs">
            {situation.ancestors.map((ancestor) => <li key={ancestor.code}><Link to={situation.href({ region: ancestor.code })}>{say(ancestor.name)}</Link></li>)}
            <li aria-current="page" className="small">{region && t(`level.${region.level}`)}</li>
          </ol>
        </nav>
        <h1>{say(region?.name)}{region?.population ? <span className="head-population">{t('situation.people', { count: f.compact(region.population) })}</span> : null}</h1>
      </div>
      <div className="situation-controls">
        <RegionSearch label={t('situation.goto')} onPick={(code) => situation.set({ region: code })} />
        {situation.indicators.length > 0 && (
          <Select label={t('situation.indicator')} value={situation.indicator?.key ?? ''} onChange={(indicator) => situation.set({ indicator })}
            choices={situation.indicators.map(({ key, title }) => ({ value: key, label: say(title) }))} />
        )}
        {withVintages && vintages.length > 0 && (
          <Select label={t('situation.vintage')} value={situation.asOf ?? ''} onChange={(asOf) => situation.set({ asOf })}
            choices={[{ value: '', label: t('situation.vintage.latest') }, ...vintages.slice(0, SHOWN_VINTAGES).map((moment) => ({ value: moment, label: f.moment(moment) }))]} />
        )}
      </div>
    </header>
  );
}
