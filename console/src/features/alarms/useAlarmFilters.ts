import type { AlarmSeverity } from '../../api/contract';
import { navigate, usePlace, withQuery } from '../../app/router';
import { useSession } from '../../app/session';

export type Shown = 'open' | 'decided' | 'all' | 'mine';
export const SHOWN: readonly Shown[] = ['open', 'decided', 'all', 'mine'];
export const SEVERITIES: readonly AlarmSeverity[] = ['low', 'medium', 'high'];

/** What the list of alarms shows; all of it stands in the address. */
export function useAlarmFilters() {
  const place = usePlace();
  const me = useSession().data?.user?.username ?? null;
  const shown = SHOWN.find((one) => one === place.query.get('show')) ?? 'open';
  const severity = SEVERITIES.find((one) => one === place.query.get('severity')) ?? null;
  const region = place.query.get('region');
  const subject = place.query.get('subject');
  return {
    shown, severity, region, subject,
    query: {
      open: shown === 'open' ? true : shown === 'decided' ? false : null, assignedTo: shown === 'mine' ? me : null, severity, region, subject,
    },
    set: (changes: Record<string, string | null>) => navigate(withQuery(place, changes)),
    href: (changes: Record<string, string | null>) => withQuery(place, changes),
  };
}

export type AlarmFilters = ReturnType<typeof useAlarmFilters>;

const DAY_MS = 86_400_000;

/** Whole days since a moment, never below zero. */
export const daysSince = (moment: string, now: number): number => Math.max(0, Math.floor((now - Date.parse(moment)) / DAY_MS));
