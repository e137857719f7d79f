import { useState } from 'react';
import { useMay } from '../../app/session';
import { download } from '../../api/client';
import type { ImportSummary, QuarantineRow } from '../../api/contract';
import { useI18n } from '../../i18n';
import { Icon } from '../../ui/Icon';
import { Pager, usePages } from '../../ui/Pager';
import { Panel } from '../../ui/Panel';
import { Segmented } from '../../ui/Segmented';
import { Empty, Loaded, Skeleton } from '../../ui/Status';
import { QuarantineItem } from './QuarantineItem';

type State = 'open' | 'all';

/** The rows that did not go in: each with what is wrong, what to do, and its values to be corrected here. */
export function QuarantinePanel({ of }: { of: ImportSummary }) {
  const { t } = useI18n();
  const may = useMay();
  const [state, setState] = useState<State>('open');
  const base = `/imports/${of.id}/quarantine`;
  const pages = usePages<QuarantineRow>(base, { state: state === 'open' ? 'open' : null }, 20);
  return (
    <Panel title={t('quarantine.title')} actions={<>
      <Segmented<State> label={t('quarantine.show')} value={state} onChange={setState} choices={[{ value: 'open', label: t('quarantine.open') }, { value: 'all', label: t('quarantine.all') }]} />
      <a className="button" href={download(`${base}.csv`)} download><Icon name="download" size={14} />{t('quarantine.csv')}</a>
    </>}>
      <p className="muted small quarantine-intro">{t('quarantine.intro')}</p>
      <Loaded query={pages} skeleton={<Skeleton rows={6} />}>
        {(page) => page.items.length === 0 ? <Empty title={t('quarantine.none')}>{t('quarantine.none.why')}</Empty> : (
          <>
            <ol className="quarantine">{page.items.map((row) => <QuarantineItem key={row.row} base={base} row={row} editable={may('data:correct') && !of.dryRun} />)}</ol>
            <Pager pages={pages} />
          </>
        )}
      </Loaded>
    </Panel>
  );
}
