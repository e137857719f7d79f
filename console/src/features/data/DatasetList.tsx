import { useState } from 'react';
import { useApi } from '../../api/cache';
import type { DatasetView } from '../../api/contract';
import { useI18n } from '../../i18n';
import { DataTable, type TableColumn } from '../../ui/DataTable';
import { TextField } from '../../ui/Field';
import { Link } from '../../ui/Link';
import { Panel } from '../../ui/Panel';
import { Empty, Loaded, Skeleton } from '../../ui/Status';
import { Tag } from '../../ui/Tag';
import { matches } from './matches';
import { ScoreBars } from './Score';

/** The catalogue: what data there is, from whom, how fresh and how good. */
export function DatasetList() {
  const { t, f, say } = useI18n();
  const [text, setText] = useState('');
  const datasets = useApi<DatasetView[]>('/datasets');
  const columns: TableColumn<DatasetView>[] = [
    { key: 'title', title: t('dataset.title'), header: true, cell: ({ dataset }) => <><Link to={`/data/datasets/${dataset.id}`}>{say(dataset.title) || dataset.source}</Link>{dataset.keywords.length > 0 && <div className="small muted">{dataset.keywords.join(' · ')}</div>}</> },
    { key: 'standard', title: t('dataset.standard'), wideOnly: true, cell: ({ dataset }) => <Tag>{dataset.standard}</Tag> },
    { key: 'provider', title: t('dataset.provider'), wideOnly: true, cell: ({ dataset }) => dataset.provider || dataset.source },
    { key: 'format', title: t('dataset.format'), wideOnly: true, cell: ({ dataset }) => dataset.format },
    { key: 'updated', title: t('dataset.updated'), cell: ({ dataset }) => <span className="nowrap">{f.moment(dataset.updatedAt)}</span> },
    { key: 'score', title: t('dataset.quality'), cell: ({ scores }) => <ScoreBars score={scores.at(-1) ?? null} /> },
  ];
  return (
    <Panel title={t('data.datasets')} flush actions={<TextField hideLabel label={t('dataset.search')} placeholder={t('dataset.search')} type="search" value={text} onChange={(event) => setText(event.target.value)} />}>
      <Loaded query={datasets} skeleton={<div className="pad"><Skeleton rows={8} /></div>}>
        {(all) => all.length === 0 ? <div className="pad"><Empty title={t('dataset.empty')}>{t('dataset.empty.why')}</Empty></div>
          : <DataTable caption={t('data.datasets')} columns={columns} rows={all.filter(({ dataset }) => matches(dataset, text))} rowKey={({ dataset }) => String(dataset.id)} />}
      </Loaded>
    </Panel>
  );
}
