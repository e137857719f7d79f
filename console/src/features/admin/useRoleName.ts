import { useI18n, type Key } from '../../i18n';

const NAMES: Record<string, Extract<Key, `role.name.${string}`>> = {
  viewer: 'role.name.viewer', analyst: 'role.name.analyst', 'case-worker': 'role.name.caseWorker',
  'data-steward': 'role.name.dataSteward', administrator: 'role.name.administrator', auditor: 'role.name.auditor',
};

/** The name of a role; one made on this platform keeps its key. */
export function useRoleName(): (role: string) => string {
  const { t } = useI18n();
  return (role) => (NAMES[role] ? t(NAMES[role]) : role);
}
