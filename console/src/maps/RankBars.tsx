import type { Region } from '../api/contract';
import { useI18n } from '../i18n';
import type { MapView } from './view';
import './maps.css';

const SHOWN = 40;

interface Props {
  regions: readonly Region[];
  view: MapView;
  current: string | null;
  onPick: (code: string) => void;
  note: string | null;
}

/** The map's figures as ranked bars: exact to compare, and all there is where no boundaries are loaded. */
export function RankBars({ regions, view, current, onPick, note }: Props) {
  const { say } = useI18n();
  const names = new Map(regions.map((region) => [region.code, region]));
  const ranked = [...view.values]
    .map(([code, value]) => ({ code, value }))
    .filter((entry) => names.has(entry.code))
    .sort((a, b) => (b.value ?? -Infinity) - (a.value ?? -Infinity))
    .slice(0, SHOWN);
  const widest = Math.max(...ranked.map(({ value }) => Math.abs(value ?? 0)), Number.MIN_VALUE);
  return (
    <div className="rank">
      {note && <p className="small muted">{note}</p>}
      <ol>
        {ranked.map(({ code, value }) => (
          <li key={code}>
            <button type="button" aria-current={code === current || undefined} onClick={() => onPick(code)}>
              <span className="rank-name">{say(names.get(code)?.name)}</span>
              <span className="rank-track"><span style={{ width: `${(100 * Math.abs(value ?? 0)) / widest}%`, background: value === null ? undefined : view.scale.color(value) }} /></span>
              <span className="num">{view.show(value)}</span>
            </button>
          </li>
        ))}
      </ol>
    </div>
  );
}
