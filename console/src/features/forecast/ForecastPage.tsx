import { useI18n } from '../../i18n';
import { Empty, ProblemNote, Skeleton } from '../../ui/Status';
import { SituationHead } from '../situation/SituationHead';
import { useSituation } from '../situation/useSituation';
import '../situation/situation.css';
import { FanPanel } from './FanPanel';
import { HubPanel } from './HubPanel';
import { MakeForecast } from './MakeForecast';
import { MethodPanel } from './MethodPanel';
import { OutlookPanel } from './OutlookPanel';
import { PastPanel } from './PastPanel';
import { ScorePanel } from './ScorePanel';
import { useForecasts } from './useForecasts';
import './forecast.css';

/** What comes next, how sure that is, and how good such forecasts have been. */
export default function ForecastPage() {
  const { t } = useI18n();
  const situation = useSituation();
  const forecasts = useForecasts(situation);
  const failed = situation.settings.error ?? situation.region.error ?? situation.summary.error ?? forecasts.list.error;
  if (failed) return <ProblemNote problem={failed} retry={() => { void situation.settings.refetch(); void situation.region.refetch(); void situation.summary.refetch(); void forecasts.list.refetch(); }} />;
  if (!situation.here || !situation.summary.data) return <Skeleton height={420} />;
  if (!situation.indicator) {
    return <><SituationHead situation={situation} withVintages={false} /><Empty title={t('situation.empty')}>{t('situation.empty.why')}</Empty></>;
  }
  return (
    <>
      <SituationHead situation={situation} withVintages={false} />
      <OutlookPanel situation={situation} forecasts={forecasts}><MakeForecast situation={situation} forecasts={forecasts} /></OutlookPanel>
      <div className="forecast-grid">
        <div className="stack">
          <FanPanel situation={situation} forecasts={forecasts} />
          <MethodPanel />
        </div>
        <div className="stack">
          <ScorePanel situation={situation} forecasts={forecasts} />
          <PastPanel situation={situation} forecasts={forecasts} />
          <HubPanel situation={situation} forecasts={forecasts} />
        </div>
      </div>
    </>
  );
}
