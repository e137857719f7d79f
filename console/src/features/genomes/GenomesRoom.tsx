import { useEffect } from 'react';
import { useApi } from '../../api/cache';
import { navigate, segments, usePlace, withQuery } from '../../app/router';
import { useMay } from '../../app/session';
import { useI18n, type PlainKey } from '../../i18n';
import { Select } from '../../ui/Field';
import { Icon } from '../../ui/Icon';
import { Link } from '../../ui/Link';
import { PageHead } from '../../ui/Panel';
import { Empty, Loaded } from '../../ui/Status';
import { Tabs } from '../../ui/Tabs';
import { Tag } from '../../ui/Tag';
import { ClusterPage } from './ClusterPage';
import { FrequencyPage } from './FrequencyPage';
import { GenomePage } from './GenomePage';
import { TreePage } from './TreePage';
import type { Reference } from './types';
import { UploadPage } from './UploadPage';
import './genomes.css';

const TABS: readonly [part: string, title: PlainKey][] = [['tree', 'genomes.tree'], ['mutations', 'genomes.mutations'], ['clusters', 'genomes.clusters']];

/** Genomes: the tree, mutations over time, clusters, single genomes, and how they come in. */
export default function GenomesRoom() {
  const { t } = useI18n();
  const may = useMay();
  const place = usePlace();
  const [part = 'tree', id] = segments(place.path, '/genomes');
  const references = useApi<Reference[]>('/genomes/references');
  const asked = Number(place.query.get('reference'));
  const reference = references.data?.find((one) => one.id === asked) ?? fullest(references.data);
  const query = reference ? `?reference=${reference.id}` : '';
  return (
    <>
      <PageHead title={t('nav.genomes')} note={reference && <Note reference={reference} />} actions={<>
        {references.data && references.data.length > 1 && reference && (
          <Select label={t('genomes.reference')} hideLabel value={String(reference.id)} onChange={(value) => navigate(withQuery({ ...place, path: part === 'g' ? '/genomes/tree' : place.path }, { reference: value }))}
            choices={references.data.map((one) => ({ value: String(one.id), label: one.title }))} />
        )}
        {may('genomes:write') && <Link className="button" to={`/genomes/upload${query}`}><Icon name="upload" size={14} />{t('genomes.upload')}</Link>}
      </>} />
      <Tabs label={t('nav.genomes')} tabs={TABS.map(([key, title]) => ({ to: `/genomes/${key}${query}`, label: t(title), current: key === part }))} />
      <Loaded query={references}>{() => <Part part={part} id={id} reference={reference} />}</Loaded>
    </>
  );
}

/** The reference with the most genomes is shown first. */
function fullest(references: readonly Reference[] | undefined): Reference | undefined {
  return references && [...references].sort((a, b) => b.genomes - a.genomes || a.id - b.id)[0];
}

function Note({ reference }: { reference: Reference }) {
  const { t, f } = useI18n();
  const { firstDate, lastDate } = reference;
  return (
    <>
      {t('genomes.count', { n: reference.genomes })} · {reference.name}
      {firstDate && lastDate && <> · {f.day(firstDate)} – {f.day(lastDate)}</>}
      {reference.simulated && <> <Tag tone="warn">{t('genomes.simulated')}</Tag></>}
    </>
  );
}

function Part({ part, id, reference }: { part: string; id?: string; reference: Reference | undefined }) {
  const { t } = useI18n();
  useEffect(() => window.scrollTo(0, 0), [part, id]);
  if (part === 'g' && id) return <GenomePage id={id} />;
  if (part === 'upload') return <UploadPage reference={reference} />;
  if (!reference) return <Empty title={t('genomes.none')}>{t('genomes.noneHint')}</Empty>;
  if (part === 'tree') return <TreePage key={reference.id} reference={reference} />;
  if (part === 'mutations') return <FrequencyPage key={reference.id} reference={reference} />;
  if (part === 'clusters') return <ClusterPage key={reference.id} reference={reference} />;
  return <Empty title={t('state.noPage')} />;
}
