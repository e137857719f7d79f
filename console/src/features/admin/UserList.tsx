import { useState } from 'react';
import { useMay } from '../../app/session';
import type { User } from '../../api/contract';
import { useI18n } from '../../i18n';
import { Button } from '../../ui/Button';
import { DataTable, type TableColumn } from '../../ui/DataTable';
import { Pager, usePages } from '../../ui/Pager';
import { Panel } from '../../ui/Panel';
import { Loaded, Skeleton } from '../../ui/Status';
import { Tag } from '../../ui/Tag';
import { Grants } from './Grants';
import { UserForm } from './UserForm';

/** Who may sign in, and with which roles where. */
export function UserList() {
  const { t } = useI18n();
  const may = useMay();
  const [editing, setEditing] = useState<User | 'new' | null>(null);
  const pages = usePages<User>('/users');
  const columns: TableColumn<User>[] = [
    { key: 'name', title: t('user.name'), header: true, cell: (user) => <>{user.displayName} {user.service && <Tag tone="info">{t('user.service')}</Tag>}<div className="small muted">{user.username}</div></> },
    { key: 'roles', title: t('user.roles'), cell: (user) => <Grants grants={user.roles} /> },
    { key: 'state', title: t('user.state'), cell: (user) => user.disabled ? <Tag tone="bad">{t('user.disabled')}</Tag> : user.mustChangePassword ? <Tag tone="warn">{t('user.oneTime')}</Tag> : <Tag tone="good">{t('user.active')}</Tag> },
    ...(may('users:write') ? [{ key: 'actions', title: <span className="visually-hidden">{t('table.actions')}</span>, cell: (user: User) => <Button onClick={() => setEditing(user)}>{t('action.edit')}</Button> }] : []),
  ];
  return (
    <Panel title={t('admin.users')} flush actions={may('users:write') && <Button icon="plus" kind="primary" onClick={() => setEditing('new')}>{t('user.new')}</Button>}>
      <Loaded query={pages} skeleton={<div className="pad"><Skeleton rows={5} /></div>}>
        {(page) => <><DataTable caption={t('admin.users')} columns={columns} rows={page.items} rowKey={(user) => user.username} /><div className="pad"><Pager pages={pages} /></div></>}
      </Loaded>
      {editing && <UserForm user={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
    </Panel>
  );
}
