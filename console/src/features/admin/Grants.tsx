import type { RoleGrant } from '../../api/contract';
import { useI18n } from '../../i18n';
import { Tag } from '../../ui/Tag';
import { useRoleName } from './useRoleName';

/** Roles held, each with where it holds. */
export function Grants({ grants }: { grants: RoleGrant[] }) {
  const { t } = useI18n();
  const name = useRoleName();
  return <span className="row">{grants.map(({ role, region }) => <Tag key={role + region}>{name(role)} · {region ?? t('role.everywhere')}</Tag>)}</span>;
}
