import type { Permission, Role, User } from '../../api/contract';

/** What an account may do by its roles, each permission once, in order. */
export function permissionsOf(user: Pick<User, 'roles'>, roles: readonly Role[]): Permission[] {
  const held = new Set(user.roles.map((grant) => grant.role));
  return [...new Set(roles.filter((role) => held.has(role.name)).flatMap((role) => role.permissions))].sort();
}
