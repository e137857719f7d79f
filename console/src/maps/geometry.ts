import type { Region, RegionGeometry } from '../api/contract';

type Ring = number[][];
type Box = [west: number, south: number, east: number, north: number];

function ringArea(ring: Ring): number {
  let twice = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [ax, ay] = ring[j] as [number, number];
    const [bx, by] = ring[i] as [number, number];
    twice += ax * by - bx * ay;
  }
  return Math.abs(twice / 2);
}

/** The centre of gravity of the largest part: where a label stands when nobody gave a better place. */
export function labelPoint(shape: GeoJSON.Polygon | GeoJSON.MultiPolygon): [number, number] {
  const outer = (shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates).map((polygon) => polygon[0] as Ring);
  const largest = outer.reduce((a, b) => (ringArea(b) > ringArea(a) ? b : a));
  let x = 0;
  let y = 0;
  let weight = 0;
  for (let i = 0, j = largest.length - 1; i < largest.length; j = i++) {
    const [ax, ay] = largest[j] as [number, number];
    const [bx, by] = largest[i] as [number, number];
    const cross = ax * by - bx * ay;
    x += (ax + bx) * cross;
    y += (ay + by) * cross;
    weight += cross;
  }
  return weight === 0 ? (largest[0] as [number, number]) : [x / (3 * weight), y / (3 * weight)];
}

/** The box around all shapes; parts far beyond the 85th parallel are left to the edge. */
export function bounds(geometry: RegionGeometry): Box | null {
  const box: Box = [180, 90, -180, -90];
  const visit = (ring: Ring) => {
    for (const [x, y] of ring as [number, number][]) {
      box[0] = Math.min(box[0], x);
      box[1] = Math.min(box[1], Math.max(-58, y));
      box[2] = Math.max(box[2], x);
      box[3] = Math.max(box[3], Math.min(84, y));
    }
  };
  for (const { geometry: shape } of geometry.features) {
    for (const polygon of shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates) visit(polygon[0] as Ring);
  }
  return box[0] <= box[2] ? box : null;
}

/** One point a region, for its label and its symbol; the most populous are labelled first. */
export function points(geometry: RegionGeometry, regions: readonly Region[]): GeoJSON.FeatureCollection<GeoJSON.Point> {
  const known = new Map(regions.map((region) => [region.code, region]));
  return {
    type: 'FeatureCollection',
    features: geometry.features.map(({ properties, geometry: shape }) => {
      const region = known.get(properties.code);
      return {
        type: 'Feature',
        properties: { code: properties.code, en: properties.name.en || properties.name.zh, zh: properties.name.zh || properties.name.en, order: -(region?.population ?? 0) },
        geometry: { type: 'Point', coordinates: region?.centroid ?? labelPoint(shape) },
      };
    }),
  };
}
