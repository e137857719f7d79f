import { useState } from 'react';
import { useApi } from '../../api/cache';
import type { Role, RoleGrant } from '../../api/contract';
import { useI18n } from '../../i18n';
import { Button, IconButton } from '../../ui/Button';
import { Select } from '../../ui/Field';
import { RegionSearch } from '../regions/RegionSearch';
import { listed } from '../situation/useSituation';
import { useRoleName } from './useRoleName';

/** Which roles, and where each holds: a role is added for a region with all below it, or for everywhere. */
export function GrantEditor({ grants, onChange }: { grants: RoleGrant[]; onChange: (grants: RoleGrant[]) => void }) {
  const { t, say } = useI18n();
  const name = useRoleName();
  const roles = listed(useApi<{ items: Role[] } | Role[]>('/roles', { staleMs: Infinity }).data);
  const [role, setRole] = useState('viewer');
  const add = (region: string | null) => {
    if (!grants.some((grant) => grant.role === role && grant.region === region)) onChange([...grants, { role, region }]);
  };
  return (
    <fieldset className="grants">
      <legend>{t('user.roles')}</legend>
      <ul>
        {grants.map((grant) => (
          <li key={grant.role + grant.region}><span>{name(grant.role)} · {grant.region ?? t('role.everywhere')}</span><IconButton icon="close" label={t('user.removeRole', { role: name(grant.role) })} onClick={() => onChange(grants.filter((other) => other !== grant))} /></li>
        ))}
      </ul>
      <div className="grant-add">
        <Select label={t('user.role')} value={role} onChange={setRole} choices={roles.map((one) => ({ value: one.name, label: say(one.title) || one.name }))} />
        <RegionSearch label={t('user.forRegion')} onPick={(code) => add(code)} />
        <Button icon="plus" onClick={() => add(null)}>{t('user.forEverywhere')}</Button>
      </div>
    </fieldset>
  );
}
