import { useMemo } from 'react';
import { preference, usePreference } from '../../app/preferences';
import { useApi } from '../../api/cache';
import type { CaseRow, StandardField } from '../../api/contract';
import { useI18n } from '../../i18n';
import { useStandard } from '../standards/useStandard';

/** A column of the line list: its heading, its value in a row, and the field of the standard that explains the value. */
export interface CaseColumn {
  name: string;
  title: string;
  value: (row: CaseRow) => unknown;
  field: StandardField | undefined;
  numeric?: boolean;
}

/** Columns every case has, with the field of the standard behind each. */
const BASE = [
  ['classification', 'classification'], ['outcome', 'outcome'], ['sex', 'sex'], ['ageYears', 'age'], ['region', 'region'],
  ['onsetDate', 'date_onset'], ['reportDate', 'date_report'], ['source', 'source'],
] as const;
const IN_BASE: ReadonlySet<string> = new Set(['case_id', ...BASE.map(([, field]) => field)]);
const DEFAULT = 'classification,outcome,sex,ageYears,region,onsetDate,reportDate';
const chosen = preference<string>('case-columns', () => DEFAULT, (value): value is string => value.length > 0);

/** The columns of the line list: which there are, which this browser's user wants to see. */
export function useColumns() {
  const { t, say } = useI18n();
  const names = usePreference(chosen);
  const answer = useApi<string[]>('/cases/columns', { staleMs: 300_000 });
  const { find } = useStandard('case');
  return useMemo(() => {
    const base = BASE.map(([name, field]): CaseColumn => ({ name, title: t(`column.${name}`), field: find(field), value: (row) => row[name], numeric: name === 'ageYears' }));
    const others = (answer.data ?? []).filter((name) => !IN_BASE.has(name)).map((name): CaseColumn => {
      const field = find(name);
      return { name, title: say(field?.label) || name, field, value: (row) => row.fields[name] };
    });
    const all = [...base, ...others];
    const wanted = names.split(',');
    return {
      all,
      shown: all.filter((column) => wanted.includes(column.name)),
      find,
      toggle: (name: string) => {
        const next = wanted.includes(name) ? wanted.filter((other) => other !== name) : [...wanted, name];
        if (next.length > 0) chosen.set(next.join(','));
      },
      reset: () => chosen.set(DEFAULT),
    };
  }, [answer.data, names, find, t, say]);
}

export type Columns = ReturnType<typeof useColumns>;
