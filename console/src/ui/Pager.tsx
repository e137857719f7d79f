import { useEffect, useState } from 'react';
import { useApi } from '../api/cache';
import { path } from '../api/client';
import type { Page } from '../api/contract';
import { useI18n } from '../i18n';
import { Button } from './Button';
import './table.css';

type Query = Record<string, string | number | boolean | null | undefined>;

/** A list that pages on the server: remembers the cursors on the way, begins again when base or query change. */
export function usePages<T>(base: string | null, query: Query = {}, limit = 50) {
  const [cursors, setCursors] = useState<string[]>([]);
  const identity = base === null ? '' : path(base, query);
  useEffect(() => setCursors([]), [identity]);
  const answer = useApi<Page<T>>(base === null ? null : path(base, { ...query, limit, cursor: cursors.at(-1) }), { keep: true });
  return {
    ...answer,
    pageNumber: cursors.length + 1,
    firstRow: cursors.length * limit + 1,
    next: answer.data?.nextCursor ? () => setCursors([...cursors, answer.data?.nextCursor ?? '']) : null,
    previous: cursors.length > 0 ? () => setCursors(cursors.slice(0, -1)) : null,
  };
}

/** The platform counts this far; a total beyond it only says that there are more. */
export const COUNTED_MAX = 100_000;

type Pages = Pick<ReturnType<typeof usePages>, 'data' | 'firstRow' | 'next' | 'previous' | 'isFetching'>;

export function Pager({ pages }: { pages: Pages }) {
  const { t, f } = useI18n();
  const count = pages.data?.items.length ?? 0;
  if (count === 0 && !pages.previous) return null;
  const total = pages.data?.total;
  const range = `${f.integer(pages.firstRow)}–${f.integer(pages.firstRow + count - 1)}`;
  const note = total === undefined || total > COUNTED_MAX ? range : t('pager.of', { range, total });
  return (
    <div className="pager">
      <span className="small muted" role="status">{note}</span>
      {(pages.next || pages.previous) && (
        <span className="row">
          <Button icon="back" disabled={!pages.previous || pages.isFetching} onClick={() => pages.previous?.()}>{t('pager.previous')}</Button>
          <Button icon="forward" disabled={!pages.next || pages.isFetching} onClick={() => pages.next?.()}>{t('pager.next')}</Button>
        </span>
      )}
    </div>
  );
}
