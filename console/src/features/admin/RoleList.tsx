import { useApi } from '../../api/cache';
import type { Role } from '../../api/contract';
import { useI18n } from '../../i18n';
import { DataTable, type TableColumn } from '../../ui/DataTable';
import { Panel } from '../../ui/Panel';
import { Loaded, Skeleton } from '../../ui/Status';
import { Tag } from '../../ui/Tag';
import { listed } from '../situation/useSituation';

export function RoleList() {
  const { t, say } = useI18n();
  const roles = useApi<{ items: Role[] } | Role[]>('/roles', { staleMs: Infinity });
  const columns: TableColumn<Role>[] = [
    { key: 'name', title: t('user.role'), header: true, cell: (role) => <span className="nowrap">{say(role.title) || role.name}</span> },
    { key: 'permissions', title: t('role.permissions'), cell: (role) => <span className="row">{role.permissions.map((permission) => <Tag key={permission}><code>{permission}</code></Tag>)}</span> },
  ];
  return (
    <Panel title={t('admin.roles')} flush footer={t('role.note')}>
      <Loaded query={roles} skeleton={<div className="pad"><Skeleton rows={6} /></div>}>
        {(answer) => <DataTable caption={t('admin.roles')} columns={columns} rows={listed(answer)} rowKey={(role) => role.name} />}
      </Loaded>
    </Panel>
  );
}
