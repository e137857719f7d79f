import type { Measure } from '../../api/contract';
import { useI18n } from '../../i18n';
import { nearestNice, radiusOf } from './classing';
import { showMeasure } from './measures';
import { noData } from './palette';
import { MAX_RADIUS } from './mapStyle';
import type { MapScale } from './useMapData';
import type { MapMode } from './useSituation';

interface Props {
  scale: MapScale;
  measure: Measure;
  mode: MapMode;
  dark: boolean;
}

/** What the colours or circles mean: the limits stand at the seams of the classes. */
export function MapLegend({ scale, measure, mode, dark }: Props) {
  const { t, f } = useI18n();
  if (mode === 'symbols' && measure !== 'growth') {
    const samples = [1, 0.25, 0.05].map((share) => nearestNice(Math.max(1, scale.maximum * share)));
    return (
      <figure className="legend legend-symbols" aria-label={t('legend.title')}>
        {[...new Set(samples)].map((sample) => {
          const radius = radiusOf(sample, scale.maximum, MAX_RADIUS);
          return <span key={sample}><svg width={radius * 2 + 2} height={radius * 2 + 2} aria-hidden="true"><circle cx={radius + 1} cy={radius + 1} r={radius} /></svg>{showMeasure(f, measure, sample)}</span>;
        })}
      </figure>
    );
  }
  const lowest = measure === 'growth' ? '' : '0';
  return (
    <figure className="legend" aria-label={t('legend.title')}>
      <span className="legend-none"><i style={{ background: noData(dark) }} />{t('legend.noData')}</span>
      <ol>
        {scale.colors.map((color, index) => {
          const below = index === 0 ? lowest : showMeasure(f, measure, scale.breaks[index - 1]);
          return <li key={color + below}><i style={{ background: color }} /><span>{below}</span></li>;
        })}
      </ol>
    </figure>
  );
}
