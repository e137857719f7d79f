import { useMemo } from 'react';
import { useApi } from '../../api/cache';
import type { Standard, StandardField } from '../../api/contract';

/** A standard with its fields by name: titles and code lists come from it, never from the console. */
export function useStandard(key: string | null) {
  const answer = useApi<Standard>(key && `/standards/${encodeURIComponent(key)}`, { staleMs: Infinity });
  return useMemo(() => {
    const fields = answer.data?.fields ?? [];
    const byName = new Map(fields.map((field) => [field.name, field]));
    return { answer, standard: answer.data?.standard, fields, find: (name: string): StandardField | undefined => byName.get(name) };
  }, [answer.data, answer.error, answer.isPending]);
}
