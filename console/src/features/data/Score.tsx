import type { Score } from '../../api/contract';
import { useI18n } from '../../i18n';
import './data.css';

export const PARTS = ['completeness', 'validity', 'consistency', 'uniqueness', 'timeliness'] as const;
export type ScorePart = (typeof PARTS)[number];

/** A share of one as a bar with its figure. */
export function Meter({ label, share }: { label: string; share: number | null }) {
  const { f } = useI18n();
  return (
    <div className="meter">
      <span>{label}</span>
      <span className="meter-track" aria-hidden="true"><span style={{ width: `${(share ?? 0) * 100}%` }} /></span>
      <b className="num">{share === null ? '–' : f.percent(share)}</b>
    </div>
  );
}

/** The parts of a quality score side by side, small enough for a table; read out as a sentence. */
export function ScoreBars({ score }: { score: Score | null }) {
  const { t, f } = useI18n();
  if (!score || score.overall === null) return <span className="muted">–</span>;
  const text = PARTS.map((part) => `${t(`score.${part}`)} ${score[part] === null ? '–' : f.percent(score[part])}`).join(', ');
  return (
    <span className="score" title={text}>
      <b>{f.percent(score.overall)}</b>
      <span className="score-bars" role="img" aria-label={text}>{PARTS.map((part) => <i key={part} style={{ height: `${Math.max(8, (score[part] ?? 0) * 100)}%`, opacity: score[part] === null ? 0.25 : 1 }} />)}</span>
    </span>
  );
}
