import type { Reference } from './types';

export interface Box {
  gene: Reference['genes'][number];
  part: number;
  from: number;
  to: number;
  lane: number;
}

/** Boxes of genes in as few lanes as do without overlap, longest genes first in the upper ones. */
export function trackLanes(genes: Reference['genes']): Box[] {
  const boxes = genes.flatMap((gene) => gene.segments.map(([from = 1, to = 1], part): Box => ({ gene, part, from, to, lane: 0 })));
  boxes.sort((a, b) => a.from - b.from || b.to - a.to);
  const ends: number[] = [];
  for (const box of boxes) {
    const free = ends.findIndex((end) => end < box.from);
    box.lane = free < 0 ? ends.length : free;
    ends[box.lane] = box.to;
  }
  return boxes;
}
