import type { I18n } from '../i18n';
import type { Cell } from '../ui/csv';
import { chartFrame, markLines, tip, type Mark, type TipRow } from './chartOption';
import type { Drawing } from './ChartPanel';
import { hatching } from './hatching';
import type { LegendItem } from './Legend';
import { pairColor, type Tone } from './palette';

type Values = readonly (number | null | undefined)[];

interface LayerBase {
  /** Heads the column of the exported table. */
  key: string;
  name: string;
  tone: Tone;
  /** Left out of tooltip and legend: it only supports another layer. */
  silent?: boolean;
}
export interface LineLayer extends LayerBase {
  kind: 'line';
  values: Values;
  dashed?: boolean;
  width?: number;
}
export interface BarLayer extends LayerBase {
  kind: 'bars';
  values: Values;
}
/** Points, for instance alarms: only where there is a value. */
export interface MarkerLayer extends LayerBase {
  kind: 'markers';
  values: Values;
  symbol?: 'circle' | 'triangle' | 'diamond';
}
/** An interval over time: its lower and upper limit for each date. */
export interface RibbonLayer extends LayerBase {
  kind: 'ribbon';
  low: Values;
  high: Values;
  opacity: number;
}
export type Layer = LineLayer | BarLayer | MarkerLayer | RibbonLayer;

/** A stretch of days that is to be read with care; drawn hatched. */
export interface Band {
  from: string;
  to: string;
  name: string;
}

export interface TimeChart {
  /** Every step of the axis, ascending; values stand at the same position. */
  dates: readonly string[];
  layers: readonly Layer[];
  marks?: readonly Mark[];
  bands?: readonly Band[];
  /** A horizontal line to compare with, such as 1 for the reproduction number. */
  level?: number;
  log?: boolean;
  /** Upper end of the value axis, where a wide interval would hide the rest. */
  max?: number;
  /** How a value is written in the tooltip. */
  show: (value: number) => string;
  /** How a value is written at the axis. */
  axis?: (value: number) => string;
  label?: (date: string) => string;
}

/** A chart over time from layers drawn in their order; option, tooltip, legend and table all come from the same layers. */
export function timeChart(chart: TimeChart, { f }: Pick<I18n, 'f'>): Drawing {
  return {
    option: (dark) => ({
      ...chartFrame({
        dark, f, categories: [...chart.dates], axisLabel: (date) => f.shortDay(date), log: chart.log, max: chart.max, valueLabel: chart.axis,
        tooltip: (i) => tip((chart.label ?? f.longDay)(chart.dates[i] ?? ''), [...tipRows(chart, i, dark), ...marksOf(chart, i)]),
      }),
      series: seriesOf(chart, dark),
    }),
    legend: (dark) => legendOf(chart, dark),
    table: () => tableOf(chart),
  };
}

const at = (values: Values, i: number): number | null => values[i] ?? null;

export function tableOf({ dates, layers }: Pick<TimeChart, 'dates' | 'layers'>): { head: string[]; rows: Cell[][] } {
  return {
    head: ['date', ...layers.flatMap((layer) => (layer.kind === 'ribbon' ? [`${layer.key}_low`, `${layer.key}_high`] : [layer.key]))],
    rows: dates.map((date, i) => [date, ...layers.flatMap((layer) => (layer.kind === 'ribbon' ? [at(layer.low, i), at(layer.high, i)] : [at(layer.values, i)]))]),
  };
}

function tipRows({ layers, show }: TimeChart, i: number, dark: boolean): TipRow[] {
  const rows: TipRow[] = [];
  for (const layer of layers) {
    if (layer.silent) continue;
    const color = pairColor(layer.tone, dark);
    if (layer.kind === 'ribbon') {
      const [low, high] = [at(layer.low, i), at(layer.high, i)];
      if (low !== null && high !== null) rows.push({ label: layer.name, value: `${show(low)} – ${show(high)}`, color });
    } else {
      const value = at(layer.values, i);
      if (value !== null) rows.push({ label: layer.name, value: show(value), color });
    }
  }
  return rows;
}

function marksOf({ dates, marks = [], bands = [] }: TimeChart, i: number): TipRow[] {
  const date = dates[i] ?? '';
  return [...marks.filter((mark) => mark.at === date && mark.text), ...bands.filter(({ from, to }) => from <= date && date <= to).map(({ name }) => ({ text: name }))]
    .map(({ text }) => ({ label: text ?? '', value: '' }));
}

function legendOf({ layers, bands = [] }: TimeChart, dark: boolean): LegendItem[] {
  const sign = (layer: Layer): LegendItem['sign'] => (layer.kind === 'markers' ? 'dot' : layer.kind === 'line' ? (layer.dashed ? 'dashed' : 'line') : 'area');
  const items = layers.filter((layer) => !layer.silent).map((layer) => ({
    label: layer.name, sign: sign(layer), color: layer.kind === 'ribbon' ? mixed(pairColor(layer.tone, dark), layer.opacity) : pairColor(layer.tone, dark),
  }));
  const names = [...new Set(bands.map(({ name }) => name))].map((label) => ({ label, sign: 'hatched' as const, color: hatchInk(dark) }));
  return [...items, ...names];
}

