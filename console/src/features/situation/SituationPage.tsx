import { useState } from 'react';
import { useI18n } from '../../i18n';
import { Empty, ProblemNote, Skeleton } from '../../ui/Status';
import { AlarmCard } from '../alarms/AlarmCard';
import { CurvePanel } from './CurvePanel';
import { KeyFigures } from './KeyFigures';
import { MapPanel } from './MapPanel';
import { Notes } from './Notes';
import { RegionTable } from './RegionTable';
import { SeriesPanel } from './SeriesPanel';
import { SituationHead } from './SituationHead';
import { TimeStrip } from './TimeStrip';
import { useSituation } from './useSituation';
import { useSettled } from './useSettled';
import './situation.css';
import '../../charts/swatches.css';

export default function SituationPage() {
  const { t } = useI18n();
  const situation = useSituation();
  const [shown, setShown] = useState<string | null>(null);
  const date = shown ?? situation.date;
  const settled = useSettled(date);
  const failed = situation.settings.error ?? situation.region.error ?? situation.summary.error;
  if (failed) return <ProblemNote problem={failed} retry={() => { void situation.settings.refetch(); void situation.region.refetch(); void situation.summary.refetch(); }} />;
  if (!situation.here || !situation.summary.data) return <Skeleton height={420} />;
  const ready = situation.indicator && date && situation.first && situation.last;
  const commit = (next: string) => {
    setShown(null);
    situation.set({ date: next === situation.last ? null : next }, { replace: true });
  };
  return (
    <>
      <SituationHead situation={situation} />
      {!ready ? (
        <Empty title={t('situation.empty')}>{t('situation.empty.why')}</Empty>
      ) : (
        <>
          <KeyFigures situation={situation} date={settled ?? date} />
          <TimeStrip situation={situation} date={date} onMove={setShown} onSettle={commit} />
          <div className="situation-grid">
            <div className="stack">
              <MapPanel situation={situation} date={date} />
              <RegionTable situation={situation} date={settled ?? date} />
            </div>
            <div className="stack">
              {situation.code && <AlarmCard region={situation.code} />}
              <CurvePanel situation={situation} date={settled ?? date} />
              <SeriesPanel situation={situation} date={settled ?? date} />
              <Notes situation={situation} />
            </div>
          </div>
        </>
      )}
    </>
  );
}
