import type { ComponentType } from 'react';
import type { Permission } from '../../api/contract';
import { segments, usePlace } from '../../app/router';
import { useMay } from '../../app/session';
import { useI18n, type PlainKey } from '../../i18n';
import { PageHead } from '../../ui/Panel';
import { Empty } from '../../ui/Status';
import { Tabs } from '../../ui/Tabs';
import { AuditList } from './AuditList';
import { KeyList } from './KeyList';
import { RoleList } from './RoleList';
import { SettingsForm } from './SettingsForm';
import { UserList } from './UserList';
import './admin.css';

interface Part {
  key: string;
  title: PlainKey;
  permission: Permission;
  page: ComponentType;
}

const PARTS: readonly Part[] = [
  { key: 'users', title: 'admin.users', permission: 'users:read', page: UserList },
  { key: 'roles', title: 'admin.roles', permission: 'users:read', page: RoleList },
  { key: 'keys', title: 'admin.keys', permission: 'keys:write', page: KeyList },
  { key: 'settings', title: 'admin.settings', permission: 'settings:write', page: SettingsForm },
  { key: 'audit', title: 'admin.audit', permission: 'audit:read', page: AuditList },
];

export default function AdminRoom() {
  const { t } = useI18n();
  const may = useMay();
  const { path } = usePlace();
  const open = PARTS.filter((part) => may(part.permission));
  const [key = open[0]?.key] = segments(path, '/admin');
  const current = open.find((part) => part.key === key);
  return (
    <>
      <PageHead title={t('nav.admin')} />
      <Tabs label={t('nav.admin')} tabs={open.map((part) => ({ to: `/admin/${part.key}`, label: t(part.title), current: part === current }))} />
      {current ? <current.page /> : <Empty title={t('state.noPage')} />}
    </>
  );
}
