import { useApi } from '../../api/cache';
import type { Alarm, AlarmStep } from '../../api/contract';
import { useI18n } from '../../i18n';
import { Icon } from '../../ui/Icon';
import { Link } from '../../ui/Link';
import { PageHead } from '../../ui/Panel';
import { Loaded, Skeleton } from '../../ui/Status';
import { ActionPanel } from './ActionPanel';
import { AlarmChartPanel } from './AlarmChartPanel';
import { AlarmHistory } from './AlarmHistory';
import { SeverityMark, StateTag } from './Badges';
import { ClusterMap } from './ClusterMap';
import { EvidencePanel } from './EvidencePanel';
import { placesOf } from './evidence';

/** One alarm: what was seen, what speaks for it, what was decided. */
export function AlarmPage({ id }: { id: string }) {
  const alarm = useApi<Alarm>(`/alarms/${encodeURIComponent(id)}`);
  return <Loaded query={alarm} skeleton={<Skeleton height={420} />}>{(found) => <AlarmView alarm={found} />}</Loaded>;
}

function AlarmView({ alarm }: { alarm: Alarm }) {
  const { t, say } = useI18n();
  const steps = useApi<AlarmStep[]>(`/alarms/${alarm.id}/steps`, { keep: true });
  const places = placesOf(alarm);
  return (
    <>
      <PageHead title={<>{say(alarm.regionName)}</>} note={say(alarm.title)} actions={<span className="alarm-badges"><SeverityMark severity={alarm.severity} /><StateTag state={alarm.state} /></span>}>
        <Link className="back-link small" to="/alarms"><Icon name="back" size={12} />{t('alarm.back')}</Link>
      </PageHead>
      {!alarm.present && <p className="alarm-gone" role="note"><Icon name="warning" /><span><strong>{t('alarm.gone')}.</strong> {t('alarm.gone.why')}</span></p>}
      <div className="alarm-grid">
        <div className="stack">
          <AlarmChartPanel alarm={alarm} />
          {places.length > 0 && <ClusterMap places={places} />}
        </div>
        <div className="stack">
          <ActionPanel alarm={alarm} />
          <EvidencePanel alarm={alarm} />
          <AlarmHistory steps={steps.data ?? []} />
        </div>
      </div>
    </>
  );
}
