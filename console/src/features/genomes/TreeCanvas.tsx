import { useCallback, useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { useDark } from '../../app/preferences';
import { useI18n } from '../../i18n';
import { IconButton } from '../../ui/Button';
import type { Colouring } from './treeColours';
import type { TreeLayout } from './treeLayout';
import { extent, paintTree, tipAt, type Axis, type Ink, type Scene } from './treePaint';
import { dateTicks, numberTicks } from './treeTicks';
import { MARGIN, centred, held, moved, plotHeight, plotWidth, wholeView, zoomed, type Frame, type View } from './treeView';

interface Props {
  layout: TreeLayout;
  axis: Axis;
  colouring: Colouring;
  names: readonly string[];
  found: ReadonlySet<number> | null;
  /** Node of the tip that is looked at. */
  selected: number | null;
  /** A tip that is to be brought into sight; anew whenever the object changes. */
  focus: { node: number } | null;
  onPick: (node: number | null) => void;
  description: string;
}

const REACH = 14;
const CLICK = 5;
const LABEL_PIXELS = 84;

function inkOf(dark: boolean, element: HTMLElement): Ink {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(name).trim();
  return { text: token('--ink'), faint: token('--ink-2'), grid: token('--line'), ground: token('--surface'), mark: dark ? '#ffffff' : '#13212b', font: `11px ${style.fontFamily}` };
}

interface Grip {
  x: number;
  y: number;
}

/** The tree on a canvas: wheel or pinch zooms, dragging moves, a click picks a tip, keys do all of it. */
export function TreeCanvas({ layout, axis, colouring, names, found, selected, focus, onPick, description }: Props) {
  const { t, f } = useI18n();
  const dark = useDark();
  const canvas = useRef<HTMLCanvasElement>(null);
  const holder = useRef<HTMLDivElement>(null);
  const [frame, setFrame] = useState<Frame>({ width: 0, height: 0 });
  const view = useRef<View>({ top: 0, rowHeight: 1, left: 0, stretch: 1 });
  const asked = useRef(0);
  const scene = useRef<Scene | null>(null);
  const grips = useRef(new Map<number, Grip>());
  const travelled = useRef(0);

  const paint = useCallback(() => {
    cancelAnimationFrame(asked.current);
    asked.current = requestAnimationFrame(() => {
      const context = canvas.current?.getContext('2d');
      if (!context || !scene.current) return;
      const ratio = window.devicePixelRatio || 1;
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      paintTree(context, { ...scene.current, view: view.current, ticks: ticksNow(scene.current, view.current) });
    });
  }, []);

  const ticksNow = (drawn: Scene, now: View) => {
    const [low, high] = extent(drawn.layout, drawn.axis);
    const span = (high - low) / now.stretch;
    const from = low + now.left * (high - low);
    const most = Math.max(2, Math.floor(plotWidth(drawn.frame, 0) / LABEL_PIXELS));
    return drawn.axis === 'date' ? dateTicks(from, from + span, most, (day, unit) => (unit === 'day' ? f.shortDay(day) : unit === 'month' ? f.month(day) : day.slice(0, 4))) : numberTicks(from, from + span, most, (value) => f.integer(value));
  };

  useLayoutEffect(() => {
    const element = holder.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => setFrame({ width: element.clientWidth, height: element.clientHeight }));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  // Another tree, or another size: the whole of it.
  useLayoutEffect(() => {
    const element = canvas.current;
    if (!element || frame.width === 0) return;
    const ratio = window.devicePixelRatio || 1;
    element.width = Math.round(frame.width * ratio);
    element.height = Math.round(frame.height * ratio);
    view.current = wholeView(layout, frame);
  }, [layout, frame]);

  useLayoutEffect(() => {
    if (!holder.current || frame.width === 0) return;
    scene.current = { layout, axis, view: view.current, frame, colouring, names, found, selected, ink: inkOf(dark, holder.current), ticks: [] };
    paint();
  }, [layout, axis, frame, colouring, names, found, selected, dark, paint, f]);

  useEffect(() => {
    if (focus && frame.width > 0) {
      view.current = centred(view.current, layout.y[focus.node] ?? 0, layout, frame);
      paint();
    }
  }, [focus, layout, frame, paint]);

  const change = useCallback((next: View) => {
    view.current = next;
    paint();
  }, [paint]);

  useEffect(() => {
    const element = canvas.current;
    if (!element) return undefined;
    const wheel = (event: WheelEvent) => {
      event.preventDefault();
      const drawn = scene.current;
      if (!drawn) return;
      const box = element.getBoundingClientRect();
      const at = { x: event.clientX - box.left, y: event.clientY - box.top };
      if (event.shiftKey) change(moved(view.current, -event.deltaX - event.deltaY, 0, drawn.layout, drawn.frame));
      else {
        const factor = Math.exp(-event.deltaY * (event.deltaMode === 1 ? 0.03 : 0.0016));
        change(zoomed(view.current, event.altKey ? { width: factor } : { rows: factor }, at, drawn.layout, drawn.frame));
      }
    };
    element.addEventListener('wheel', wheel, { passive: false });
    return () => element.removeEventListener('wheel', wheel);
  }, [change]);

  const point = (event: PointerEvent): Grip => {
    const box = event.currentTarget.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const onDown = (event: PointerEvent<HTMLCanvasElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    grips.current.set(event.pointerId, point(event));
    if (grips.current.size === 1) travelled.current = 0;
  };
  const onMove = (event: PointerEvent<HTMLCanvasElement>) => {
    const before = grips.current.get(event.pointerId);
    if (!before) return;
    const now = point(event);
    travelled.current += Math.hypot(now.x - before.x, now.y - before.y);
    const other = [...grips.current].find(([id]) => id !== event.pointerId)?.[1];
    grips.current.set(event.pointerId, now);
    if (other) change(pinched(view.current, before, now, other, layout, frame));
    else change(moved(view.current, now.x - before.x, now.y - before.y, layout, frame));
  };
  const onUp = (event: PointerEvent<HTMLCanvasElement>) => {
    const click = grips.current.size === 1 && travelled.current < CLICK;
    grips.current.delete(event.pointerId);
    if (click) {
      const { x, y } = point(event);
      onPick(tipAt({ layout, axis, view: view.current, frame }, x, y, event.pointerType === 'touch' ? 2 * REACH : REACH));
    }
  };
  const zoom = (factor: number) => change(zoomed(view.current, { rows: factor }, { x: frame.width / 2, y: MARGIN.top + plotHeight(frame) / 2 }, layout, frame));
  const onKey = (event: KeyboardEvent) => {
    const page = plotHeight(frame) * 0.25;
    const moves: Record<string, () => void> = {
      ArrowDown: () => change(moved(view.current, 0, -page, layout, frame)), ArrowUp: () => change(moved(view.current, 0, page, layout, frame)),
      ArrowLeft: () => change(moved(view.current, page, 0, layout, frame)), ArrowRight: () => change(moved(view.current, -page, 0, layout, frame)),
      '+': () => zoom(1.5), '=': () => zoom(1.5), '-': () => zoom(1 / 1.5), '0': () => change(wholeView(layout, frame)), Escape: () => onPick(null),
    };
    const move = moves[event.key];
    if (move) {
      event.preventDefault();
      move();
    }
  };
  return (
    <div className="tree-frame" ref={holder}>
      <canvas ref={canvas} className="tree-canvas" style={{ width: frame.width, height: frame.height }} tabIndex={0} role="img" aria-label={description}
        onPointerDown={onDown} onPointerMove={onMove} onPointerUp={onUp} onPointerCancel={onUp} onKeyDown={onKey} />
      <div className="tree-buttons">
        <IconButton icon="plus" kind="plain" label={t('tree.zoomIn')} onClick={() => zoom(1.8)} />
        <IconButton icon="minus" kind="plain" label={t('tree.zoomOut')} onClick={() => zoom(1 / 1.8)} />
        <IconButton icon="whole" kind="plain" label={t('tree.whole')} onClick={() => change(wholeView(layout, frame))} />
      </div>
    </div>
  );
}

/** Two fingers: apart or together they zoom, along both axes by how far each moves. */
function pinched(view: View, before: Grip, now: Grip, other: Grip, layout: TreeLayout, frame: Frame): View {
  const ratio = (a: number, b: number) => (Math.abs(a) < 24 || Math.abs(b) < 24 ? 1 : Math.abs(b) / Math.abs(a));
  const middle = { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 };
  return held(zoomed(view, { rows: ratio(before.y - other.y, now.y - other.y), width: ratio(before.x - other.x, now.x - other.x) }, middle, layout, frame), layout, frame);
}
