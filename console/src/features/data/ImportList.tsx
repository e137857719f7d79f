import type { ImportSummary } from '../../api/contract';
import { useI18n } from '../../i18n';
import { Pager, usePages } from '../../ui/Pager';
import { Panel } from '../../ui/Panel';
import { Empty, Loaded, Skeleton } from '../../ui/Status';
import { ImportTable } from './ImportTable';

export function ImportList() {
  const { t } = useI18n();
  const pages = usePages<ImportSummary>('/imports');
  return (
    <Panel title={t('data.imports')} flush actions={<Pager pages={pages} />}>
      <Loaded query={pages} skeleton={<div className="pad"><Skeleton rows={8} /></div>}>
        {(page) => page.items.length === 0 ? <div className="pad"><Empty title={t('import.empty')}>{t('import.empty.why')}</Empty></div> : <ImportTable imports={page.items} busy={pages.isPlaceholderData} />}
      </Loaded>
    </Panel>
  );
}
