import type { ReactNode } from 'react';
import './status.css';

export type Tone = 'plain' | 'good' | 'bad' | 'warn' | 'info';

export function Tag({ tone = 'plain', children, title }: { tone?: Tone; children: ReactNode; title?: string }) {
  return <span className={`tag tag-${tone}`} title={title}>{children}</span>;
}

/** How far long work is; without a total it only moves. */
export function Progress({ label, done, total }: { label: string; done: number; total: number | null }) {
  const share = total ? Math.min(1, done / total) : null;
  return (
    <div className="progress">
      <span className="small">{label}</span>
      <div className={share === null ? 'progress-track unknown' : 'progress-track'} role="progressbar" aria-label={label}
        aria-valuemin={0} aria-valuemax={total ?? undefined} aria-valuenow={total ? done : undefined}>
        <div style={share === null ? undefined : { width: `${share * 100}%` }} />
      </div>
    </div>
  );
}
