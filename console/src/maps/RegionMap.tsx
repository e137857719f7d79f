import { GeoJSONSource, Map as LibreMap, NavigationControl, setWorkerUrl, type MapGeoJSONFeature } from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { useEffect, useRef, useState } from 'react';
import type { Region, RegionGeometry } from '../api/contract';
import { useDark } from '../app/preferences';
import { useI18n } from '../i18n';
import { Skeleton } from '../ui/Status';
import { radiusOf } from './classing';
import { bounds, points } from './geometry';
import { MAX_RADIUS, mapColors, mapStyle } from './mapStyle';
import type { MapView } from './view';
import './maps.css';

setWorkerUrl(workerUrl);

interface Props {
  geometry: RegionGeometry;
  regions: readonly Region[] | undefined;
  view: MapView;
  mode: 'areas' | 'symbols';
  current: string | null;
  onPick: (code: string) => void;
}

interface Hover {
  x: number;
  y: number;
  code: string;
}

/** Regions on a plain ground. The same figures stand in the table below, for those who use no pointer. */
export default function RegionMap({ geometry, regions, view, mode, current, onPick }: Props) {
  const { t, lang, say } = useI18n();
  const dark = useDark();
  const box = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<LibreMap | null>(null);
  const [drawn, setDrawn] = useState(false);
  const [hover, setHover] = useState<Hover | null>(null);
  const pick = useRef(onPick);
  pick.current = onPick;
  const { values, scale, diverging } = view;

  useEffect(() => {
    const created = new LibreMap({
      container: box.current as HTMLDivElement, style: mapStyle(dark, lang), attributionControl: false, dragRotate: false, pitchWithRotate: false,
      touchPitch: false, renderWorldCopies: false, fadeDuration: 0, minZoom: 0, maxZoom: 14,
      locale: { 'Map.Title': t('map.canvas'), 'NavigationControl.ZoomIn': t('map.zoomIn'), 'NavigationControl.ZoomOut': t('map.zoomOut') },
    });
    created.touchZoomRotate.disableRotation();
    created.scrollZoom.disable();
    created.addControl(new NavigationControl({ showCompass: false }), 'top-right');
    created.on('load', () => setMap(created));
    created.on('click', (event) => {
      const code = codeAt(created.queryRenderedFeatures(event.point, { layers: ['symbols', 'areas'] }));
      if (code) pick.current(code);
    });
    created.on('mousemove', (event) => {
      const code = codeAt(created.queryRenderedFeatures(event.point, { layers: ['symbols', 'areas'] }));
      created.getCanvas().style.cursor = code ? 'pointer' : '';
      setHover(code ? { x: event.point.x, y: event.point.y, code } : null);
    });
    created.on('mouseout', () => setHover(null));
    return () => {
      setMap(null);
      setDrawn(false);
      created.remove();
    };
  }, [dark, lang, t]);

  useEffect(() => {
    if (!map) return;
    map.getSource<GeoJSONSource>('regions')?.setData(geometry);
    map.getSource<GeoJSONSource>('points')?.setData(points(geometry, regions ?? []));
    map.once('idle', () => setDrawn(true));
    const around = bounds(geometry);
    if (around) map.fitBounds(around, { padding: 18, animate: false });
  }, [map, geometry, regions]);

  useEffect(() => {
    if (!map) return;
    const colors = mapColors(dark);
    for (const { properties } of geometry.features) {
      const value = values.get(properties.code) ?? null;
      const color = value === null ? colors.none : scale.color(value);
      const radius = mode === 'symbols' && value !== null ? radiusOf(Math.abs(value), diverging?.full ?? scale.maximum, diverging?.radius ?? MAX_RADIUS) : 0;
      map.setFeatureState({ source: 'regions', id: properties.code }, { color: mode === 'areas' ? color : colors.none });
      map.setFeatureState({ source: 'points', id: properties.code }, { radius, color: diverging ? color : colors.symbol });
    }
    map.setFilter('current', ['==', ['get', 'code'], current ?? '']);
  }, [map, geometry, regions, values, scale, diverging, mode, dark, current]);

  useEffect(() => {
    if (!map || !hover) return undefined;
    const target = { source: 'regions', id: hover.code };
    map.setFeatureState(target, { hover: true });
    return () => { if (map.getSource('regions')) map.setFeatureState(target, { hover: false }); };
  }, [map, hover?.code]);

  const named = hover && geometry.features.find(({ properties }) => properties.code === hover.code)?.properties;
  return (
    <div className="map" data-drawn={drawn}>
      <div ref={box} className="map-canvas" />
      {!drawn && <div className="map-wait"><Skeleton height={360} /></div>}
      {hover && named && (
        <div className="map-tip" style={{ insetInlineStart: hover.x, top: hover.y }}>
          <strong>{say(named.name)}</strong>
          <span>{view.show(values.get(hover.code))} <span className="muted">{view.label}</span></span>
          {view.detail?.(hover.code) && <span className="muted">{view.detail(hover.code)}</span>}
        </div>
      )}
    </div>
  );
}

function codeAt(features: MapGeoJSONFeature[]): string | null {
  const code: unknown = features[0]?.properties.code;
  return typeof code === 'string' ? code : null;
}
