import { sequential } from '../../charts/palette';
import type { TreeLayout } from './treeLayout';
import type { TreeAnswer } from './types';

export type ColourBy = 'place' | 'date' | 'clade' | 'mutation';

/** One colour a class for all nodes of a drawn tree. Class 0 is what is not known or mixed. */
export interface Colouring {
  /** Class of each node of the layout. */
  of: Uint8Array;
  /** Class names; the first is for what is not known. */
  names: string[];
  colours: string[];
  /** Tips of each class. */
  counts: number[];
}

// Told apart by people with any kind of colour vision, first by lightness, then by hue; after Okabe and Ito, and Tol.
const LIGHT = ['#0b5e85', '#d9822b', '#2f9e80', '#a0578a', '#8c7a10', '#4f9fd1', '#b5402c', '#5a4fb0', '#6f8f2f', '#13212b', '#c98bb9', '#7a5a3a'];
const DARK = ['#66bfe6', '#ff9b52', '#5fcfae', '#d08dbd', '#e0c24a', '#2f86b5', '#ff7f6b', '#a99bf0', '#a5c26b', '#e5ecf0', '#9a6f8f', '#c0a27e'];
const UNKNOWN = ['#9aa7b0', '#5f7380'] as const;
export const CLASSES_MOST = LIGHT.length;
const DATE_CLASSES = 6;

export const categorical = (position: number, dark: boolean): string => (dark ? DARK : LIGHT)[position % LIGHT.length] as string;
export const unknownColour = (dark: boolean): string => (dark ? UNKNOWN[1] : UNKNOWN[0]);

