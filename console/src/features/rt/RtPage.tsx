import { useI18n } from '../../i18n';
import { Empty, ProblemNote, Skeleton } from '../../ui/Status';
import { SituationHead } from '../situation/SituationHead';
import { useSituation } from '../situation/useSituation';
import '../situation/situation.css';
import '../forecast/forecast.css';
import { ParameterPanel } from './ParameterPanel';
import { RtAnswer } from './RtAnswer';
import { RtCurvePanel } from './RtCurvePanel';
import { RtMapPanel } from './RtMapPanel';
import { RtTable } from './RtTable';
import { InfectionPanel } from './InfectionPanel';
import { useRt } from './useRt';

/** Is it rising, how sure is that, and where? */
export default function RtPage() {
  const { t } = useI18n();
  const situation = useSituation();
  const rt = useRt(situation);
  const failed = situation.settings.error ?? situation.region.error ?? situation.summary.error;
  if (failed) return <ProblemNote problem={failed} retry={() => { void situation.settings.refetch(); void situation.region.refetch(); void situation.summary.refetch(); }} />;
  if (!situation.here || !situation.summary.data) return <Skeleton height={420} />;
  if (!situation.indicator) return <><SituationHead situation={situation} /><Empty title={t('situation.empty')}>{t('situation.empty.why')}</Empty></>;
  return (
    <>
      <SituationHead situation={situation} />
      <RtAnswer situation={situation} rt={rt} />
      <div className="situation-grid">
        <div className="stack">
          <RtMapPanel situation={situation} rt={rt} />
          <RtTable situation={situation} rt={rt} />
        </div>
        <div className="stack">
          <RtCurvePanel situation={situation} rt={rt} />
          <InfectionPanel situation={situation} rt={rt} />
          <ParameterPanel situation={situation} rt={rt} />
        </div>
      </div>
    </>
  );
}
