import type { AlarmAction, AlarmState } from '../../api/contract';

/** What can be done in a state, the usual next step first. The platform decides anyway. */
export function actionsIn(state: AlarmState): AlarmAction[] {
  const steps: Record<AlarmState, AlarmAction[]> = { signal: ['check'], checked: ['confirm', 'drop'], confirmed: ['reopen'], dropped: ['reopen'] };
  return [...steps[state], 'assign', 'note'];
}
