import type { TableRow } from '../../api/contract';
import type { Language } from '../../i18n';
import type { Sort } from '../../ui/DataTable';

/** Rows in the order asked for; those without a value stand last either way. */
export function sortRows(rows: readonly TableRow[], indicator: string, sort: Sort, lang: Language): TableRow[] {
  const sign = sort.descending ? -1 : 1;
  if (sort.key === 'name') {
    const collator = new Intl.Collator(lang === 'zh' ? 'zh-CN' : 'en');
    return [...rows].sort((a, b) => sign * collator.compare(a.name[lang] || a.name.en, b.name[lang] || b.name.en));
  }
  const value = (row: TableRow) => (sort.key === 'population' ? row.population : row.values[indicator]?.[sort.key]) ?? null;
  return [...rows].sort((a, b) => {
    const left = value(a);
    const right = value(b);
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return sign * (left - right);
  });
}
