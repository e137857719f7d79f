import { useMemo, useState } from 'react';
import { useI18n } from '../../i18n';
import { Button } from '../../ui/Button';
import { DataTable } from '../../ui/DataTable';
import { dayOf } from './treeTicks';
import type { TreeLayout } from './treeLayout';
import type { TreeAnswer } from './types';

const PAGE = 100;

interface Row {
  node: number;
  tip: number;
}

interface Props {
  answer: TreeAnswer;
  layout: TreeLayout;
  found: ReadonlySet<number> | null;
  onPick: (genome: number) => void;
}

/** The tips in the order of the tree, for those who do not see it. */
export function TreeTable({ answer, layout, found, onPick }: Props) {
  const { t, f, say } = useI18n();
  const [shown, setShown] = useState(PAGE);
  const rows = useMemo(
    () => Array.from(layout.row, (node): Row => ({ node, tip: layout.tip[node] ?? 0 })).filter(({ tip }) => !found || found.has(tip)),
    [layout, found],
  );
  const place = (node: number) => say(answer.places[answer.place[layout.source[node] ?? 0] ?? -1]?.name);
  return (
    <div className="tree-table">
      <DataTable caption={t('tree.tableCaption')} rows={rows.slice(0, shown)} rowKey={({ tip }) => String(tip)} maxHeight={520} columns={[
        { key: 'name', title: t('genomes.name'), header: true, cell: ({ tip }) => <button type="button" className="link-button" onClick={() => onPick(answer.genome[tip] ?? 0)}>{answer.name[tip]}</button> },
        { key: 'date', title: t('genomes.date'), cell: ({ node }) => (layout.date ? f.day(dayOf(layout.date[node] ?? 0)) : '–') },
        { key: 'place', title: t('genomes.place'), cell: ({ node }) => place(node) || '–' },
        { key: 'clade', title: t('genomes.clade'), cell: ({ tip }) => answer.clades[answer.clade[tip] ?? -1] ?? '–' },
        { key: 'mutations', title: t('genomes.mutationsCount'), numeric: true, cell: ({ node }) => f.integer(layout.mutations[node] ?? 0) },
        { key: 'parent', title: t('tree.ancestor'), numeric: true, wideOnly: true, cell: ({ node }) => (layout.parent[node] ?? 0) + 1 },
      ]} />
      {rows.length > shown && <Button kind="quiet" onClick={() => setShown(shown + 5 * PAGE)}>{t('tree.more', { n: rows.length - shown })}</Button>}
    </div>
  );
}
