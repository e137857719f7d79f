import { useMemo, useState } from 'react';
import { useApi } from '../../api/cache';
import { useDark } from '../../app/preferences';
import { useI18n } from '../../i18n';
import { Select, TextField } from '../../ui/Field';
import { IconButton } from '../../ui/Button';
import { Panel } from '../../ui/Panel';
import { Segmented } from '../../ui/Segmented';
import { Empty, Loaded, Skeleton } from '../../ui/Status';
import { TipCard } from './TipCard';
import { TreeCanvas } from './TreeCanvas';
import { TreeFacts } from './TreeFacts';
import { TreeFiles } from './TreeFiles';
import { TreeLegend } from './TreeLegend';
import { TreeTable } from './TreeTable';
import { colourByClade, colourByDate, colourByMutation, colourByPlace, parseMutation, type ColourBy, type Colouring } from './treeColours';
import { layoutTree, type TreeLayout } from './treeLayout';
import type { Axis } from './treePaint';
import { findTips } from './treeSearch';
import { dayOf } from './treeTicks';
import type { Reference, TreeAnswer } from './types';

/** The tree of a reference, large and in one piece. */
export function TreePage({ reference }: { reference: Reference }) {
  const { t } = useI18n();
  const tree = useApi<TreeAnswer | null>(`/genomes/references/${reference.id}/tree`, { staleMs: 300_000 });
  return (
    <Loaded query={tree} skeleton={<Skeleton height={520} />}>
      {(answer) => (answer ? <Tree reference={reference} answer={answer} /> : <Empty title={t('tree.empty')}>{t('genomes.noneHint')}</Empty>)}
    </Loaded>
  );
}

function Tree({ reference, answer }: { reference: Reference; answer: TreeAnswer }) {
  const { t, f } = useI18n();
  const layout = useMemo(() => layoutTree(answer), [answer]);
  const [axis, setAxis] = useState<Axis>(answer.date ? 'date' : 'mutations');
  const [by, setBy] = useState<ColourBy>(answer.places.length > 1 ? 'place' : answer.clades.length > 1 ? 'clade' : 'date');
  const [mutation, setMutation] = useState('');
  const [search, setSearch] = useState('');
  const [selected, setSelected] = useState<number | null>(null);
  const [focus, setFocus] = useState<{ node: number } | null>(null);
  const [table, setTable] = useState(false);
  const colouring = useColouring(answer, layout, by, mutation);
  const found = useMemo(() => findTips(answer, layout, search), [answer, layout, search]);
  const hits = useMemo(() => (found ? Array.from(layout.row).filter((node) => found.has(layout.tip[node] ?? -1)) : []), [found, layout]);
  const next = () => {
    const after = hits.find((node) => selected === null || node > selected) ?? hits[0];
    if (after === undefined) return;
    setSelected(after);
    setFocus({ node: after });
  };
  const pick = (genome: number) => {
    const node = layout.at[answer.tip[answer.genome.indexOf(genome)] ?? -1];
    if (node === undefined) return;
    setSelected(node);
    setFocus({ node });
  };
  const tip = selected === null ? -1 : (layout.tip[selected] ?? -1);
  const colours: { value: ColourBy; label: string }[] = [
    { value: 'place', label: t('tree.byPlace') }, { value: 'date', label: t('tree.byDate') }, { value: 'clade', label: t('tree.byClade') }, { value: 'mutation', label: t('tree.byMutation') },
  ];
  return (
    <div className="tree-page">
      <Panel title={t('tree.title')} className="tree-panel" flush
        actions={<>
          {answer.date && <Segmented label={t('tree.axis')} value={axis} onChange={setAxis} choices={[{ value: 'date', label: t('tree.byDate') }, { value: 'mutations', label: t('tree.byMutations') }]} />}
          <IconButton icon={table ? 'genomes' : 'columns'} label={t(table ? 'chart.asChart' : 'chart.asTable')} aria-pressed={table} onClick={() => setTable(!table)} />
          <TreeFiles reference={reference} />
        </>}
        footer={<TreeFacts answer={answer} />}>
        <div className="tree-tools">
          <Select label={t('tree.colour')} value={by} onChange={setBy} choices={colours} />
          {by === 'mutation' && <TextField label={t('tree.mutation')} value={mutation} placeholder="C241T" list="tree-mutations" onChange={(event) => setMutation(event.target.value)} />}
          {by === 'mutation' && <datalist id="tree-mutations">{commonest(answer).map((text) => <option key={text} value={text} />)}</datalist>}
          <TextField label={t('tree.search')} type="search" value={search} placeholder={t('tree.searchHint')} onChange={(event) => setSearch(event.target.value)} onKeyDown={(event) => { if (event.key === 'Enter') next(); }} />
          {found && <p className="tree-hits" role="status">{t('tree.hits', { n: hits.length })} {hits.length > 0 && <button type="button" className="link-button" onClick={next}>{t('tree.next')}</button>}</p>}
        </div>
        {table ? <TreeTable answer={answer} layout={layout} found={found} onPick={pick} /> : (
          <TreeCanvas layout={layout} axis={axis} colouring={colouring} names={answer.name} found={found} selected={selected} focus={focus} onPick={setSelected}
            description={t('tree.description', { n: layout.tips, axis: t(axis === 'date' ? 'tree.byDate' : 'tree.byMutations') })} />
        )}
        <TreeLegend title={colours.find(({ value }) => value === by)?.label ?? ''} colouring={colouring} />
        {tip >= 0 && selected !== null && (
          <TipCard key={tip} genome={answer.genome[tip] ?? 0} name={answer.name[tip] ?? ''} choices={answer.choices[tip] ?? 1} date={answer.date ? f.day(dayOf(layout.date?.[selected] ?? 0)) : ''} onClose={() => setSelected(null)} onPick={pick} />
        )}
      </Panel>
    </div>
  );
}

