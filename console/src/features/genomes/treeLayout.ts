import type { TreeAnswer } from './types';

/**
 * A tree ready to be drawn: nodes in preorder with smaller branches first, so that what hangs below node i is the run
 * i .. end[i]. One pass over arrays; a row is a tip.
 */
export interface TreeLayout {
  size: number;
  tips: number;
  parent: Int32Array;
  /** One past the last node below. */
  end: Int32Array;
  /** Row of a tip; the middle of what hangs below for inner nodes. */
  y: Float32Array;
  /** First and last row below. */
  top: Float32Array;
  bottom: Float32Array;
  /** Mutations from the root. */
  mutations: Float32Array;
  /** Decimal years; null where the tree is not dated. */
  date: Float64Array | null;
  /** Farthest of what hangs below, by mutations and by date. */
  deepest: Float32Array;
  latest: Float64Array | null;
  /** Position among the tips of the answer, -1 for inner nodes. */
  tip: Int32Array;
  /** Node at each row. */
  row: Int32Array;
  /** Number of the node in the answer. */
  source: Int32Array;
  /** Node here of each node of the answer. */
  at: Int32Array;
}

/** Nodes of the answer in drawing order: preorder, the branch with fewer tips first. */
function order(parent: readonly number[], tips: Int32Array): Int32Array {
  const size = parent.length;
  const first = new Int32Array(size).fill(-1);
  const next = new Int32Array(size).fill(-1);
  // Sorting all nodes by the number of their tips and hanging them in from the largest leaves each node's children sorted.
  const bySize = Array.from({ length: size }, (_, i) => i).sort((a, b) => (tips[b] ?? 0) - (tips[a] ?? 0) || b - a);
  for (const node of bySize) {
    if (node === 0) continue;
    const above = parent[node] ?? 0;
    next[node] = first[above] ?? -1;
    first[above] = node;
  }
  const result = new Int32Array(size);
  let node = 0;
  for (let i = 0; i < size; i++) {
    result[i] = node;
    if ((first[node] ?? -1) >= 0) node = first[node] ?? 0;
    else {
      while (node > 0 && (next[node] ?? -1) < 0) node = parent[node] ?? 0;
      if (node > 0) node = next[node] ?? 0;
    }
  }
  return result;
}

export function layoutTree(answer: Pick<TreeAnswer, 'parent' | 'mutationStart' | 'date' | 'tip'>): TreeLayout {
  const size = answer.parent.length;
  const count = new Int32Array(size);
  for (const tip of answer.tip) count[tip] = 1;
  for (let i = size - 1; i > 0; i--) count[answer.parent[i] ?? 0] = (count[answer.parent[i] ?? 0] ?? 0) + (count[i] ?? 0);
  const source = order(answer.parent, count);
  const at = new Int32Array(size);
  source.forEach((node, i) => { at[node] = i; });
  const tipOf = new Int32Array(size).fill(-1);
  answer.tip.forEach((node, k) => { tipOf[node] = k; });

  const layout: TreeLayout = {
    size, tips: answer.tip.length, parent: new Int32Array(size), end: new Int32Array(size),
    y: new Float32Array(size), top: new Float32Array(size), bottom: new Float32Array(size), mutations: new Float32Array(size),
    date: answer.date ? new Float64Array(size) : null, deepest: new Float32Array(size), latest: answer.date ? new Float64Array(size) : null,
    tip: new Int32Array(size), row: new Int32Array(answer.tip.length), source, at,
  };
  let row = 0;
  for (let i = 0; i < size; i++) {
    const node = source[i] ?? 0;
    const above = i === 0 ? -1 : (at[answer.parent[node] ?? 0] ?? 0);
    layout.parent[i] = above;
    layout.mutations[i] = (above < 0 ? 0 : (layout.mutations[above] ?? 0)) + (answer.mutationStart[node + 1] ?? 0) - (answer.mutationStart[node] ?? 0);
    layout.tip[i] = tipOf[node] ?? -1;
    layout.end[i] = i + 1;
    layout.deepest[i] = layout.mutations[i] ?? 0;
    if (layout.date && layout.latest) layout.latest[i] = layout.date[i] = answer.date?.[node] ?? 0;
    if ((layout.tip[i] ?? -1) >= 0) {
      layout.row[row] = i;
      layout.y[i] = layout.top[i] = layout.bottom[i] = row++;
    } else {
      layout.top[i] = Infinity;
      layout.bottom[i] = -Infinity;
    }
  }
  gather(layout);
  return layout;
}

/** From the tips to the root: rows, ends, and how far each part reaches. */
function gather(layout: TreeLayout): void {
  const { size, parent, end, y, top, bottom, deepest, latest, tip } = layout;
  const firstChild = new Float32Array(size).fill(Infinity);
  const lastChild = new Float32Array(size).fill(-Infinity);
  for (let i = size - 1; i >= 0; i--) {
    if ((tip[i] ?? -1) < 0) y[i] = ((firstChild[i] ?? 0) + (lastChild[i] ?? 0)) / 2;
    const above = parent[i] ?? -1;
    if (above < 0) continue;
    end[above] = Math.max(end[above] ?? 0, end[i] ?? 0);
    top[above] = Math.min(top[above] ?? 0, top[i] ?? 0);
    bottom[above] = Math.max(bottom[above] ?? 0, bottom[i] ?? 0);
    deepest[above] = Math.max(deepest[above] ?? 0, deepest[i] ?? 0);
    if (latest) latest[above] = Math.max(latest[above] ?? 0, latest[i] ?? 0);
    firstChild[above] = Math.min(firstChild[above] ?? 0, y[i] ?? 0);
    lastChild[above] = Math.max(lastChild[above] ?? 0, y[i] ?? 0);
  }
}

/** Nodes from one up to the root, itself first. */
export function pathUp(layout: TreeLayout, node: number): number[] {
  const path: number[] = [];
  for (let at = node; at >= 0; at = layout.parent[at] ?? -1) path.push(at);
  return path;
}
