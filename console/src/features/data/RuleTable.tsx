import type { RuleCount } from '../../api/contract';
import { useI18n } from '../../i18n';
import { DataTable, type TableColumn } from '../../ui/DataTable';
import { Panel } from '../../ui/Panel';
import { Tag } from '../../ui/Tag';

/** The sentence of a rule is a pattern for its rows; over all of them, values are left out and names stand as dots. */
const withoutHoles = (pattern: string) => pattern.replace(/\s*[(（]\{\w+\}[)）]/g, '').replace(/\{\w+\}/g, '…');

/** Which rules spoke, how often, in words. */
export function RuleTable({ rules }: { rules: RuleCount[] }) {
  const { t, f, say } = useI18n();
  const isError = (rule: RuleCount) => rule.severity.toLowerCase() === 'error';
  const columns: TableColumn<RuleCount>[] = [
    { key: 'text', title: t('rule.text'), header: true, cell: (rule) => <>{withoutHoles(say(rule.text)) || rule.code}<div className="small muted">{withoutHoles(say(rule.todo))} <code>{rule.code}</code></div></> },
    { key: 'severity', title: t('rule.severity'), cell: (rule) => <Tag tone={isError(rule) ? 'bad' : 'warn'}>{t(isError(rule) ? 'rule.error' : 'rule.warning')}</Tag> },
    { key: 'count', title: t('rule.count'), numeric: true, cell: (rule) => f.integer(rule.count) },
  ];
  return <Panel title={t('import.rules')} flush><DataTable caption={t('import.rules')} columns={columns} rows={[...rules].sort((a, b) => Number(isError(b)) - Number(isError(a)) || b.count - a.count)} rowKey={(rule) => rule.code + rule.severity} /></Panel>;
}
