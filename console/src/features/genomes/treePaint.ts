import type { Colouring } from './treeColours';
import type { TreeLayout } from './treeLayout';
import { MARGIN, plotHeight, plotWidth, type Frame, type View } from './treeView';

export type Axis = 'date' | 'mutations';

export interface Scene {
  layout: TreeLayout;
  axis: Axis;
  view: View;
  frame: Frame;
  colouring: Colouring;
  /** Names of the tips, by their position in the answer. */
  names: readonly string[];
  /** Tips that stand out, by their position in the answer; null where none is asked for. */
  found: ReadonlySet<number> | null;
  selected: number | null;
  ink: Ink;
  ticks: readonly Tick[];
}

export interface Ink {
  text: string;
  faint: string;
  grid: string;
  ground: string;
  mark: string;
  font: string;
}

export interface Tick {
  at: number;
  label: string;
}

/** Width for names at the right, once rows are high enough to read them. */
export const namesWidth = (rowHeight: number): number => (rowHeight >= 11 ? 140 : 0);

/** A subtree lower than this many pixels is drawn as one line. */
const DETAIL = 0.7;
const BUCKET = 4096;

interface Scale {
  x: (value: number) => number;
  y: (row: number) => number;
  low: number;
  high: number;
}

/** First and last value of the axis. */
export function extent(layout: TreeLayout, axis: Axis): [number, number] {
  if (axis === 'date' && layout.date && layout.latest) return [layout.date[0] ?? 0, layout.latest[0] ?? 1];
  return [0, Math.max(1, layout.deepest[0] ?? 1)];
}

export function scaleOf({ layout, axis, view, frame }: Pick<Scene, 'layout' | 'axis' | 'view' | 'frame'>): Scale {
  const [low, high] = extent(layout, axis);
  const width = plotWidth(frame, namesWidth(view.rowHeight));
  const unit = (width * view.stretch) / Math.max(1e-9, high - low);
  return {
    low, high,
    x: (value) => MARGIN.left + (value - low) * unit - view.left * width * view.stretch,
    y: (row) => MARGIN.top + (row - view.top) * view.rowHeight,
  };
}

/** Segments of one colour, drawn by one stroke. */
class Strokes {
  private points = new Float32Array(BUCKET);
  private used = 0;

  add(x1: number, y1: number, x2: number, y2: number): void {
    if (this.used + 4 > this.points.length) {
      const larger = new Float32Array(2 * this.points.length);
      larger.set(this.points);
      this.points = larger;
    }
    this.points[this.used++] = x1;
    this.points[this.used++] = y1;
    this.points[this.used++] = x2;
    this.points[this.used++] = y2;
  }

  draw(context: CanvasRenderingContext2D): void {
    context.beginPath();
    for (let k = 0; k < this.used; k += 4) {
      context.moveTo(this.points[k] ?? 0, this.points[k + 1] ?? 0);
      context.lineTo(this.points[k + 2] ?? 0, this.points[k + 3] ?? 0);
    }
    context.stroke();
  }

  get size(): number {
    return this.used / 4;
  }

  clear(): void {
    this.used = 0;
  }
}

const kept: Strokes[] = [];
const bucket = (kind: number): Strokes => (kept[kind] ??= new Strokes());

export interface Drawn {
  segments: number;
  dots: number;
}

/** Draws what is on screen; what lies outside or is too small to see costs nothing. */
export function paintTree(context: CanvasRenderingContext2D, scene: Scene): Drawn {
  const { frame, ink } = scene;
  const scale = scaleOf(scene);
  context.clearRect(0, 0, frame.width, frame.height);
  paintGrid(context, scene, scale);
  context.save();
  context.beginPath();
  context.rect(0, MARGIN.top - 8, frame.width, plotHeight(frame) + 12);
  context.clip();
  const segments = paintBranches(context, scene, scale);
  const dots = paintTips(context, scene, scale);
  context.restore();
  context.fillStyle = ink.text;
  return { segments, dots };
}

