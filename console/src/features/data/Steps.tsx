import { useI18n } from '../../i18n';

const STEPS = ['wizard.step.file', 'wizard.step.mapping', 'wizard.step.try'] as const;

export function Steps({ current }: { current: number }) {
  const { t } = useI18n();
  return <ol className="steps">{STEPS.map((step, i) => <li key={step} aria-current={i === current ? 'step' : undefined} className={i < current ? 'done' : undefined}><span>{i + 1}</span>{t(step)}</li>)}</ol>;
}
