import { useState } from 'react';
import { useApi } from '../../api/cache';
import type { AlarmRule } from '../../api/contract';
import { useMay } from '../../app/session';
import { useI18n } from '../../i18n';
import { Button } from '../../ui/Button';
import { DataTable, type TableColumn } from '../../ui/DataTable';
import { Panel } from '../../ui/Panel';
import { Empty, Loaded, Skeleton } from '../../ui/Status';
import { Tag } from '../../ui/Tag';
import { isMethod } from './evidence';
import { RuleEditor } from './RuleEditor';
import { useRegionName } from './useRegionName';

const NOTES = ['no-series', 'no-places', 'too-many-cases'] as const;

/** The rules that raise alarms on series, how each was evaluated last, and the way to change one. */
export function RuleList() {
  const { t, f, say } = useI18n();
  const may = useMay();
  const [editing, setEditing] = useState<AlarmRule | 'new' | null>(null);
  const rules = useApi<AlarmRule[]>('/alarm-rules');
  const change = may('alarms:write');
  const last = ({ lastEvaluation: done }: AlarmRule) => {
    if (!done) return <span className="muted">{t('rules.never')}</span>;
    const note = NOTES.find((one) => one === done.note);
    return (
      <span className="alarm-name"><span className="nowrap">{f.moment(done.at)}</span>
        <span className="small muted">{note ? t(`rules.note.${note}`) : t('rules.result', { n: done.assessed })}{!note && done.unassessed > 0 && <> · {t('rules.unassessed', { n: done.unassessed })}</>}</span>
      </span>
    );
  };
  const columns: TableColumn<AlarmRule>[] = [
    { key: 'name', title: t('rules.col.name'), header: true, cell: (row) => <span className="rule-name">{say(row.definition.title)}</span> },
    { key: 'method', title: t('rules.col.method'), wideOnly: true, cell: ({ definition: { method } }) => (isMethod(method) ? t(`method.${method}`) : method) },
    { key: 'threshold', title: t('rules.col.threshold'), numeric: true, cell: (row) => row.definition.threshold ?? <span className="muted">{t('rules.usual')}</span> },
    { key: 'region', title: t('rules.col.region'), wideOnly: true, cell: (row) => <RegionName code={row.definition.region} /> },
    { key: 'last', title: t('rules.col.last'), wideOnly: true, cell: last },
    { key: 'state', title: t('rules.col.state'), cell: (row) => <Tag tone={row.active ? 'good' : 'plain'}>{t(row.active ? 'rules.active' : 'rules.asleep')}</Tag> },
    ...(change ? [{ key: 'actions', title: <span className="visually-hidden">{t('table.actions')}</span>, cell: (row: AlarmRule) => <Button kind="quiet" aria-label={`${t('action.edit')}: ${say(row.definition.title)}`} onClick={() => setEditing(row)}>{t('action.edit')}</Button> }] : []),
  ];
  return (
    <Panel title={t('rules.title')} flush footer={<span>{t('rules.note')}</span>} actions={change && <Button icon="plus" onClick={() => setEditing('new')}>{t('rules.new')}</Button>}>
      <Loaded query={rules} skeleton={<div className="pad"><Skeleton rows={5} /></div>}>
        {(all) => all.length === 0 ? <div className="pad"><Empty title={t('rules.empty')}>{t('rules.empty.why')}</Empty></div>
          : <DataTable caption={t('rules.title')} columns={columns} rows={all} rowKey={(row) => String(row.id)} />}
      </Loaded>
      {editing && <RuleEditor rule={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
    </Panel>
  );
}

function RegionName({ code }: { code: string }) {
  return <>{useRegionName(code)}</>;
}