function paintGrid(context: CanvasRenderingContext2D, { ticks, frame, ink }: Scene, scale: Scale): void {
  const bottom = MARGIN.top + plotHeight(frame);
  context.lineWidth = 1;
  context.strokeStyle = ink.grid;
  context.fillStyle = ink.faint;
  context.font = ink.font;
  context.textAlign = 'center';
  context.textBaseline = 'top';
  let free = -Infinity;
  for (const { at, label } of ticks) {
    const x = Math.round(scale.x(at)) + 0.5;
    if (x < MARGIN.left - 2 || x > frame.width - 6) continue;
    context.beginPath();
    context.moveTo(x, MARGIN.top);
    context.lineTo(x, bottom + 4);
    context.stroke();
    const half = context.measureText(label).width / 2;
    const middle = Math.min(Math.max(x, half + 2), frame.width - half - 2);
    if (middle - half < free) continue;
    context.fillText(label, middle, bottom + 9);
    free = middle + half + 10;
  }
}

function paintBranches(context: CanvasRenderingContext2D, { layout, axis, view, frame, colouring, ink, found }: Scene, scale: Scale): number {
  const along = axis === 'date' && layout.date ? layout.date : layout.mutations;
  const reach = axis === 'date' && layout.latest ? layout.latest : layout.deepest;
  const first = view.top - 1;
  const last = view.top + plotHeight(frame) / view.rowHeight + 1;
  const { parent, end, y, top, bottom, size } = layout;
  for (let i = 0; i < size; ) {
    const high = top[i] ?? 0;
    const low = bottom[i] ?? 0;
    const above = parent[i] ?? -1;
    const kind = colouring.of[i] ?? 0;
    const x = scale.x(along[i] ?? 0);
    if (above >= 0 && !(Math.max(high, y[above] ?? 0) < first || Math.min(low, y[above] ?? 0) > last)) {
      const from = scale.x(along[above] ?? 0);
      const row = scale.y(y[i] ?? 0);
      bucket(kind).add(from, row, x, row);
      const joint = scale.y(y[above] ?? 0);
      if (Math.abs(joint - row) > 0.4) bucket(colouring.of[above] ?? 0).add(from, row, from, joint);
    }
    if (low < first || high > last) {
      i = end[i] ?? size;
      continue;
    }
    if ((low - high + 1) * view.rowHeight < DETAIL) {
      // Too low to be told apart: one line as far as the farthest of them.
      const row = scale.y(y[i] ?? 0);
      bucket(kind).add(x, row, scale.x(reach[i] ?? 0), row);
      i = end[i] ?? size;
      continue;
    }
    i++;
  }
  context.lineWidth = view.rowHeight > 6 ? 1.4 : view.rowHeight > 1.5 ? 1.1 : 0.9;
  context.lineCap = 'round';
  context.globalAlpha = found ? 0.35 : 1;
  let segments = 0;
  colouring.colours.forEach((colour, kind) => {
    const strokes = bucket(kind);
    segments += strokes.size;
    if (strokes.size > 0) {
      context.strokeStyle = colour;
      strokes.draw(context);
      strokes.clear();
    }
  });
  context.globalAlpha = 1;
  context.fillStyle = ink.text;
  return segments;
}

