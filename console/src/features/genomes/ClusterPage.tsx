import { useState } from 'react';
import { useApi } from '../../api/cache';
import { path } from '../../api/client';
import type { Page } from '../../api/contract';
import { useI18n } from '../../i18n';
import { DataTable } from '../../ui/DataTable';
import { Link } from '../../ui/Link';
import { Panel } from '../../ui/Panel';
import { Segmented } from '../../ui/Segmented';
import { Empty, Loaded } from '../../ui/Status';
import { VerdictTag } from './VerdictTag';
import type { Finding, GenomeSummary, Reference } from './types';

const VERDICTS = ['contradict', 'doubtful', 'missing-link', 'agree'] as const;
type Verdict = (typeof VERDICTS)[number];

/** What genomes say of contacts: contradicted and doubted ones, missing links, and those that are borne out. */
export function ClusterPage({ reference }: { reference: Reference }) {
  const { t, f } = useI18n();
  const base = `/genomes/references/${reference.id}/findings`;
  const counts = useApi<Record<string, number>>(`${base}/counts`);
  const [asked, setVerdict] = useState<Verdict | null>(null);
  const verdict = asked ?? VERDICTS.find((one) => (counts.data?.[one] ?? 0) > 0) ?? 'contradict';
  const list = useApi<Page<Finding>>(counts.data ? path(base, { verdict, limit: 200 }) : null, { keep: true });
  return (
    <Panel title={t('clusters.title')} flush footer={<span>{t('clusters.method')}</span>}
      actions={<Segmented label={t('clusters.verdict')} value={verdict} onChange={setVerdict} choices={VERDICTS.map((value) => ({ value, label: `${t(`verdict.${value}`)} ${f.integer(counts.data?.[value] ?? 0)}` }))} />}>
      <p className="cluster-note">{t(`verdict.${verdict}.note`)}</p>
      <Loaded query={list}>
        {(page) => (page.items.length === 0 ? <Empty title={t('clusters.none')} /> : (
          <DataTable caption={t('clusters.title')} rows={page.items} rowKey={(one) => `${one.first.id}-${one.second.id}`} maxHeight={640} columns={[
            { key: 'first', title: t('clusters.first'), header: true, cell: (one) => <Side genome={one.first} cases={one.firstCases} /> },
            { key: 'second', title: t('clusters.second'), cell: (one) => <Side genome={one.second} cases={one.secondCases} /> },
            { key: 'verdict', title: t('clusters.verdict'), cell: (one) => <VerdictTag verdict={one.verdict} /> },
            { key: 'differences', title: t('clusters.differences'), numeric: true, cell: (one) => f.integer(one.differences) },
            { key: 'expected', title: t('clusters.expected'), numeric: true, wideOnly: true, cell: (one) => f.decimal(one.expected, 1) },
            { key: 'probability', title: t('clusters.probability'), numeric: true, wideOnly: true, cell: (one) => (one.probability < 0.001 ? '< 0.1 %' : f.percent(one.probability, 1)) },
            { key: 'rivals', title: t('clusters.rivals'), numeric: true, wideOnly: true, cell: (one) => (one.verdict === 'missing-link' ? f.integer(one.rivals) : '') },
          ]} />
        ))}
      </Loaded>
    </Panel>
  );
}

function Side({ genome, cases }: { genome: GenomeSummary; cases: Finding['firstCases'] }) {
  const { f, say } = useI18n();
  return (
    <div className="side">
      <Link to={`/genomes/g/${genome.id}`}>{genome.name}</Link>
      {cases.map((one) => <Link key={one.id} className="small" to={`/cases/${one.id}`}>{one.caseNumber}</Link>)}
      <span className="muted small">{genome.dateFirst && f.shortDay(genome.dateFirst)} {say(genome.place?.name)}</span>
    </div>
  );
}
