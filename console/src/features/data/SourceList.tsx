import { useState } from 'react';
import { useApi } from '../../api/cache';
import type { Source } from '../../api/contract';
import { useI18n } from '../../i18n';
import { DataTable, type TableColumn } from '../../ui/DataTable';
import { Panel } from '../../ui/Panel';
import { Empty, Loaded, Skeleton } from '../../ui/Status';
import { SourceMapping } from './SourceMapping';

interface Chosen {
  source: string;
  standard: string;
}

/** Who has sent data, in which standards, and how each one's files are read. */
export function SourceList() {
  const { t, f } = useI18n();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const sources = useApi<Source[]>('/sources');
  const columns: TableColumn<Source>[] = [
    { key: 'source', title: t('dataset.source'), header: true, cell: (row) => row.source },
    {
      key: 'standards', title: t('source.mappings'),
      cell: (row) => <span className="row">{row.standards.map((standard) => <button key={standard} type="button" className="link" aria-pressed={chosen?.source === row.source && chosen.standard === standard} onClick={() => setChosen({ source: row.source, standard })}>{standard}</button>)}</span>,
    },
    { key: 'last', title: t('source.last'), cell: (row) => <span className="nowrap">{f.moment(row.lastImport)}</span> },
  ];
  return (
    <>
      <Panel title={t('data.sources')} flush>
        <Loaded query={sources} skeleton={<div className="pad"><Skeleton rows={6} /></div>}>
          {(all) => all.length === 0 ? <div className="pad"><Empty title={t('import.empty')}>{t('import.empty.why')}</Empty></div> : <DataTable caption={t('data.sources')} columns={columns} rows={all} rowKey={(row) => row.source} />}
        </Loaded>
      </Panel>
      {chosen && <SourceMapping key={chosen.source + chosen.standard} {...chosen} />}
    </>
  );
}
