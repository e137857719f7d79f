import { useState } from 'react';
import type { AuditEntry } from '../../api/contract';
import { useI18n } from '../../i18n';
import { DataTable, type TableColumn } from '../../ui/DataTable';
import { TextField } from '../../ui/Field';
import { Pager, usePages } from '../../ui/Pager';
import { Panel } from '../../ui/Panel';
import { Empty, Loaded, Skeleton } from '../../ui/Status';
import { useSettled } from '../situation/useSettled';

/** What was done, by whom, for what purpose. Entries are only ever added. */
export function AuditList() {
  const { t, f } = useI18n();
  const [actor, setActor] = useState('');
  const [action, setAction] = useState('');
  const pages = usePages<AuditEntry>('/audit', { actor: useSettled(actor.trim()), action: useSettled(action.trim()) });
  const columns: TableColumn<AuditEntry>[] = [
    { key: 'at', title: t('audit.at'), header: true, cell: (entry) => <span className="nowrap">{f.moment(entry.at)}</span> },
    { key: 'who', title: t('audit.who'), cell: (entry) => entry.actor },
    { key: 'action', title: t('audit.action'), cell: (entry) => <code>{entry.action}</code> },
    { key: 'subject', title: t('audit.subject'), cell: (entry) => entry.subject || '–' },
    { key: 'detail', title: t('audit.detail'), cell: (entry) => <span className="audit-detail small">{Object.entries(entry.detail).map(([name, value]) => `${name}: ${value}`).join(' · ')}</span> },
  ];
  return (
    <Panel title={t('admin.audit')} flush actions={<>
      <TextField hideLabel label={t('audit.who')} placeholder={t('audit.who')} type="search" value={actor} onChange={(event) => setActor(event.target.value)} />
      <TextField hideLabel label={t('audit.action')} placeholder={t('audit.action')} type="search" value={action} onChange={(event) => setAction(event.target.value)} />
    </>}>
      <Loaded query={pages} skeleton={<div className="pad"><Skeleton rows={10} /></div>}>
        {(page) => page.items.length === 0 ? <div className="pad"><Empty title={t('audit.empty')} /></div> : <><DataTable caption={t('admin.audit')} columns={columns} rows={page.items} rowKey={(entry) => String(entry.id)} /><div className="pad"><Pager pages={pages} /></div></>}
      </Loaded>
    </Panel>
  );
}
