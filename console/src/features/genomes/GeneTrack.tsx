import { useLayoutEffect, useRef, useState } from 'react';
import { useDark } from '../../app/preferences';
import { useI18n } from '../../i18n';
import { trackLanes } from './trackLanes';
import { categorical } from './treeColours';
import { numberTicks } from './treeTicks';
import type { GenomeDetail, Reference } from './types';

const LEFT = 8;
const GENE = 20;
const LANE = 24;
const STEM = 56;
const LABEL_MOST = 60;

/** Mutations along the genome: genes as boxes, substitutions as pins, gaps and unknown letters as bars. */
export function GeneTrack({ reference, detail }: { reference: Reference; detail: GenomeDetail }) {
  const { t, f } = useI18n();
  const dark = useDark();
  const holder = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(800);
  useLayoutEffect(() => {
    const element = holder.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => setWidth(Math.max(280, element.clientWidth)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const x = (position: number) => LEFT + (position * (width - 2 * LEFT)) / reference.length;
  const genes = trackLanes(reference.genes);
  const lanes = 1 + Math.max(0, ...genes.map(({ lane }) => lane));
  const top = STEM + 22;
  const bottom = top + lanes * LANE;
  const labelled = detail.substitutions.length <= LABEL_MOST ? spread(detail.substitutions.map(({ position }) => x(position)), 13, width) : null;
  const acids = new Map(detail.aminoAcids.map((text) => [text, true]));
  return (
    <div ref={holder} className="gene-track">
      <svg width={width} height={bottom + 46} role="img" aria-label={t('genome.trackDescription', { n: detail.substitutions.length, length: reference.length, acids: acids.size })}>
        {numberTicks(0, reference.length, Math.max(2, width / 110), (value) => f.integer(value)).map(({ at, label }) => (
          <g key={at}><line x1={x(at)} x2={x(at)} y1={top - 4} y2={bottom + 22} className="track-grid" /><text x={Math.min(Math.max(x(at), 18), width - 20)} y={bottom + 38} className="track-tick">{label}</text></g>
        ))}
        <line x1={x(0)} x2={x(reference.length)} y1={bottom + 10} y2={bottom + 10} className="track-line" />
        {detail.missing.map(({ from, to }) => <rect key={from} x={x(from)} width={Math.max(1.5, x(to) - x(from))} y={bottom + 5} height={10} className="track-missing"><title>{t('genome.missing', { from, to })}</title></rect>)}
        {detail.deletions.map(({ from, to }) => <rect key={from} x={x(from)} width={Math.max(2.5, x(to) - x(from))} y={bottom + 3} height={14} className="track-deletion"><title>{t('genome.deletion', { from, to })}</title></rect>)}
        {genes.map(({ gene, lane, from, to, part }) => (
          <g key={`${gene.name}-${part}`}>
            <rect x={x(from)} width={Math.max(2, x(to) - x(from) - 1)} y={top + lane * LANE} height={GENE} rx={3} fill={categorical(reference.genes.indexOf(gene), dark)} fillOpacity={dark ? 0.42 : 0.2} stroke={categorical(reference.genes.indexOf(gene), dark)} />
            {x(to) - x(from) > 9 * gene.name.length && <text x={(x(from) + x(to)) / 2} y={top + lane * LANE + 14} className="track-gene">{gene.name}</text>}
            <title>{`${gene.name} ${f.integer(from)}–${f.integer(to)}`}</title>
          </g>
        ))}
        {detail.substitutions.map((one, i) => {
          const at = x(one.position);
          const head = labelled?.[i] ?? at;
          const gene = reference.genes.findIndex(({ name }) => name === one.gene);
          return (
            <g key={one.text}>
              <path d={`M${at} ${bottom + 10}V${top - 6}L${head} ${top - 14}V${top - 17}`} className="track-stem" />
              <circle cx={head} cy={top - 19} r={3.4} fill={gene < 0 ? 'var(--ink-3)' : categorical(gene, dark)} />
              {labelled && <text x={0} y={0} transform={`translate(${head + 3.5} ${top - 25}) rotate(-90)`} className="track-label">{one.text}</text>}
              <title>{`${one.text}${one.gene ? ` · ${one.gene}` : ''}`}</title>
            </g>
          );
        })}
      </svg>
    </div>
  );
}

/** Positions moved apart so that labels do not lie on each other, in order, as near as can be. */
export function spread(positions: readonly number[], gap: number, width: number): number[] | null {
  if (positions.length * gap > width - 10) return null;
  const placed = [...positions];
  for (let i = 1; i < placed.length; i++) placed[i] = Math.max(placed[i] ?? 0, (placed[i - 1] ?? 0) + gap);
  let limit = width - 8;
  for (let i = placed.length - 1; i >= 0; i--) {
    placed[i] = Math.min(placed[i] ?? 0, limit);
    limit = (placed[i] ?? 0) - gap;
  }
  return placed;
}
