import type { StyleSpecification } from 'maplibre-gl';

export const MAX_RADIUS = 34;

interface MapColors {
  ground: string;
  line: string;
  ink: string;
  halo: string;
  symbol: string;
  current: string;
  none: string;
}

export const mapColors = (dark: boolean): MapColors => dark
  ? { ground: '#131c23', line: '#3d4d58', ink: '#e5ecf0', halo: '#0c1318', symbol: '#66bfe6', current: '#ffab66', none: '#0f171c' }
  : { ground: '#ffffff', line: '#9fb0ba', ink: '#13212b', halo: '#ffffff', symbol: '#0b5e85', current: '#c0571a', none: '#dfe5e8' };

/** A style of our own: regions on a plain ground, labels drawn with the page's fonts. Nothing is fetched. */
export function mapStyle(dark: boolean, lang: 'en' | 'zh'): StyleSpecification {
  const c = mapColors(dark);
  const empty = { type: 'FeatureCollection' as const, features: [] };
  return {
    version: 8,
    sources: {
      regions: { type: 'geojson', data: empty, promoteId: 'code', tolerance: 0.2 },
      points: { type: 'geojson', data: empty, promoteId: 'code' },
    },
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': c.ground } },
      { id: 'areas', type: 'fill', source: 'regions', paint: { 'fill-color': ['to-color', ['feature-state', 'color'], c.none], 'fill-antialias': true } },
      { id: 'borders', type: 'line', source: 'regions', paint: { 'line-color': c.line, 'line-width': 0.6 } },
      { id: 'hover', type: 'line', source: 'regions', paint: { 'line-color': c.ink, 'line-width': ['case', ['boolean', ['feature-state', 'hover'], false], 1.6, 0] } },
      { id: 'current', type: 'line', source: 'regions', filter: ['==', ['get', 'code'], ''], paint: { 'line-color': c.current, 'line-width': 2.4 } },
      {
        id: 'symbols', type: 'circle', source: 'points',
        paint: {
          'circle-radius': ['coalesce', ['feature-state', 'radius'], 0], 'circle-color': ['to-color', ['feature-state', 'color'], c.symbol],
          'circle-opacity': 0.62, 'circle-stroke-color': c.symbol, 'circle-stroke-width': ['case', ['>', ['coalesce', ['feature-state', 'radius'], 0], 0], 1, 0],
        },
      },
      {
        id: 'labels', type: 'symbol', source: 'points',
        layout: {
          'text-field': ['get', lang], 'text-font': ['IBM Plex Sans Variable', 'Noto Sans SC', 'sans-serif'], 'text-size': 11.5, 'text-max-width': 8,
          'text-padding': 6, 'symbol-sort-key': ['get', 'order'],
        },
        paint: { 'text-color': c.ink, 'text-halo-color': c.halo, 'text-halo-width': 1.4 },
      },
    ],
  };
}
