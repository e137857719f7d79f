import { useLayoutEffect, useRef } from 'react';
import { useDark } from '../../app/preferences';
import { useI18n } from '../../i18n';
import { mountain, partners } from './structureArcs';
import type { Structure } from './types';

const HEIGHT = 260;
const LETTERS_FROM = 9;

/** Arcs over the sequence, or the mountain of enclosing pairs; on a canvas, so that a whole genome is no burden. */
export function StructurePicture({ structure, kind }: { structure: Structure; kind: 'arcs' | 'mountain' }) {
  const { t } = useI18n();
  const dark = useDark();
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    const element = canvas.current;
    if (!element) return undefined;
    const draw = () => {
      const width = element.parentElement?.clientWidth ?? 600;
      const ratio = window.devicePixelRatio || 1;
      element.width = width * ratio;
      element.height = HEIGHT * ratio;
      element.style.width = `${width}px`;
      element.style.height = `${HEIGHT}px`;
      const context = element.getContext('2d');
      if (!context) return;
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      context.clearRect(0, 0, width, HEIGHT);
      const token = (name: string) => getComputedStyle(element).getPropertyValue(name).trim();
      const job = { context, structure, width, accent: token('--accent'), faint: token('--ink-3'), line: token('--line-strong') };
      if (kind === 'arcs') drawArcs(job);
      else drawMountain(job);
    };
    draw();
    const observer = new ResizeObserver(draw);
    if (element.parentElement) observer.observe(element.parentElement);
    return () => observer.disconnect();
  }, [structure, kind, dark]);
  const pairs = structure.structure.split('(').length - 1;
  return <div className="structure-frame"><canvas ref={canvas} role="img" aria-label={t('structure.description', { n: pairs, letters: structure.sequence.length })} /></div>;
}

interface Job {
  context: CanvasRenderingContext2D;
  structure: Structure;
  width: number;
  accent: string;
  faint: string;
  line: string;
}

const LEFT = 10;
const BASE = HEIGHT - 26;

function drawArcs({ context, structure, width, accent, faint, line }: Job): void {
  const n = structure.sequence.length;
  const step = (width - 2 * LEFT) / Math.max(1, n - 1);
  const x = (i: number) => LEFT + i * step;
  const pair = partners(structure.structure);
  let longest = 1;
  pair.forEach((other, i) => { longest = Math.max(longest, other - i); });
  const squash = Math.min(1, (BASE - 10) / ((longest * step) / 2));
  context.strokeStyle = accent;
  context.lineWidth = Math.max(0.4, Math.min(1.4, step * 0.5));
  context.globalAlpha = n > 4000 ? 0.3 : n > 800 ? 0.55 : 0.85;
  context.beginPath();
  pair.forEach((other, i) => {
    if (other <= i) return;
    const radius = ((other - i) * step) / 2;
    context.moveTo(x(i), BASE);
    context.ellipse((x(i) + x(other)) / 2, BASE, radius, radius * squash, 0, Math.PI, 2 * Math.PI);
  });
  context.stroke();
  context.globalAlpha = 1;
  drawBase({ context, structure, width, line, faint, step });
}

function drawMountain({ context, structure, width, accent, faint, line }: Job): void {
  const heights = mountain(structure.structure);
  const most = heights.reduce((a, b) => Math.max(a, b), 1);
  const step = (width - 2 * LEFT) / Math.max(1, heights.length - 1);
  const y = (height: number) => BASE - (height * (BASE - 14)) / most;
  context.beginPath();
  context.moveTo(LEFT, BASE);
  heights.forEach((height, i) => context.lineTo(LEFT + i * step, y(height)));
  context.lineTo(width - LEFT, BASE);
  context.closePath();
  context.fillStyle = accent;
  context.globalAlpha = 0.16;
  context.fill();
  context.globalAlpha = 1;
  context.strokeStyle = accent;
  context.lineWidth = 1.2;
  context.stroke();
  drawBase({ context, structure, width, line, faint, step });
}

function drawBase({ context, structure, width, line, faint, step }: { context: CanvasRenderingContext2D; structure: Structure; width: number; line: string; faint: string; step: number }): void {
  context.strokeStyle = line;
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(LEFT, BASE + 0.5);
  context.lineTo(width - LEFT, BASE + 0.5);
  context.stroke();
  context.fillStyle = faint;
  context.font = `11px ${getComputedStyle(document.body).fontFamily}`;
  context.textBaseline = 'top';
  if (step >= LETTERS_FROM) {
    context.textAlign = 'center';
    [...structure.sequence].forEach((letter, i) => context.fillText(letter, LEFT + i * step, BASE + 5));
    return;
  }
  context.textAlign = 'left';
  context.fillText(String(structure.from), LEFT, BASE + 8);
  context.textAlign = 'right';
  context.fillText(String(structure.to), width - LEFT, BASE + 8);
}
