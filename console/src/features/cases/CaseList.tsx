import { useEffect, useState } from 'react';
import { useMay } from '../../app/session';
import { download, path } from '../../api/client';
import type { CaseRow } from '../../api/contract';
import { useI18n } from '../../i18n';
import { Icon } from '../../ui/Icon';
import { COUNTED_MAX, Pager, usePages } from '../../ui/Pager';
import { PageHead, Panel } from '../../ui/Panel';
import { Button } from '../../ui/Button';
import { Empty, Loaded, Skeleton } from '../../ui/Status';
import { useSettled } from '../situation/useSettled';
import { CaseTable } from './CaseTable';
import { ColumnChooser } from './ColumnChooser';
import { FilterPanel } from './FilterPanel';
import { useCaseFilters } from './useCaseFilters';
import { useColumns } from './useColumns';

/** The line list: found by words and filters, paged on the server. */
export function CaseList() {
  const { t } = useI18n();
  const may = useMay();
  const filters = useCaseFilters();
  const columns = useColumns();
  const [text, setText] = useState(filters.values.q ?? '');
  const [open, setOpen] = useState(filters.active.length > 0);
  const settled = useSettled(text);
  useEffect(() => filters.set({ q: settled.trim() || null }), [settled]);
  const pages = usePages<CaseRow>('/cases', { ...filters.values, sort: filters.sort });
  const total = pages.data?.total;
  return (
    <>
      <PageHead title={t('nav.cases')} note={total !== null && total !== undefined ? total > COUNTED_MAX ? t('cases.more', { n: COUNTED_MAX }) : t('cases.total', { n: total }) : ' '}
        actions={may('cases:export') && <a className="button" href={download(path('/cases.csv', { ...filters.values, sort: filters.sort }))} download><Icon name="download" size={14} />{t('action.csv')}</a>} />
      <div className="case-tools">
        <label className="search"><Icon name="search" /><span className="visually-hidden">{t('cases.search')}</span>
          <input className="input" type="search" placeholder={t('cases.search')} value={text} onChange={(event) => setText(event.target.value)} />
        </label>
        <Button icon="filter" aria-expanded={open} onClick={() => setOpen(!open)}>{filters.active.length > 0 ? t('cases.filters.n', { n: filters.active.length }) : t('cases.filters')}</Button>
        <ColumnChooser columns={columns} />
      </div>
      {open && <FilterPanel filters={filters} columns={columns} />}
      <Panel title={t('cases.list')} flush actions={<Pager pages={pages} />}>
        <Loaded query={pages} skeleton={<div className="pad"><Skeleton rows={14} /></div>}>
          {(page) => page.items.length === 0 ? (
            <div className="pad"><Empty title={t('cases.empty')} action={filters.active.length > 0 || text ? <Button onClick={() => { setText(''); filters.clear(); }}>{t('cases.clear')}</Button> : undefined}>{t('cases.empty.why')}</Empty></div>
          ) : <CaseTable rows={page.items} columns={columns} filters={filters} busy={pages.isPlaceholderData} />}
        </Loaded>
      </Panel>
    </>
  );
}