function colouring(layout: TreeLayout, of: Uint8Array, names: string[], colours: string[]): Colouring {
  const counts = names.map(() => 0);
  for (let row = 0; row < layout.tips; row++) {
    const kind = of[layout.row[row] ?? 0] ?? 0;
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return { of, names, colours, counts };
}

/** The most frequent classes get colours of their own, the others share the last. */
function ranked(classOf: (node: number) => number, count: number, layout: TreeLayout): Int32Array {
  const frequency = new Int32Array(count);
  for (let row = 0; row < layout.tips; row++) {
    const kind = classOf(layout.row[row] ?? 0);
    if (kind >= 0) frequency[kind] = (frequency[kind] ?? 0) + 1;
  }
  const rank = new Int32Array(count).fill(-1);
  Array.from(frequency.keys()).sort((a, b) => (frequency[b] ?? 0) - (frequency[a] ?? 0) || a - b).forEach((kind, position) => { rank[kind] = position; });
  return rank;
}

function byClass(layout: TreeLayout, dark: boolean, names: readonly string[], classOf: (node: number) => number, words: Words): Colouring {
  const rank = ranked(classOf, names.length, layout);
  const crowded = names.length > CLASSES_MOST;
  const own = crowded ? CLASSES_MOST - 1 : names.length;
  const of = new Uint8Array(layout.size);
  for (let i = 0; i < layout.size; i++) {
    const kind = classOf(i);
    of[i] = kind < 0 ? 0 : Math.min(rank[kind] ?? 0, own) + 1;
  }
  const ordered = Array.from(names.keys()).sort((a, b) => (rank[a] ?? 0) - (rank[b] ?? 0)).map((kind) => names[kind] ?? '');
  const shown = crowded ? [...ordered.slice(0, own), words.others] : ordered;
  return colouring(layout, of, [words.unknown, ...shown], [unknownColour(dark), ...shown.map((_, i) => (crowded && i === own ? (dark ? '#8fa0ab' : '#70808b') : categorical(i, dark)))]);
}

/** What the classes without a name are called. */
export interface Words {
  unknown: string;
  others: string;
  without: string;
}

export function colourByPlace(answer: Pick<TreeAnswer, 'place'>, layout: TreeLayout, names: readonly string[], dark: boolean, words: Words): Colouring {
  return byClass(layout, dark, names, (i) => answer.place[layout.source[i] ?? 0] ?? -1, words);
}

/** An inner node has a clade where all tips below have the same. */
export function colourByClade(answer: Pick<TreeAnswer, 'clade' | 'clades'>, layout: TreeLayout, dark: boolean, words: Words): Colouring {
  const MIXED = -2;
  const UNSEEN = -3;
  const clade = new Int32Array(layout.size).fill(UNSEEN);
  for (let i = layout.size - 1; i >= 0; i--) {
    const tip = layout.tip[i] ?? -1;
    if (tip >= 0) clade[i] = answer.clade[tip] ?? -1;
    const above = layout.parent[i] ?? -1;
    if (above < 0) continue;
    clade[above] = clade[above] === UNSEEN || clade[above] === clade[i] ? (clade[i] ?? -1) : MIXED;
  }
  return byClass(layout, dark, answer.clades, (i) => Math.max(-1, clade[i] ?? -1), words);
}

/** Equal stretches of time from the first to the last tip. */
export function colourByDate(layout: TreeLayout, dark: boolean, label: (from: number, to: number) => string, words: Words): Colouring {
  const date = layout.date;
  const of = new Uint8Array(layout.size);
  if (!date) return colouring(layout, of, [words.unknown], [unknownColour(dark)]);
  let first = Infinity;
  let last = -Infinity;
  for (let row = 0; row < layout.tips; row++) {
    const when = date[layout.row[row] ?? 0] ?? 0;
    first = Math.min(first, when);
    last = Math.max(last, when);
  }
  const step = Math.max(1e-9, (last - first) / DATE_CLASSES);
  for (let i = 0; i < layout.size; i++) of[i] = 1 + Math.max(0, Math.min(DATE_CLASSES - 1, Math.floor(((date[i] ?? first) - first) / step)));
  const ramp = sequential(dark, DATE_CLASSES + 1).slice(2);
  const names = Array.from({ length: DATE_CLASSES }, (_, k) => label(first + k * step, first + (k + 1) * step));
  return colouring(layout, of, [words.unknown, ...names], [unknownColour(dark), ...names.map((_, k) => ramp[k] ?? categorical(k, dark))]);
}

const MUTATION = /^([ACGT])?(\d+)([ACGT])?$/;

/** A mutation as it is written, C241T, or a site alone, 241; null for anything else. */
export function parseMutation(text: string): { position: number; to: string | null } | null {
  const match = MUTATION.exec(text.trim().toUpperCase());
  return match?.[2] ? { position: Number(match[2]), to: match[3] ?? null } : null;
}

/** The letter at one site of every node, from the mutations on the branches; 0 is the reference's letter. */
export function statesAt(answer: Pick<TreeAnswer, 'mutation' | 'mutationStart' | 'mutations'>, layout: TreeLayout, position: number): { of: Uint8Array; letters: string[] } {
  const letters = ['']; // The reference's letter, until a mutation names it.
  const states = new Uint8Array(layout.size);
  const stateOf = answer.mutations.map((text) => {
    const mutation = parseMutation(text);
    if (!mutation || mutation.position !== position || !mutation.to) return -1;
    if (!letters[0]) letters[0] = text[0] ?? '';
    const known = letters.indexOf(mutation.to);
    return known >= 0 ? known : letters.push(mutation.to) - 1;
  });
  for (let i = 0; i < layout.size; i++) {
    const node = layout.source[i] ?? 0;
    let state = i === 0 ? 0 : (states[layout.parent[i] ?? 0] ?? 0);
    for (let k = answer.mutationStart[node] ?? 0; k < (answer.mutationStart[node + 1] ?? 0); k++) {
      const to = stateOf[answer.mutation[k] ?? 0] ?? -1;
      if (to >= 0) state = to;
    }
    states[i] = state;
  }
  return { of: states, letters };
}

export function colourByMutation(answer: Pick<TreeAnswer, 'mutation' | 'mutationStart' | 'mutations'>, layout: TreeLayout, text: string, dark: boolean, words: Words): Colouring {
  const wanted = parseMutation(text);
  const { of, letters } = statesAt(answer, layout, wanted?.position ?? 0);
  const names = letters.map((letter, i) => (i === 0 ? `${letter}${wanted?.position ?? ''} ${words.without}`.trim() : `${letters[0]}${wanted?.position ?? ''}${letter}`));
  return colouring(layout, of, names, names.map((_, i) => (i === 0 ? unknownColour(dark) : categorical(i === 1 ? 1 : i + 1, dark))));
}
