import { useApi } from '../../api/cache';
import { useI18n } from '../../i18n';
import { DataTable } from '../../ui/DataTable';
import { Link } from '../../ui/Link';
import { Panel } from '../../ui/Panel';
import { Empty, Loaded } from '../../ui/Status';
import { Tag } from '../../ui/Tag';
import { GeneTrack } from './GeneTrack';
import { QualityTag } from './QualityTag';
import { StructurePanel } from './StructurePanel';
import { VerdictTag } from './VerdictTag';
import type { GenomeDetail, Reference } from './types';

/** One genome: where it differs along the reference, how good it is, what is near, what it says of contacts. */
export function GenomePage({ id }: { id: string }) {
  const detail = useApi<GenomeDetail>(`/genomes/${id}`);
  return <Loaded query={detail}>{(found) => <Genome detail={found} />}</Loaded>;
}

function Genome({ detail }: { detail: GenomeDetail }) {
  const { t, f, say } = useI18n();
  const { genome, cases } = detail;
  const reference = useApi<Reference>(`/genomes/references/${genome.reference}`);
  const dates = genome.dateFirst === null ? '–' : genome.dateFirst === genome.dateLast ? f.day(genome.dateFirst) : `${f.day(genome.dateFirst)} – ${f.day(genome.dateLast ?? genome.dateFirst)}`;
  return (
    <div className="stack">
      <Panel title={genome.name} actions={<Link className="button" to={`/genomes/tree?reference=${genome.reference}`}>{t('genomes.tree')}</Link>}>
        <dl className="facts">
          <div><dt>{t('genomes.date')}</dt><dd>{dates}</dd></div>
          <div><dt>{t('genomes.place')}</dt><dd>{say(genome.place?.name) || '–'}</dd></div>
          <div><dt>{t('genomes.clade')}</dt><dd>{genome.clade ?? '–'}</dd></div>
          <div><dt>{t('genomes.case')}</dt><dd>{cases.length > 0 ? cases.map((one) => <Link key={one.id} to={`/cases/${one.id}`}>{one.caseNumber}</Link>) : t(genome.hasCase ? 'genomes.caseHidden' : 'genomes.noCase')}</dd></div>
          <div><dt>{t('genomes.quality')}</dt><dd><QualityTag quality={genome.quality} /> <span className="muted">{f.decimal(genome.qualityScore, 1)}</span></dd></div>
          <div><dt>{t('genomes.coverage')}</dt><dd>{f.percent(genome.coverage, 1)}</dd></div>
          <div><dt>{t('genomes.placement')}</dt><dd>{detail.placements > 1 ? t('genomes.placements', { n: detail.placements }) : t('genomes.placementSure')}</dd></div>
        </dl>
      </Panel>
      <Panel title={t('genome.along')} footer={<span>{t('genome.alongNote')}</span>}>
        <Loaded query={reference}>{(found) => <GeneTrack reference={found} detail={detail} />}</Loaded>
      </Panel>
      <div className="genome-columns">
        <Panel title={t('genome.changes')}>
          <Changes title={t('genome.aminoAcids')} items={detail.aminoAcids} />
          <Changes title={t('genome.substitutions')} items={detail.substitutions.map(({ text }) => text)} />
          <Changes title={t('genome.deletions')} items={detail.deletions.map(({ from, to }) => (from === to ? String(from) : `${from}–${to}`))} />
          <Changes title={t('genome.insertions')} items={detail.insertions.map(({ after, letters }) => `${after}:${letters}`)} />
          <Changes title={t('genome.frameShifts')} items={detail.frameShifts} bad />
          <Changes title={t('genome.stops')} items={detail.stops} bad />
        </Panel>
        <Panel title={t('genome.quality')}>
          <DataTable caption={t('genome.quality')} rows={detail.quality} rowKey={({ rule }) => rule} columns={[
            { key: 'rule', title: t('genome.rule'), header: true, cell: ({ rule }) => t(`quality.rule.${rule as 'missing'}`) },
            { key: 'score', title: t('genome.score'), numeric: true, cell: ({ score }) => f.decimal(score, 1) },
            { key: 'status', title: t('genomes.quality'), cell: ({ status }) => <QualityTag quality={status} /> },
          ]} />
        </Panel>
        <Panel title={t('genomes.neighbours')}>
          {detail.neighbours.length === 0 ? <Empty title={t('genome.noNeighbours')} /> : (
            <DataTable caption={t('genomes.neighbours')} rows={detail.neighbours} rowKey={({ genome: one }) => String(one.id)} columns={[
              { key: 'name', title: t('genomes.name'), header: true, cell: ({ genome: one }) => <Link to={`/genomes/g/${one.id}`}>{one.name}</Link> },
              { key: 'apart', title: t('genome.apart'), numeric: true, cell: ({ mutations }) => f.integer(mutations) },
              { key: 'date', title: t('genomes.date'), cell: ({ genome: one }) => (one.dateFirst ? f.shortDay(one.dateFirst) : '–') },
              { key: 'place', title: t('genomes.place'), wideOnly: true, cell: ({ genome: one }) => say(one.place?.name) || '–' },
            ]} />
          )}
        </Panel>
        <Panel title={t('clusters.title')}>
          {detail.findings.length === 0 ? <p className="muted">{t('clusters.none')}</p> : (
            <DataTable caption={t('clusters.title')} rows={detail.findings} rowKey={(one) => `${one.first.id}-${one.second.id}`} columns={[
              { key: 'other', title: t('clusters.second'), header: true, cell: (one) => { const other = one.first.id === genome.id ? one.second : one.first; return <Link to={`/genomes/g/${other.id}`}>{other.name}</Link>; } },
              { key: 'verdict', title: t('clusters.verdict'), cell: (one) => <VerdictTag verdict={one.verdict} /> },
              { key: 'differences', title: t('clusters.differences'), numeric: true, cell: (one) => `${f.integer(one.differences)} / ${f.decimal(one.expected, 1)}` },
            ]} />
          )}
        </Panel>
      </div>
      {reference.data && <StructurePanel genome={genome.id} reference={reference.data} />}
    </div>
  );
}

function Changes({ title, items, bad }: { title: string; items: readonly string[]; bad?: boolean }) {
  const { f } = useI18n();
  if (items.length === 0) return null;
  return (
    <section className="changes">
      <h3>{title} <span className="muted">{f.integer(items.length)}</span></h3>
      <p>{items.map((text) => <Tag key={text} tone={bad ? 'bad' : 'plain'}>{text}</Tag>)}</p>
    </section>
  );
}
