import type { AlarmStep } from '../../api/contract';
import { useI18n } from '../../i18n';
import { Panel } from '../../ui/Panel';

const ACTIONS = ['raised', 'continued', 'gone', 'returned', 'checked', 'confirmed', 'dropped', 'reopened', 'noted'] as const;

const figureOf = (step: AlarmStep, name: string): number | null => {
  const value: unknown = step.detail[name];
  return typeof value === 'number' ? value : null;
};

/** Every step in the life of an alarm, newest first: who, when, why. */
export function AlarmHistory({ steps }: { steps: readonly AlarmStep[] }) {
  const { t } = useI18n();
  return (
    <Panel title={t('alarm.history')}>
      <ol className="alarm-life">
        {[...steps].reverse().map((step, i) => <Step key={`${step.at}-${i}`} step={step} />)}
      </ol>
    </Panel>
  );
}

function Step({ step }: { step: AlarmStep }) {
  const { t, f } = useI18n();
  const system = step.actor === 'system';
  const assignee = step.detail.assignee;
  const action = ACTIONS.find((one) => one === step.action);
  const did = action ? t(`alarm.step.${action}`) : typeof assignee === 'string' && assignee ? t('alarm.step.assigned', { who: assignee }) : t('alarm.step.assigned.nobody');
  const observed = figureOf(step, 'observed');
  const show = (value: number | null) => (value === null ? '–' : f.rate(value));
  const figures = system && observed !== null && typeof step.detail.date === 'string';
  return (
    <li className={`life-${step.action}`}>
      <p><strong>{system ? t('alarm.history.system') : step.actor}</strong> {did}<time className="small muted" dateTime={step.at}>{f.moment(step.at)}</time></p>
      <p className={system ? 'small muted' : 'life-reason'}>
        {figures ? t('alarm.step.figures', { date: f.day(String(step.detail.date)), observed: show(observed), expected: show(figureOf(step, 'expected')), upper: show(figureOf(step, 'upper')) }) : step.reason}
      </p>
    </li>
  );
}
