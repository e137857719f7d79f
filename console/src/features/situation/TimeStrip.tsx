import { useEffect, useMemo, useRef, useState } from 'react';
import { useApi } from '../../api/cache';
import { path } from '../../api/client';
import type { Series } from '../../api/contract';
import { useI18n } from '../../i18n';
import { IconButton } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { addDays, daysBetween } from '../../charts/days';
import { stripPath } from './strip';
import type { Situation } from './useSituation';

const STEP_MS = 140;

interface Props {
  situation: Situation;
  date: string;
  onMove: (date: string) => void;
  onSettle: (date: string) => void;
}

/** The incident as a strip of daily counts; its slider is the date of everything on the page. */
export function TimeStrip({ situation, date, onMove, onSettle }: Props) {
  const { t, f, say } = useI18n();
  const first = situation.first as string;
  const days = Math.max(1, daysBetween(first, situation.last as string));
  const position = daysBetween(first, date);
  const series = useApi<Series>(path('/situation/series', { regions: situation.code, indicator: situation.indicator?.key, kind: 'new', from: first, to: situation.last, asOf: situation.asOf }), { keep: true });
  const bars = useMemo(() => stripPath(series.data, first, days), [series.data, first, days]);
  const [playing, setPlaying] = useState(false);
  const now = useRef(position);
  now.current = position;
  useEffect(() => {
    if (!playing) return undefined;
    const timer = setInterval(() => {
      if (now.current >= days) {
        setPlaying(false);
        onSettle(addDays(first, days));
      } else onMove(addDays(first, now.current + 1));
    }, STEP_MS);
    return () => clearInterval(timer);
  }, [playing, days, first, onMove, onSettle]);
  const toggle = () => {
    if (playing) onSettle(date);
    else if (position >= days) onMove(first);
    setPlaying(!playing);
  };
  const at = (day: string) => `${Math.min(100, Math.max(0, (100 * (daysBetween(first, day) + 0.5)) / (days + 1)))}%`;
  const marks = situation.annotations.filter((mark) => mark.date >= first && mark.date <= (situation.last as string));
  return (
    <section className="strip panel" aria-label={t('strip.title')}>
      <IconButton kind="plain" icon={playing ? 'pause' : 'play'} label={t(playing ? 'strip.pause' : 'strip.play')} onClick={toggle} />
      <div className="strip-track">
        <svg viewBox={`0 0 ${days + 1} 100`} preserveAspectRatio="none" aria-hidden="true">
          <path className="strip-before" d={bars.upTo(position)} />
          <path className="strip-after" d={bars.after(position)} />
        </svg>
        <span className="strip-cursor" style={{ insetInlineStart: at(date) }} aria-hidden="true" />
        <input type="range" min={0} max={days} value={position} aria-label={t('strip.date')} aria-valuetext={f.longDay(date)}
          onChange={(event) => { setPlaying(false); onMove(addDays(first, Number(event.target.value))); }}
          onPointerUp={() => onSettle(date)} onKeyUp={() => onSettle(date)} onBlur={() => { if (!playing) onSettle(date); }} />
        {marks.map((mark) => (
          <button key={mark.date + mark.kind + mark.region} type="button" tabIndex={-1} className={`strip-mark mark-${mark.kind}`} style={{ insetInlineStart: at(mark.date) }}
            title={`${f.day(mark.date)} · ${t(`annotation.${mark.kind}`)}: ${say(mark.text)}`} aria-label={`${f.day(mark.date)}: ${say(mark.text)}`} onClick={() => onSettle(mark.date)}>
            <Icon name="flag" size={11} />
          </button>
        ))}
        <div className="strip-ends small muted" aria-hidden="true"><span>{f.day(first)}</span><span>{f.day(situation.last as string)}</span></div>
      </div>
      <div className="strip-date"><strong>{f.day(date)}</strong><span className="small muted">{position === days ? t('strip.latest') : t('strip.day', { n: position + 1 })}</span></div>
    </section>
  );
}
