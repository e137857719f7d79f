import type { Annotation } from '../api/contract';
import type { Formats } from '../i18n/format';

export const FONT = "'IBM Plex Sans Variable', 'Noto Sans SC', sans-serif";

const colors = (dark: boolean) => dark
  ? { ink: '#b0bfc9', line: '#273640', strong: '#5f7380', mark: '#ffab66', now: '#e5ecf0', surface: '#18232b', text: '#e5ecf0' }
  : { ink: '#42535f', line: '#e2e8ec', strong: '#8496a2', mark: '#a8430b', now: '#13212b', surface: '#ffffff', text: '#13212b' };

interface Frame {
  dark: boolean;
  f: Formats;
  categories: string[];
  axisLabel: (category: string) => string;
  log?: boolean;
  max?: number;
  valueLabel?: (value: number) => string;
  tooltip: (index: number) => HTMLElement;
}

/** What all charts of the page share: hairline axes, the page's type, a tooltip built by us. */
export function chartFrame({ dark, f, categories, axisLabel, log, max, valueLabel, tooltip }: Frame) {
  const c = colors(dark);
  return {
    animation: false,
    textStyle: { fontFamily: FONT, color: c.ink },
    grid: { left: 4, right: 14, top: 16, bottom: 2, containLabel: true },
    xAxis: {
      type: 'category', data: categories, axisLine: { lineStyle: { color: c.strong } }, axisTick: { show: false },
      axisLabel: { color: c.ink, fontSize: 11, formatter: axisLabel, hideOverlap: true, margin: 8, showMinLabel: true },
    },
    yAxis: {
      type: log ? 'log' : 'value', min: log ? 1 : 0, max, minInterval: valueLabel ? undefined : 1, splitNumber: 4, splitLine: { lineStyle: { color: c.line } },
      axisLabel: { color: c.ink, fontSize: 11, formatter: valueLabel ?? ((value: number) => f.compact(value)), hideOverlap: true },
    },
    tooltip: {
      trigger: 'axis', axisPointer: { type: 'line', lineStyle: { color: c.strong, type: 'solid' } }, className: 'chart-tip', confine: true,
      backgroundColor: c.surface, borderColor: c.strong, borderWidth: 1, padding: [6, 10], textStyle: { color: c.text, fontSize: 12, fontFamily: FONT },
      extraCssText: 'border-radius:5px;box-shadow:none;',
      formatter: (items: { dataIndex: number }[]) => tooltip(items[0]?.dataIndex ?? 0),
    },
  };
}

/** An upright line: a day that changes how the others are read, the day the page stands at, or where known figures end. */
export interface Mark {
  at: string;
  kind: Annotation['kind'] | 'now' | 'cut';
  /** Said where the pointer or the keyboard rests on the day. */
  text?: string;
}

/** The upright lines of a chart, and a level one to compare with. */
export function markLines(dark: boolean, marks: readonly Mark[], level?: number) {
  const c = colors(dark);
  const style = (kind: Mark['kind']) =>
    kind === 'now' ? { color: c.now, width: 1, type: 'solid' }
      : kind === 'cut' ? { color: c.strong, width: 1, type: [3, 3] }
        : { color: c.mark, width: 1.2, type: kind === 'definition-change' ? 'solid' : 'dashed' };
  return {
    silent: true, symbol: 'none', animation: false, label: { show: false },
    data: [
      ...marks.map(({ at, kind }) => ({ xAxis: at, lineStyle: style(kind) })),
      ...(level === undefined ? [] : [{ yAxis: level, lineStyle: { color: c.now, width: 1, type: 'solid' } }]),
    ],
  };
}

export interface TipRow {
  label: string;
  value: string;
  color?: string;
}

/** The sheet of a tooltip, built as nodes: text from data stays text, and no style stands in markup. */
export function tip(head: string, rows: readonly TipRow[]): HTMLElement {
  const sheet = document.createElement('div');
  const add = (parent: HTMLElement, tag: string, className: string, text = '') => {
    const node = document.createElement(tag);
    node.className = className;
    node.textContent = text;
    parent.append(node);
    return node;
  };
  add(sheet, 'div', 'tip-head', head);
  for (const { label, value, color } of rows) {
    const row = add(sheet, 'div', 'tip-row');
    if (color) add(row, 'i', 'swatch').style.backgroundColor = color;
    add(row, 'span', '', label);
    add(row, 'b', '', value);
  }
  return sheet;
}
