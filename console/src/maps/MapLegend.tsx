import { useDark } from '../app/preferences';
import { noData } from '../charts/palette';
import { useI18n } from '../i18n';
import { nearestNice, radiusOf } from './classing';
import { MAX_RADIUS } from './mapStyle';
import type { MapView } from './view';
import './maps.css';

/** What the colours or circles mean: the limits stand at the seams of the classes. */
export function MapLegend({ view, mode }: { view: MapView; mode: 'areas' | 'symbols' | 'bars' }) {
  const { t } = useI18n();
  const dark = useDark();
  const { scale, show, diverging } = view;
  if (mode === 'symbols' && !diverging) {
    const samples = [1, 0.25, 0.05].map((share) => nearestNice(Math.max(1, scale.maximum * share)));
    return (
      <figure className="legend legend-symbols" aria-label={t('legend.title')}>
        {[...new Set(samples)].map((sample) => {
          const radius = radiusOf(sample, scale.maximum, MAX_RADIUS);
          return <span key={sample}><svg width={radius * 2 + 2} height={radius * 2 + 2} aria-hidden="true"><circle cx={radius + 1} cy={radius + 1} r={radius} /></svg>{show(sample)}</span>;
        })}
      </figure>
    );
  }
  return (
    <figure className="legend" aria-label={t('legend.title')}>
      <span className="legend-none"><i style={{ background: noData(dark) }} />{t('legend.noData')}</span>
      <ol>
        {scale.colors.map((color, index) => {
          const below = index > 0 ? show(scale.breaks[index - 1]) : diverging ? '' : '0';
          return <li key={color + below}><i style={{ background: color }} /><span>{below}</span></li>;
        })}
      </ol>
    </figure>
  );
}
