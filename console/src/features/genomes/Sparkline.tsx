import type { Course } from './types';

const WIDTH = 110;
const HEIGHT = 26;

/** The course of a share in a table cell: the line, and the interval around it. The figures stand beside it. */
export function Sparkline({ weeks }: { weeks: Course['weeks'] }) {
  const x = (i: number) => 2 + (i * (WIDTH - 4)) / Math.max(1, weeks.length - 1);
  const y = (share: number) => HEIGHT - 2 - share * (HEIGHT - 4);
  const known = weeks.flatMap(({ share, low, high }, i) => (share === null || low === null || high === null ? [] : [{ x: x(i), share: y(share), low: y(low), high: y(high) }]));
  const points = (list: { x: number; y: number }[]) => list.map((at) => `${at.x.toFixed(1)},${at.y.toFixed(1)}`).join(' ');
  const area = [...known.map((at) => ({ x: at.x, y: at.high })), ...known.map((at) => ({ x: at.x, y: at.low })).reverse()];
  return (
    <svg className="sparkline" width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" focusable="false">
      <polygon points={points(area)} className="sparkline-area" />
      <polyline points={points(known.map((at) => ({ x: at.x, y: at.share })))} className="sparkline-line" />
    </svg>
  );
}
