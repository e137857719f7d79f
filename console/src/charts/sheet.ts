import type { LegendItem } from './Legend';

/** What stands around the chart on paper. */
export interface SheetText {
  title: string;
  caption: string;
  legend: LegendItem[];
}
export interface PlacedText {
  x: number;
  y: number;
  text: string;
  size: number;
  bold?: boolean;
}
export interface PlacedSign {
  x: number;
  y: number;
  item: LegendItem;
}
export interface Sheet {
  width: number;
  height: number;
  chartTop: number;
  texts: PlacedText[];
  signs: PlacedSign[];
}

const MARGIN = 16;
const SIGN_WIDTH = 20;
export const SIZES = { title: 17, legend: 12, caption: 11 } as const;

/** Breaks a text into lines no wider than `width`; Chinese may break anywhere, other scripts at spaces. */
export function wrap(text: string, width: number, measure: (text: string) => number): string[] {
  const parts = text.match(/[\u2e80-\u9fff\uff00-\uffef]|[^\s\u2e80-\u9fff\uff00-\uffef]+|\s+/g) ?? [];
  const lines: string[] = [];
  let line = '';
  for (const part of parts) {
    if (line && measure(line + part.trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += line ? part : part.trimStart();
  }
  if (line.trim()) lines.push(line.trimEnd());
  return lines;
}

/** Places title, chart, legend and caption below each other; `measure` gives a text's width at a size. */
export function layOut(text: SheetText, width: number, chartHeight: number, measure: (text: string, size: number) => number): Sheet {
  const texts: PlacedText[] = [];
  const signs: PlacedSign[] = [];
  const inner = width - 2 * MARGIN;
  let y = MARGIN;
  for (const line of wrap(text.title, inner, (part) => measure(part, SIZES.title))) {
    y += 20;
    texts.push({ x: MARGIN, y, text: line, size: SIZES.title, bold: true });
  }
  const chartTop = y + 10;
  y = chartTop + chartHeight + 20;
  let x = MARGIN;
  for (const item of text.legend) {
    const needs = SIGN_WIDTH + measure(item.label, SIZES.legend) + 18;
    if (x > MARGIN && x + needs > width - MARGIN) {
      x = MARGIN;
      y += 18;
    }
    signs.push({ x, y: y - 4, item });
    texts.push({ x: x + SIGN_WIDTH, y, text: item.label, size: SIZES.legend });
    x += needs;
  }
  if (text.legend.length > 0) y += 8;
  for (const line of wrap(text.caption, inner, (part) => measure(part, SIZES.caption))) {
    y += 15;
    texts.push({ x: MARGIN, y, text: line, size: SIZES.caption });
  }
  return { width, height: y + MARGIN, chartTop, texts, signs };
}
