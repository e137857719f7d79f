// Colours that people with any kind of colour vision can tell apart. Sequential: viridis, its light end at
// the light ground, its dark end at the dark one, lightness monotone. Diverging: blue to orange. Classes:
// Okabe and Ito, told apart by a pattern and a label as well.

const SEQUENTIAL_LIGHT = ['#e3f0b0', '#a8db8c', '#5dbd89', '#2a9489', '#2d6a8c', '#3f4788', '#440f54'];
const SEQUENTIAL_DARK = ['#33305f', '#38568c', '#2a788e', '#22998a', '#4fbf73', '#a2da4a', '#f6e84b'];
const DIVERGING_LIGHT = ['#174f8f', '#5c93c9', '#b4d0e8', '#eceeef', '#f8cfa8', '#e48a44', '#a8430b'];
const DIVERGING_DARK = ['#7cb8f7', '#4680b5', '#2b4a66', '#39444c', '#6b4526', '#b86a2c', '#ffab66'];

export const SEQUENTIAL_CLASSES = 6;

/** One colour a class; the class below the first limit ("none") comes first. */
export function sequential(dark: boolean, classes: number): string[] {
  const ramp = dark ? SEQUENTIAL_DARK : SEQUENTIAL_LIGHT;
  const none = dark ? '#1d2a33' : '#f3f6f2';
  const pick = (i: number) => ramp[classes <= 1 ? 3 : Math.round((i * (ramp.length - 1)) / (classes - 1))] as string;
  return [none, ...Array.from({ length: classes }, (_, i) => pick(i))];
}

export const diverging = (dark: boolean): string[] => (dark ? DIVERGING_DARK : DIVERGING_LIGHT);

export const noData = (dark: boolean): string => (dark ? '#0f171c' : '#dfe5e8');

export interface ClassStyle {
  color: string;
  /** ECharts decal: a pattern over the colour. */
  decal: object | null;
  /** The same pattern for a swatch of the legend. */
  pattern: 'solid' | 'diagonal' | 'dots' | 'cross' | 'back' | 'lines';
}

const line = (rotation: number, gap = 4) => ({ symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [1.5, gap], rotation });
const PATTERNS: Record<ClassStyle['pattern'], object | null> = {
  solid: null,
  diagonal: line(-Math.PI / 4),
  back: line(Math.PI / 4),
  lines: line(0),
  dots: { symbol: 'circle', dashArrayX: [[4, 4], [0, 4, 4, 0]], dashArrayY: [4, 0], symbolSize: 0.7 },
  cross: { symbol: 'rect', dashArrayX: [[3, 3], [0, 3, 3, 0]], dashArrayY: [3, 0], symbolSize: 0.8 },
};

const KNOWN: Record<string, [light: string, dark: string, pattern: ClassStyle['pattern']]> = {
  confirmed: ['#0b5e85', '#4fa9d6', 'solid'],
  clinical: ['#d9822b', '#e8a35c', 'diagonal'],
  probable: ['#c9a227', '#dcc05a', 'back'],
  suspected: ['#7fa7b8', '#7d95a3', 'dots'],
  asymptomatic: ['#2f9e80', '#54c3a4', 'lines'],
  discarded: ['#a9b3ba', '#56646e', 'cross'],
  unknown: ['#8a8fa3', '#9aa0b5', 'cross'],
};
const ALIASES: Record<string, string> = {
  confirmed_no_symptoms: 'asymptomatic', confirmed_asymptomatic: 'asymptomatic', clinically_diagnosed: 'clinical', clinical_diagnosis: 'clinical', suspect: 'suspected',
  not_classified: 'unknown', not_a_case: 'discarded', no_case: 'discarded', carrier: 'asymptomatic', confirmed_unknown_symptoms: 'probable',
};
const SPARE: [string, string, ClassStyle['pattern']][] = [['#a0578a', '#d08dbd', 'lines'], ['#6a5acd', '#a99bf0', 'back'], ['#5f7a2e', '#a5c26b', 'dots']];

/** The look of a classification; one that is not known takes a spare colour by its position. */
export function classStyle(key: string, position: number, dark: boolean): ClassStyle {
  const name = key.toLowerCase().replaceAll('-', '_');
  const [light, night, pattern] = KNOWN[ALIASES[name] ?? name] ?? (SPARE[position % SPARE.length] as (typeof SPARE)[0]);
  const decal = PATTERNS[pattern];
  return { color: dark ? night : light, decal: decal && { ...decal, color: dark ? 'rgba(0,0,0,0.42)' : 'rgba(255,255,255,0.62)' }, pattern };
}

/** A colour for the light ground and one for the dark. */
export type Tone = readonly [light: string, dark: string];

export const pairColor = ([light, night]: Tone, dark: boolean): string => (dark ? night : light);

const LINES: readonly Tone[] = [['#13212b', '#e5ecf0'], ['#0b5e85', '#66bfe6'], ['#c0571a', '#ff9b52'], ['#2f8f74', '#5fcfae'], ['#8a4f9e', '#d29be6'], ['#9a7700', '#e5c453']];

/** Tells the lines of one chart apart. */
export const lineTone = (position: number): Tone => LINES[position % LINES.length] as Tone;

export const lineColor = (position: number, dark: boolean): string => pairColor(lineTone(position), dark);

/** What the layers of charts mean, the same on every page. */
export const TONES = {
  observed: ['#13212b', '#e5ecf0'],
  daily: ['#a9c8d8', '#35627b'],
  expected: ['#0b5e85', '#66bfe6'],
  earlier: ['#8a4f9e', '#d29be6'],
  known: ['#2f8f74', '#5fcfae'],
  alarm: ['#c0571a', '#ff9b52'],
} as const satisfies Record<string, Tone>;