function useColouring(answer: TreeAnswer, layout: TreeLayout, by: ColourBy, mutation: string): Colouring {
  const { t, f, say } = useI18n();
  const dark = useDark();
  return useMemo(() => {
    const words = { unknown: t('tree.unknown'), others: t('tree.others'), without: t('tree.without') };
    if (by === 'clade') return colourByClade(answer, layout, dark, words);
    if (by === 'date') return colourByDate(layout, dark, (from, to) => `${f.shortDay(dayOf(from))} – ${f.shortDay(dayOf(to))}`, words);
    if (by === 'mutation' && parseMutation(mutation)) return colourByMutation(answer, layout, mutation, dark, words);
    if (by === 'mutation') return colourByMutation(answer, layout, commonest(answer)[0] ?? '1', dark, words);
    return colourByPlace(answer, layout, answer.places.map(({ name }) => say(name)), dark, words);
  }, [answer, layout, by, mutation, dark, t, f, say]);
}

const COMMONEST = 40;
const kept = new WeakMap<TreeAnswer, string[]>();

/** Mutations that most tips descend from without all of them doing so, most first. */
function commonest(answer: TreeAnswer): string[] {
  const known = kept.get(answer);
  if (known) return known;
  const below = new Int32Array(answer.parent.length);
  for (const tip of answer.tip) below[tip] = 1;
  const count = new Int32Array(answer.mutations.length);
  for (let i = answer.parent.length - 1; i >= 0; i--) {
    const above = answer.parent[i] ?? -1;
    if (above >= 0) below[above] = (below[above] ?? 0) + (below[i] ?? 0);
    for (let k = answer.mutationStart[i] ?? 0; k < (answer.mutationStart[i + 1] ?? 0); k++) {
      const mutation = answer.mutation[k] ?? 0;
      count[mutation] = (count[mutation] ?? 0) + (below[i] ?? 0);
    }
  }
  const most = 0.95 * answer.tip.length;
  const list = Array.from(count.keys()).filter((i) => (count[i] ?? 0) < most).sort((a, b) => (count[b] ?? 0) - (count[a] ?? 0)).slice(0, COMMONEST).map((i) => answer.mutations[i] ?? '');
  kept.set(answer, list);
  return list;
}
