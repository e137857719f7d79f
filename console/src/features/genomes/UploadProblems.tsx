import { useApi } from '../../api/cache';
import { download } from '../../api/client';
import type { Page } from '../../api/contract';
import { useI18n } from '../../i18n';
import { DataTable } from '../../ui/DataTable';
import { Loaded } from '../../ui/Status';
import { Tag } from '../../ui/Tag';
import type { UploadProblem } from './types';

/** Records that were refused or doubtful, with line and rule. */
export function UploadProblems({ upload }: { upload: number }) {
  const { t, f, say } = useI18n();
  const problems = useApi<Page<UploadProblem>>(`/genomes/uploads/${upload}/problems?limit=200`);
  return (
    <div className="upload-problems">
      <Loaded query={problems}>
        {(page) => (page.items.length === 0 ? <p className="muted">{t('upload.noProblems')}</p> : (
          <>
            <DataTable caption={t('upload.problems')} rows={page.items} rowKey={({ number }) => String(number)} maxHeight={360} columns={[
              { key: 'name', title: t('genomes.name'), header: true, cell: ({ name }) => name },
              { key: 'line', title: t('upload.line'), numeric: true, cell: ({ line }) => f.integer(line) },
              { key: 'rule', title: t('upload.rule'), cell: ({ title, severity }) => <Tag tone={severity === 'error' ? 'bad' : 'warn'}>{say(title)}</Tag> },
              { key: 'message', title: t('upload.message'), wideOnly: true, cell: ({ message }) => message },
            ]} />
            <a className="button" href={download(`/genomes/uploads/${upload}/problems.csv`)} download>{t('upload.problemsCsv')}</a>
          </>
        ))}
      </Loaded>
    </div>
  );
}
