import { parseMutation, statesAt } from './treeColours';
import type { TreeLayout } from './treeLayout';
import type { TreeAnswer } from './types';

/** Tips whose name holds the text, or that have the mutation it names; null for no text. By position in the answer. */
export function findTips(answer: Pick<TreeAnswer, 'name' | 'mutation' | 'mutationStart' | 'mutations'>, layout: TreeLayout, text: string): ReadonlySet<number> | null {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return null;
  const found = new Set<number>();
  const mutation = /^[acgt]\d+[acgt]$/.test(wanted) ? parseMutation(wanted) : null;
  if (mutation) {
    const { of, letters } = statesAt(answer, layout, mutation.position);
    const state = letters.indexOf(mutation.to ?? '');
    for (let row = 0; state > 0 && row < layout.tips; row++) {
      const node = layout.row[row] ?? 0;
      if (of[node] === state) found.add(layout.tip[node] ?? -1);
    }
    return found;
  }
  answer.name.forEach((name, tip) => {
    if (name.toLowerCase().includes(wanted)) found.add(tip);
  });
  return found;
}
