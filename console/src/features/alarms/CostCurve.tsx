import type { AlarmCost } from '../../api/contract';
import { useDark } from '../../app/preferences';
import { pairColor, TONES } from '../../charts/palette';
import { useI18n } from '../../i18n';
import { curve, labelled, type Point } from './costCurve';

const WIDE = 560;
const NARROW = 330;
const HEIGHT = 190;

/** False alarms against the share of outbreaks found: each point a threshold, the chosen one filled. Figures stand in the table below. */
export function CostCurve({ cost, threshold }: { cost: AlarmCost; threshold: number }) {
  const { t, f } = useI18n();
  const dark = useDark();
  const width = window.innerWidth < 640 ? NARROW : WIDE;
  const { points, xTicks, yTicks } = curve(cost.lines, width, HEIGHT);
  const named = labelled(points, threshold);
  if (points.length < 2) return null;
  const color = pairColor(TONES.expected, dark);
  const line = points.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('');
  const above = (point: Point) => point.y > 40;
  return (
    <figure className="cost-curve">
      <svg viewBox={`0 0 ${width} ${HEIGHT}`} role="img" aria-label={t('cost.chart')}>
        {yTicks.map(({ at, value }) => <g key={value} className="tick"><line x1={46} x2={width - 10} y1={at} y2={at} /><text x={40} y={at + 4} textAnchor="end">{f.percent(value)}</text></g>)}
        {xTicks.map(({ at, value }) => <text key={value} className="tick" x={at} y={HEIGHT - 22} textAnchor="middle">{f.rate(value)}</text>)}
        <text className="tick-name" x={width - 10} y={HEIGHT - 5} textAnchor="end">{t('cost.col.false')}</text>
        <text className="tick-name" x={46} y={11}>{t('cost.col.found')}</text>
        <path d={line} fill="none" stroke={color} strokeWidth={1.8} />
        {points.map((point) => {
          const chosen = point.threshold === threshold;
          return (
            <g key={point.threshold} className={chosen ? 'chosen' : undefined}>
              <circle cx={point.x} cy={point.y} r={chosen ? 6 : 4} fill={chosen ? pairColor(TONES.alarm, dark) : 'var(--surface)'} stroke={chosen ? pairColor(TONES.alarm, dark) : color} strokeWidth={1.8} />
              {named.has(point.threshold) && <text x={point.x} y={point.y + (above(point) ? -9 : 19)} textAnchor="middle">{point.threshold}</text>}
            </g>
          );
        })}
      </svg>
    </figure>
  );
}
