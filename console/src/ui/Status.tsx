import type { ReactNode } from 'react';
import { Problem } from '../api/client';
import { useI18n } from '../i18n';
import { Button } from './Button';
import { Icon } from './Icon';
import './status.css';

/** Grey bars where text will be; announced once. */
export function Skeleton({ rows = 4, height }: { rows?: number; height?: number }) {
  const { t } = useI18n();
  return (
    <div className="skeleton" role="status" style={height ? { height } : undefined}>
      <span className="visually-hidden">{t('state.loading')}</span>
      {height ? <i className="skeleton-block" /> : Array.from({ length: rows }, (_, row) => <i key={row} style={{ width: `${92 - ((row * 23) % 40)}%` }} />)}
    </div>
  );
}

/** Nothing is here: says why, and what can be done. */
export function Empty({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {children && <p className="muted">{children}</p>}
      {action}
    </div>
  );
}

/** The sentence for a refusal: the platform's own, or ours where it could not be reached. */
export function useProblemText(): (problem: unknown) => string {
  const { t, say } = useI18n();
  return (problem) => {
    if (!(problem instanceof Problem)) return t('problem.unexpected');
    if (problem.code === 'unreachable') return t('problem.unreachable');
    if (problem.status === 403) return t('problem.forbidden');
    if (problem.status === 429) return t('problem.throttled');
    return say(problem.text) || problem.message || t('problem.unexpected');
  };
}

/** A refusal with its code and request id, which an operator finds in the log. */
export function ProblemNote({ problem, retry }: { problem: unknown; retry?: () => void }) {
  const { t } = useI18n();
  const text = useProblemText();
  const known = problem instanceof Problem ? problem : null;
  return (
    <div className="problem" role="alert">
      <Icon name="warning" size={18} />
      <div className="grow">
        <p>{text(problem)}</p>
        {known && known.errors.length > 0 && <ul className="problem-fields">{known.errors.map((error) => <li key={error.field + error.message}><code>{error.field}</code> {error.message}</li>)}</ul>}
        {known && (
          <p className="small muted">
            {t('problem.code')} <code>{known.code}</code>
            {known.requestId && <> · {t('problem.request')} <code>{known.requestId}</code></>}
          </p>
        )}
      </div>
      {retry && <Button icon="refresh" onClick={retry}>{t('action.retry')}</Button>}
    </div>
  );
}

interface LoadedProps<T> {
  query: { data: T | undefined; error: unknown; isPending: boolean; refetch: () => unknown };
  skeleton?: ReactNode;
  children: (data: T) => ReactNode;
}

/** One answer of the platform in its three states: loading, refused, there. */
export function Loaded<T>({ query, skeleton, children }: LoadedProps<T>) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error) return <ProblemNote problem={query.error} retry={() => void query.refetch()} />;
  return <>{skeleton ?? <Skeleton />}</>;
}
