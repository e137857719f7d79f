import { useState } from 'react';
import { useApi, useChange } from '../../api/cache';
import type { ApiKey } from '../../api/contract';
import { useI18n } from '../../i18n';
import { Button } from '../../ui/Button';
import { DataTable, type TableColumn } from '../../ui/DataTable';
import { Panel } from '../../ui/Panel';
import { Empty, Loaded, ProblemNote, Skeleton } from '../../ui/Status';
import { Tag } from '../../ui/Tag';
import { listed } from '../situation/useSituation';
import { KeyForm } from './KeyForm';

/** Keys with which programs sign in. */
export function KeyList() {
  const { t, f } = useI18n();
  const [making, setMaking] = useState(false);
  const keys = useApi<{ items: ApiKey[] } | ApiKey[]>('/keys');
  const revoke = useChange<string>((id) => ({ path: `/keys/${encodeURIComponent(id)}`, method: 'DELETE' }), ['/keys']);
  const moment = (value: string | null) => (value ? f.moment(value) : '–');
  const columns: TableColumn<ApiKey>[] = [
    { key: 'name', title: t('key.name'), header: true, cell: (key) => <>{key.name}<div className="small muted">{key.username}</div></> },
    { key: 'permissions', title: t('role.permissions'), cell: (key) => <span className="row">{key.permissions.map((permission) => <Tag key={permission}><code>{permission}</code></Tag>)}</span> },
    { key: 'created', title: t('key.created'), wideOnly: true, cell: (key) => <>{moment(key.createdAt)}<div className="small muted">{key.createdBy}</div></> },
    { key: 'expires', title: t('key.expires'), cell: (key) => (key.expiresAt ? f.day(key.expiresAt) : t('key.never')) },
    { key: 'used', title: t('key.used'), wideOnly: true, cell: (key) => moment(key.lastUsedAt) },
    { key: 'actions', title: <span className="visually-hidden">{t('table.actions')}</span>, cell: (key) => <Button kind="danger" onClick={() => revoke.mutate(key.id)}>{t('key.revoke')}</Button> },
  ];
  return (
    <Panel title={t('admin.keys')} flush actions={<Button icon="plus" kind="primary" onClick={() => setMaking(true)}>{t('key.new')}</Button>}>
      {revoke.error && <ProblemNote problem={revoke.error} />}
      <Loaded query={keys} skeleton={<div className="pad"><Skeleton rows={4} /></div>}>
        {(answer) => listed(answer).length === 0 ? <div className="pad"><Empty title={t('key.empty')}>{t('key.empty.why')}</Empty></div> : <DataTable caption={t('admin.keys')} columns={columns} rows={listed(answer)} rowKey={(key) => key.id} />}
      </Loaded>
      {making && <KeyForm onClose={() => setMaking(false)} />}
    </Panel>
  );
}
