import { useI18n } from '../../i18n';
import type { Colouring } from './treeColours';

/** What the colours of the tree mean, with the number of genomes. */
export function TreeLegend({ title, colouring }: { title: string; colouring: Colouring }) {
  const { f } = useI18n();
  const shown = colouring.names.map((name, i) => ({ name, colour: colouring.colours[i] ?? '', count: colouring.counts[i] ?? 0 })).filter(({ count }) => count > 0);
  return (
    <ul className="tree-legend" aria-label={title}>
      {shown.map(({ name, colour, count }) => <li key={name}><i style={{ background: colour }} />{name} <span className="muted">{f.integer(count)}</span></li>)}
    </ul>
  );
}