const hatchInk = (dark: boolean) => (dark ? '#5f7380' : '#8496a2');

/** The colour at an opacity, as #rrggbbaa. */
const mixed = (color: string, opacity: number) => color + Math.round(opacity * 255).toString(16).padStart(2, '0');

/** A logarithmic axis has no place for zero: such days are gaps, not ones. */
export const drawable = (value: number | null | undefined, log = false): number | null => (value === null || value === undefined || (log && value <= 0) ? null : value);

function seriesOf(chart: TimeChart, dark: boolean): object[] {
  const series = chart.layers.map((layer, z) => ({ ...seriesFor(layer, chart, dark), z: 2 + z, animation: false }));
  // A series without figures carries what belongs to the axes alone, so that it is there whatever the layers are.
  const frame = {
    type: 'line', data: chart.dates.map(() => null), silent: true, z: 1, animation: false,
    markLine: markLines(dark, chart.marks ?? [], chart.level),
    markArea: {
      silent: true, animation: false, itemStyle: { color: hatching(hatchInk(dark)) },
      data: (chart.bands ?? []).map(({ from, to }) => [{ xAxis: from }, { xAxis: to }]),
    },
  };
  return [frame, ...series];
}

function seriesFor(layer: Layer, chart: TimeChart, dark: boolean): object {
  const color = pairColor(layer.tone, dark);
  if (layer.kind === 'ribbon') return ribbon(layer, chart, color);
  const data = chart.dates.map((_, i) => drawable(layer.values[i], chart.log));
  if (layer.kind === 'bars') return { type: 'bar', data, itemStyle: { color }, barCategoryGap: chart.dates.length > 150 ? '0%' : '12%', barGap: '-100%' };
  if (layer.kind === 'markers') return { type: 'line', data, lineStyle: { width: 0, opacity: 0 }, itemStyle: { color }, symbol: layer.symbol ?? 'circle', symbolSize: 8, showAllSymbol: true };
  const lonely = data.filter((value) => value !== null).length === 1;
  return { type: 'line', data, showSymbol: lonely, symbolSize: 5, lineStyle: { width: layer.width ?? 1.8, color, type: layer.dashed ? [5, 3] : 'solid' }, itemStyle: { color } };
}

interface Api {
  coord: (point: [number, number]) => [number, number];
}

/** Runs of dates where both limits are known, as positions from first to last. */
export function runs({ low, high }: Pick<RibbonLayer, 'low' | 'high'>, count: number): [first: number, last: number][] {
  const found: [number, number][] = [];
  for (let i = 0; i < count; i++) {
    if (at(low, i) === null || at(high, i) === null) continue;
    const last = found.at(-1);
    if (last && last[1] === i - 1) last[1] = i;
    else found.push([i, i]);
  }
  return found;
}

/** The area between two limits as polygons: exact on linear and logarithmic axes, with gaps where a limit is missing. */
function ribbon(layer: RibbonLayer, { dates, log, max }: TimeChart, color: string): object {
  const floor = log ? 1 : -Infinity;
  const top = max ?? Infinity;
  const clamp = (value: number) => Math.min(top, Math.max(floor, value));
  const stretches = runs(layer, dates.length);
  const points = (api: Api, limit: Values, [first, last]: [number, number]) =>
    Array.from({ length: last - first + 1 }, (_, k) => api.coord([first + k, clamp(at(limit, first + k) ?? 0)]));
  return {
    type: 'custom', silent: true, clip: true, encode: { x: 0, y: [1, 2] },
    data: dates.map((_, i) => [i, at(layer.low, i), at(layer.high, i)].map((value, k) => (k === 0 || value === null ? value : clamp(value)))),
    renderItem: (params: { context: { drawn?: boolean } }, api: Api) => {
      if (params.context.drawn) return null;
      params.context.drawn = true;
      return {
        type: 'group',
        children: stretches.map((stretch) => ({
          type: 'polygon', silent: true, style: { fill: color, opacity: layer.opacity },
          shape: { points: [...points(api, layer.high, stretch), ...points(api, layer.low, stretch).reverse()] },
        })),
      };
    },
  };
}

/** Every day from one to another, both included. */
export function daysFrom(first: string, last: string): string[] {
  const days: string[] = [];
  for (let ms = Date.parse(`${first}T00:00:00Z`), end = Date.parse(`${last}T00:00:00Z`); ms <= end; ms += 86_400_000) days.push(new Date(ms).toISOString().slice(0, 10));
  return days;
}

/** Values by date, set out along an axis; dates without one are gaps. */
export function along(dates: readonly string[], known: ReadonlyMap<string, number | null>): (number | null)[] {
  return dates.map((date) => known.get(date) ?? null);
}
