import { describe, expect, it } from 'vitest';
import { spread } from './GeneTrack';
import { mountain, partners } from './structureArcs';
import { trackLanes } from './trackLanes';
import { colourByClade, colourByMutation, colourByPlace, parseMutation, statesAt } from './treeColours';
import { layoutTree } from './treeLayout';
import { extent, tipAt } from './treePaint';
import { findTips } from './treeSearch';
import { dateTicks, dayOf, numberTicks, yearOf } from './treeTicks';
import { centred, held, moved, plotHeight, wholeView, zoomed } from './treeView';

const words = { unknown: 'unknown', others: 'others', without: 'as the reference' };

/** root -> (a, b -> (c, d -> (e, f))), with one mutation on each branch but the root's. */
const answer = {
  parent: [-1, 0, 0, 2, 2, 4, 4],
  mutationStart: [0, 0, 1, 2, 3, 4, 5, 6],
  mutation: [0, 1, 2, 3, 4, 5],
  mutations: ['A1G', 'C2T', 'G3A', 'T4C', 'C2G', 'A6T'],
  date: [2020, 2020.1, 2020.1, 2020.2, 2020.2, 2020.3, 2020.4],
  tip: [1, 3, 5, 6],
  name: ['a/1', 'c/2', 'e/3', 'f/4'],
  place: [0, 0, 1, 1, 1, 1, -1],
  clade: [0, 1, 1, 1],
  clades: ['A', 'B'],
};
const layout = layoutTree(answer);
const nodeOf = (name: string) => layout.at[answer.tip[answer.name.indexOf(name)] ?? 0] ?? -1;

/** A random tree with that many tips, in preorder. */
function randomTree(tips: number, seed: number) {
  let state = seed;
  const random = () => ((state = (state * 1103515245 + 12345) & 0x7fffffff) / 0x7fffffff);
  const parent = [-1];
  const children = [0];
  while (children.filter((n) => n === 0).length < tips) {
    const above = Math.floor(random() * parent.length);
    for (let k = children[above] === 0 ? 2 : 1; k > 0; k--) {
      parent.push(above);
      children.push(0);
      children[above] = (children[above] ?? 0) + 1;
    }
  }
  const order: number[] = [];
  const visit = (node: number) => {
    order.push(node);
    parent.forEach((above, child) => { if (above === node) visit(child); });
  };
  visit(0);
  const at = new Map(order.map((node, i) => [node, i]));
  const tree = order.map((node) => (parent[node] === -1 ? -1 : (at.get(parent[node] ?? 0) ?? 0)));
  const start = tree.map((_, i) => i);
  return { parent: tree, mutationStart: [...start, tree.length], date: null, tip: order.flatMap((node, i) => (children[node] === 0 ? [i] : [])) };
}

describe('layout', () => {
  it('puts the smaller branch first and every parent in the middle of its children', () => {
    expect(Array.from(layout.row, (node) => answer.name[layout.tip[node] ?? 0])).toEqual(['a/1', 'c/2', 'e/3', 'f/4']);
    expect(layout.y[0]).toBeCloseTo((0 + (1 + 2.5) / 2) / 2);
    expect(layout.mutations[nodeOf('f/4')]).toBe(3);
    expect(layout.deepest[0]).toBe(3);
    expect(layout.latest?.[0]).toBeCloseTo(2020.4);
  });
  it('keeps what hangs below a node in one run of rows and numbers', () => {
    const tree = randomTree(120, 7);
    const big = layoutTree(tree);
    for (let i = 0; i < big.size; i++) {
      const rows = Array.from(big.row.keys()).filter((row) => { const node = big.row[row] ?? 0; return node >= i && node < (big.end[i] ?? 0); });
      expect(rows.length).toBeGreaterThan(0);
      expect(rows[0]).toBe(big.top[i]);
      expect(rows.at(-1)).toBe(big.bottom[i]);
      expect(rows.length).toBe((big.bottom[i] ?? 0) - (big.top[i] ?? 0) + 1);
      if (i > 0) expect(big.parent[i] ?? 0).toBeLessThan(i);
    }
  });
  it('loses no node', () => {
    const big = layoutTree(randomTree(300, 3));
    expect(new Set(big.source).size).toBe(big.size);
    expect(big.row.length).toBe(300);
  });
});

describe('colours', () => {
  it('gives the most frequent place the first colour and none to what is unknown', () => {
    const colours = colourByPlace(answer, layout, ['North', 'South'], false, words);
    expect(colours.names).toEqual(['unknown', 'South', 'North']);
    expect(colours.counts).toEqual([1, 2, 1]);
    expect(colours.of[nodeOf('f/4')]).toBe(0);
  });
  it('puts places beyond the colours together', () => {
    const many = { place: answer.place.map(() => 0) };
    const names = Array.from({ length: 30 }, (_, i) => `P${i}`);
    expect(colourByPlace(many, layout, names, true, words).names.at(-1)).toBe('others');
  });
  it('gives an inner node the clade of all its tips, or none', () => {
    const colours = colourByClade(answer, layout, false, words);
    expect(colours.names[colours.of[layout.at[4] ?? 0] ?? 0]).toBe('B');
    expect(colours.names[colours.of[0] ?? 0]).toBe('unknown');
  });
  it('follows a site down the tree, a second change at it too', () => {
    const { of, letters } = statesAt(answer, layout, 2);
    expect(letters).toEqual(['C', 'T', 'G']);
    const letter = (name: string) => letters[of[nodeOf(name)] ?? 0];
    expect([letter('a/1'), letter('c/2'), letter('e/3'), letter('f/4')]).toEqual(['C', 'T', 'G', 'T']);
    expect(colourByMutation(answer, layout, 'C2T', false, words).names).toEqual(['C2 as the reference', 'C2T', 'C2G']);
  });
  it('reads mutations and sites, nothing else', () => {
    expect(parseMutation('c241t')).toEqual({ position: 241, to: 'T' });
    expect(parseMutation('241')).toEqual({ position: 241, to: null });
    expect(parseMutation('S:D614G')).toBeNull();
  });
});

