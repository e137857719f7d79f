import type { TreeLayout } from './treeLayout';

/** The part of the tree that is on screen: rows from `top` at `rowHeight` pixels each, shares of the width from `left` at `stretch`. */
export interface View {
  top: number;
  rowHeight: number;
  left: number;
  stretch: number;
}

export interface Frame {
  width: number;
  height: number;
}

export const MARGIN = { top: 10, bottom: 30, left: 14, right: 24 };
const TALLEST_ROW = 28;
const WIDEST = 40;

export const plotHeight = (frame: Frame): number => Math.max(20, frame.height - MARGIN.top - MARGIN.bottom);
export const plotWidth = (frame: Frame, names: number): number => Math.max(60, frame.width - MARGIN.left - MARGIN.right - names);

/** The whole tree. */
export function wholeView(layout: Pick<TreeLayout, 'tips'>, frame: Frame): View {
  return { top: -0.5, rowHeight: Math.min(TALLEST_ROW, plotHeight(frame) / Math.max(1, layout.tips)), left: 0, stretch: 1 };
}

const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), Math.max(low, high));

/** Keeps the view on the tree. */
export function held(view: View, layout: Pick<TreeLayout, 'tips'>, frame: Frame): View {
  const least = wholeView(layout, frame).rowHeight;
  const rowHeight = clamp(view.rowHeight, least, Math.max(TALLEST_ROW, least));
  const stretch = clamp(view.stretch, 1, WIDEST);
  const rows = plotHeight(frame) / rowHeight;
  return { rowHeight, stretch, top: clamp(view.top, -0.5, layout.tips - 0.5 - rows), left: clamp(view.left, 0, 1 - 1 / stretch) };
}

/** Zooms about a point of the frame, which stays where it is. */
export function zoomed(view: View, by: { rows?: number; width?: number }, at: { x: number; y: number }, layout: Pick<TreeLayout, 'tips'>, frame: Frame): View {
  const least = wholeView(layout, frame).rowHeight;
  const rowHeight = clamp(view.rowHeight * (by.rows ?? 1), least, Math.max(TALLEST_ROW, least));
  const stretch = clamp(view.stretch * (by.width ?? 1), 1, WIDEST);
  const row = view.top + (at.y - MARGIN.top) / view.rowHeight;
  const share = (at.x - MARGIN.left) / plotWidth(frame, 0);
  return held({ rowHeight, stretch, top: row - (at.y - MARGIN.top) / rowHeight, left: view.left + share / view.stretch - share / stretch }, layout, frame);
}

/** Moves by pixels. */
export function moved(view: View, dx: number, dy: number, layout: Pick<TreeLayout, 'tips'>, frame: Frame): View {
  return held({ ...view, top: view.top - dy / view.rowHeight, left: view.left - dx / (plotWidth(frame, 0) * view.stretch) }, layout, frame);
}

/** Brings a row into the middle, near enough to read its name. */
export function centred(view: View, row: number, layout: Pick<TreeLayout, 'tips'>, frame: Frame): View {
  const rowHeight = Math.max(view.rowHeight, 14);
  return held({ ...view, rowHeight, top: row - plotHeight(frame) / rowHeight / 2 }, layout, frame);
}
