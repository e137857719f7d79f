import type { CaseDetail } from '../../api/contract';
import { useI18n } from '../../i18n';
import { Panel } from '../../ui/Panel';
import { daysBetween } from '../../charts/days';
import { useStandard } from '../standards/useStandard';

/** What happened, in order, with the days between. */
export function CaseTimeline({ entries }: { entries: CaseDetail['timeline'] }) {
  const { t, f, say } = useI18n();
  const { find } = useStandard('case');
  if (entries.length === 0) return null;
  return (
    <Panel title={t('case.timeline')}>
      <ol className="timeline">
        {entries.map((entry, i) => {
          const before = entries[i - 1];
          return (
            <li key={entry.field} className={`event-${entry.field}`}>
              {before && <span className="timeline-gap">{t('case.days', { n: daysBetween(before.date, entry.date) })}</span>}
              <span className="timeline-dot" />
              <strong>{say(find(entry.field)?.label) || entry.field}</strong>
              <span className="muted small">{f.day(entry.date)}</span>
            </li>
          );
        })}
      </ol>
    </Panel>
  );
}
