import type { ReactNode } from 'react';
import { useApi } from '../../api/cache';
import type { Alarm, AlarmRule } from '../../api/contract';
import { useI18n, type PlainKey } from '../../i18n';
import { Link } from '../../ui/Link';
import { Panel } from '../../ui/Panel';
import { numberOf } from './evidence';

const SOURCES = ['series', 'scan', 'genome'] as const;

/** What the alarm rests on: figures, rule and version, data and vintage. */
export function EvidencePanel({ alarm }: { alarm: Alarm }) {
  const { t, f, say } = useI18n();
  const rule = useApi<AlarmRule>(alarm.rule && `/alarm-rules/${alarm.rule.id}`, { staleMs: 60_000 });
  const source = SOURCES.find((one) => one === alarm.source);
  const figure = (value: number | null) => value !== null && f.rate(value);
  const recurrence = numberOf(alarm, 'recurrenceDays');
  const rows: [PlainKey, ReactNode][] = [
    ['alarm.evidence.days', alarm.firstDate === alarm.lastDate ? f.day(alarm.lastDate) : `${f.day(alarm.firstDate)} – ${f.day(alarm.lastDate)}`],
    ['alarm.evidence.observed', figure(alarm.evidence.observed)],
    ['alarm.evidence.expected', figure(alarm.evidence.expected)],
    ['alarm.evidence.upper', figure(alarm.evidence.upper)],
    ['alarm.evidence.score', figure(alarm.evidence.score)],
    ['alarm.evidence.steps', figure(numberOf(alarm, 'flaggedSteps'))],
    ['alarm.cluster.recurrence', recurrence !== null && t('alarm.cluster.days', { n: Math.round(recurrence) })],
    ['alarm.cluster.rr', figure(numberOf(alarm, 'relativeRisk'))],
    ['alarm.evidence.source', source ? t(`alarm.source.${source}`) : alarm.source],
    ['alarm.evidence.rule', alarm.rule && <Link to="/alarms/rules">{t('alarm.evidence.ruleVersion', { name: say(rule.data?.definition.title) || `#${alarm.rule.id}`, version: alarm.rule.version })}</Link>],
    ['alarm.evidence.data', alarm.evidence.dataset],
    ['alarm.evidence.vintage', f.moment(alarm.evidence.vintage)],
    ['alarm.evidence.raised', f.moment(alarm.raisedAt)],
  ];
  return (
    <Panel title={t('alarm.evidence')}>
      <dl className="evidence">
        {rows.filter(([, value]) => value).map(([key, value]) => <div key={key}><dt>{t(key)}</dt><dd>{value}</dd></div>)}
      </dl>
    </Panel>
  );
}