describe('search', () => {
  it('finds by part of a name and by mutation', () => {
    expect(findTips(answer, layout, '  ')).toBeNull();
    expect([...(findTips(answer, layout, 'E/3') ?? [])]).toEqual([2]);
    expect([...(findTips(answer, layout, 'C2T') ?? [])].sort()).toEqual([1, 3]);
    expect(findTips(answer, layout, 'nothing')?.size).toBe(0);
  });
});

describe('view', () => {
  const frame = { width: 800, height: 640 };
  const tall = { tips: 10_000 };
  it('shows the whole tree at first and never less than the frame', () => {
    const view = wholeView(tall, frame);
    expect(view.rowHeight * tall.tips).toBeCloseTo(plotHeight(frame));
    expect(held({ ...view, rowHeight: 0.0001, top: -50, stretch: 0.1, left: -3 }, tall, frame)).toEqual({ ...view, left: 0, stretch: 1 });
  });
  it('keeps the point under the pointer when zooming', () => {
    const before = { top: 400, rowHeight: 2, left: 0, stretch: 1 };
    const at = { x: 300, y: 222 };
    const after = zoomed(before, { rows: 3 }, at, tall, frame);
    expect(after.top + (at.y - 10) / after.rowHeight).toBeCloseTo(before.top + (at.y - 10) / before.rowHeight);
  });
  it('moves by what was dragged and stops at the ends', () => {
    const view = { top: 100, rowHeight: 4, left: 0, stretch: 1 };
    expect(moved(view, 0, -40, tall, frame).top).toBeCloseTo(110);
    expect(moved(view, 0, 1e6, tall, frame).top).toBe(-0.5);
    expect(centred(view, 5000, tall, frame).rowHeight).toBeGreaterThanOrEqual(14);
  });
  it('finds the tip under the pointer and none far from all', () => {
    const scene = { layout, axis: 'mutations' as const, view: wholeView(layout, frame), frame };
    const [low, high] = extent(layout, 'mutations');
    expect([low, high]).toEqual([0, 3]);
    const node = nodeOf('f/4');
    const y = 10 + ((layout.y[node] ?? 0) + 0.5) * scene.view.rowHeight;
    const width = 800 - 14 - 24 - 140;
    expect(tipAt(scene, 14 + width, y, 10)).toBe(node);
    expect(tipAt(scene, 14, y, 10)).toBeNull();
  });
});

describe('axes', () => {
  it('turns decimal years into days and back', () => {
    expect(dayOf(yearOf('2024-02-29') + 0.0005)).toBe('2024-02-29');
    expect(dayOf(2021)).toBe('2021-01-01');
    expect(dayOf(2020.9999)).toBe('2020-12-31');
  });
  it('chooses as many round ticks as have room', () => {
    expect(dateTicks(2020.02, 2020.45, 6, (day) => day).map(({ label }) => label)).toEqual(['2020-02-01', '2020-03-01', '2020-04-01', '2020-05-01', '2020-06-01']);
    expect(dateTicks(2020.1, 2020.2, 8, (day) => day).length).toBeLessThanOrEqual(8);
    expect(dateTicks(1990.3, 2020.2, 6, (day) => day.slice(0, 4)).length).toBeLessThanOrEqual(7);
    expect(numberTicks(0, 23, 6, String).map(({ label }) => label)).toEqual(['0', '5', '10', '15', '20']);
  });
});

describe('genome', () => {
  it('puts overlapping genes in lanes of their own', () => {
    const gene = (name: string, ...segments: number[][]) => ({ name, segments, reverse: false, codons: 1 });
    const boxes = trackLanes([gene('a', [1, 100]), gene('b', [50, 150], [200, 220]), gene('c', [120, 190])]);
    expect(boxes.map(({ gene: one, lane }) => `${one.name}${lane}`)).toEqual(['a0', 'b1', 'c0', 'b0']);
  });
  it('moves labels apart but keeps their order, and gives up where there is no room', () => {
    const placed = spread([10, 11, 12, 300], 12, 400) ?? [];
    expect(placed).toHaveLength(4);
    for (let i = 1; i < placed.length; i++) expect((placed[i] ?? 0) - (placed[i - 1] ?? 0)).toBeGreaterThanOrEqual(12);
    expect(spread(Array.from({ length: 50 }, (_, i) => i), 12, 400)).toBeNull();
  });
  it('pairs brackets and counts the pairs around each base', () => {
    expect([...partners('((..).)')]).toEqual([6, 4, -1, -1, 1, -1, 0]);
    expect([...mountain('((..).)')]).toEqual([1, 2, 2, 2, 2, 1, 1]);
  });
});
