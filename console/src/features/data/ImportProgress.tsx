import { useApi, useChange } from '../../api/cache';
import type { ImportSummary, Job } from '../../api/contract';
import { useI18n } from '../../i18n';
import { Button } from '../../ui/Button';
import { Progress } from '../../ui/Tag';

/** How far the import is; events move it. */
export function ImportProgress({ of }: { of: ImportSummary }) {
  const { t, f, say } = useI18n();
  const job = useApi<Job>(of.job && `/jobs/${encodeURIComponent(of.job)}`, { everyMs: 2_000 });
  const cancel = useChange<string>((id) => ({ path: `/jobs/${encodeURIComponent(id)}/cancel`, method: 'POST' }), ['/imports', '/jobs']);
  const done = job.data?.done ?? of.rows;
  const total = job.data?.total ?? null;
  return (
    <div className="import-progress">
      <div className="grow"><Progress label={say(job.data?.message) || (total ? t('import.progress', { share: f.percent(done / total) }) : t('import.progress.open', { n: done }))} done={done} total={total} /></div>
      {of.job && <Button kind="danger" disabled={cancel.isPending} onClick={() => cancel.mutate(of.job ?? '')}>{t('import.cancel')}</Button>}
    </div>
  );
}