function paintTips(context: CanvasRenderingContext2D, { layout, axis, view, frame, colouring, names, found, selected, ink }: Scene, scale: Scale): number {
  const along = axis === 'date' && layout.date ? layout.date : layout.mutations;
  const first = Math.max(0, Math.floor(view.top));
  const last = Math.min(layout.tips - 1, Math.ceil(view.top + plotHeight(frame) / view.rowHeight));
  const radius = Math.min(4.5, Math.max(1.1, view.rowHeight * 0.38));
  const labels = namesWidth(view.rowHeight) > 0;
  // Where several rows share a pixel, one dot a pixel is all that can be seen.
  const step = Math.max(1, Math.floor(0.8 / view.rowHeight));
  const byKind: number[][] = colouring.colours.map(() => []);
  for (let row = first; row <= last; row += step) {
    const node = layout.row[row] ?? 0;
    if (found && !found.has(layout.tip[node] ?? -1)) continue;
    byKind[colouring.of[node] ?? 0]?.push(node);
  }
  if (found && step > 1) {
    for (let row = first; row <= last; row++) {
      const node = layout.row[row] ?? 0;
      if (row % step !== first % step && found.has(layout.tip[node] ?? -1)) byKind[colouring.of[node] ?? 0]?.push(node);
    }
  }
  const size = found ? Math.max(3.4, radius) : radius;
  let dots = 0;
  byKind.forEach((nodes, kind) => {
    if (nodes.length === 0) return;
    dots += nodes.length;
    context.fillStyle = colouring.colours[kind] ?? ink.text;
    context.beginPath();
    for (const node of nodes) {
      const x = scale.x(along[node] ?? 0);
      const y = scale.y(layout.y[node] ?? 0);
      if (size < 1.6) context.rect(x - size, y - size, 2 * size, 2 * size);
      else {
        context.moveTo(x + size, y);
        context.arc(x, y, size, 0, 2 * Math.PI);
      }
    }
    context.fill();
  });
  if (selected !== null) paintSelected(context, layout, along, selected, scale, Math.max(5, size + 2.5), ink);
  if (labels) paintNames(context, { layout, along, names, found, first, last, ink, scale, frame });
  return dots;
}

function paintSelected(context: CanvasRenderingContext2D, layout: TreeLayout, along: ArrayLike<number>, selected: number, scale: Scale, radius: number, ink: Ink): void {
  const x = scale.x(along[selected] ?? 0);
  const y = scale.y(layout.y[selected] ?? 0);
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.lineWidth = 2.2;
  context.strokeStyle = ink.mark;
  context.stroke();
}

interface NamesJob {
  layout: TreeLayout;
  along: ArrayLike<number>;
  names: readonly string[];
  found: ReadonlySet<number> | null;
  first: number;
  last: number;
  ink: Ink;
  scale: Scale;
  frame: Frame;
}

function paintNames(context: CanvasRenderingContext2D, { layout, along, names, found, first, last, ink, scale, frame }: NamesJob): void {
  context.font = ink.font;
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  for (let row = first; row <= last; row++) {
    const node = layout.row[row] ?? 0;
    const tip = layout.tip[node] ?? -1;
    context.fillStyle = found?.has(tip) ? ink.text : ink.faint;
    const x = scale.x(along[node] ?? 0) + 9;
    if (x < frame.width - 20) context.fillText(names[tip] ?? '', x, scale.y(layout.y[node] ?? 0) + 0.5, frame.width - x - 4);
  }
}

/** The tip nearest to a point, as its node; null if none is within reach. */
export function tipAt(scene: Pick<Scene, 'layout' | 'axis' | 'view' | 'frame'>, x: number, y: number, reach: number): number | null {
  const scale = scaleOf(scene);
  const { layout, view } = scene;
  const along = scene.axis === 'date' && layout.date ? layout.date : layout.mutations;
  const row = view.top + (y - MARGIN.top) / view.rowHeight;
  const rows = Math.ceil(reach / view.rowHeight);
  let best: number | null = null;
  let least = reach * reach;
  for (let k = Math.max(0, Math.floor(row - rows)); k <= Math.min(layout.tips - 1, Math.ceil(row + rows)); k++) {
    const node = layout.row[k] ?? 0;
    const dx = scale.x(along[node] ?? 0) - x;
    const dy = scale.y(layout.y[node] ?? 0) - y;
    const distance = dx * dx + dy * dy;
    if (distance <= least) {
      least = distance;
      best = node;
    }
  }
  return best;
}
