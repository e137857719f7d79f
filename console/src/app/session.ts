import { useApi } from '../api/cache';
import type { Me, Permission, SessionAnswer } from '../api/contract';

export const SESSION = '/session';

/** Who is signed in; null when nobody is. */
export function useSession() {
  return useApi<SessionAnswer>(SESSION, { staleMs: 60_000 });
}

/** Whether the person may do this. The platform decides anyway; the console only leaves out what would be refused. */
export function useMay(): (permission: Permission) => boolean {
  const me = useSession().data?.user;
  return (permission) => may(me, permission);
}

export function may(me: Me | null | undefined, permission: Permission): boolean {
  return me?.permissions.includes(permission) ?? false;
}
