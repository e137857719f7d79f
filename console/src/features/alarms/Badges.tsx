import type { AlarmSeverity, AlarmState } from '../../api/contract';
import { useI18n } from '../../i18n';
import { Tag, type Tone } from '../../ui/Tag';

const TONES: Record<AlarmState, Tone> = { signal: 'warn', checked: 'info', confirmed: 'bad', dropped: 'plain' };
const BARS: Record<AlarmSeverity, number> = { low: 1, medium: 2, high: 3 };

export function StateTag({ state }: { state: AlarmState }) {
  const { t } = useI18n();
  return <Tag tone={TONES[state]}>{t(`alarm.state.${state}`)}</Tag>;
}

/** Severity as filled bars and a word: never told by a colour alone. */
export function SeverityMark({ severity }: { severity: AlarmSeverity }) {
  const { t } = useI18n();
  return (
    <span className={`severity severity-${severity}`}>
      <span className="severity-bars" aria-hidden="true">{[1, 2, 3].map((bar) => <i key={bar} className={bar <= BARS[severity] ? 'on' : undefined} />)}</span>
      {t(`alarm.severity.${severity}`)}
    </span>
  );
}
