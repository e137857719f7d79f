import { useApi } from '../../api/cache';
import { path } from '../../api/client';
import type { Alarm, AlarmOverview, Page } from '../../api/contract';
import { useMay } from '../../app/session';
import { useI18n } from '../../i18n';
import { Link } from '../../ui/Link';
import { Panel } from '../../ui/Panel';
import { Loaded, Skeleton } from '../../ui/Status';
import { SeverityMark } from './Badges';
import './alarms.css';

const SHOWN = 3;

/** The gravest open alarms of a region, for other pages. */
export function AlarmCard({ region }: { region: string }) {
  const { t } = useI18n();
  const may = useMay();
  const readable = may('alarms:read');
  const overview = useApi<AlarmOverview>(readable ? path('/alarms/overview', { region }) : null, { keep: true });
  const alarms = useApi<Page<Alarm>>(readable ? path('/alarms', { region, open: true, limit: SHOWN }) : null, { keep: true });
  if (!readable) return null;
  return (
    <Panel title={t('card.alarms')} className="alarm-card" actions={<Link className="small" to={path('/alarms', { region })}>{t('card.all')}</Link>}>
      <Loaded query={alarms} skeleton={<Skeleton rows={3} />}>
        {({ items }) => items.length === 0 ? <p className="muted">{t('card.none')}</p> : <>
          <p><strong>{t('alarms.count', { n: overview.data?.all ?? items.length })}</strong></p>
          <ul>{items.map((alarm) => <CardRow key={alarm.id} alarm={alarm} />)}</ul>
        </>}
      </Loaded>
    </Panel>
  );
}

function CardRow({ alarm }: { alarm: Alarm }) {
  const { f, say } = useI18n();
  return (
    <li>
      <Link to={`/alarms/${alarm.id}`}>{say(alarm.regionName)}</Link>
      <span className="muted small">{say(alarm.title)} · {f.shortDay(alarm.lastDate)}</span>
      <SeverityMark severity={alarm.severity} />
    </li>
  );
}
