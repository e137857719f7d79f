import { classOf, type Breaks } from './classing';

export interface MapScale {
  breaks: Breaks;
  /** One colour more than there are breaks. */
  colors: string[];
  maximum: number;
  color(value: number): string;
}

export function makeScale(breaks: Breaks, colors: string[], maximum: number): MapScale {
  return { breaks, colors, maximum, color: (value) => colors[classOf(value, breaks)] as string };
}

/** What a map, its legend and its ranking show: a figure for each region, how it is coloured and written. */
export interface MapView {
  values: ReadonlyMap<string, number | null>;
  scale: MapScale;
  /** What the figures are. */
  label: string;
  show: (value: number | null | undefined) => string;
  /** More about a region, below its figure. */
  detail?: (code: string) => string | null;
  /** Set for figures around a middle, such as growth: circles are sized by the distance from nothing up to this. */
  diverging?: { full: number; radius: number };
}
