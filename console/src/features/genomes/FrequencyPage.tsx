import { useMemo, useState } from 'react';
import { useApi } from '../../api/cache';
import { path } from '../../api/client';
import { ChartPanel } from '../../charts/ChartPanel';
import { useI18n } from '../../i18n';
import { DataTable } from '../../ui/DataTable';
import { Panel } from '../../ui/Panel';
import { Segmented } from '../../ui/Segmented';
import { Empty, Loaded, ProblemNote } from '../../ui/Status';
import { Sparkline } from './Sparkline';
import { SitesPanel } from './SitesPanel';
import { frequencyDrawing } from './frequencyDrawing';
import type { Course, Reference } from './types';

const HEIGHT = 300;
const CHOSEN_FIRST = 3;
const CHOSEN_MOST = 6;
/** Rarer mutations are ranked, but not drawn unless asked for: their weekly shares say little. */
const DRAWN_SHARE = 0.02;

/** Mutations over time: the surest to grow first, chosen ones as curves with their intervals, sites under watch. */
export function FrequencyPage({ reference }: { reference: Reference }) {
  const { t, f } = useI18n();
  const [kind, setKind] = useState<'amino-acid' | 'nucleotide'>('amino-acid');
  const [picked, setPicked] = useState<readonly string[] | null>(null);
  const ranking = useApi<Course[]>(path(`/genomes/references/${reference.id}/growth`, { kind, most: 40 }), { keep: true, staleMs: 120_000 });
  const chosen = useMemo(() => picked ?? first(ranking.data ?? []), [picked, ranking.data]);
  const shown = useMemo(() => ranking.data?.filter(({ mutation }) => chosen.includes(mutation)), [ranking.data, chosen]);
  const drawing = useMemo(() => shown && shown.length > 0 ? frequencyDrawing(shown, { f, t }) : undefined, [shown, f, t]);
  const toggle = (mutation: string) => setPicked(chosen.includes(mutation) ? chosen.filter((one) => one !== mutation) : [...chosen, mutation].slice(-CHOSEN_MOST));
  return (
    <div className="stack">
      <ChartPanel title={t('frequency.title')} file={`mutations-${reference.name}`} drawing={drawing} height={HEIGHT} source={undefined}
        method={t('frequency.method')} description={t('frequency.description', { mutations: chosen.join(', ') })}
        instead={ranking.error && !ranking.data ? <ProblemNote problem={ranking.error} retry={() => void ranking.refetch()} /> : ranking.data?.length === 0 ? <Empty title={t('frequency.none')} /> : undefined}
        actions={<Segmented label={t('frequency.kind')} value={kind} onChange={(value) => { setKind(value); setPicked(null); }}
          choices={[{ value: 'amino-acid', label: t('frequency.aminoAcid') }, { value: 'nucleotide', label: t('frequency.nucleotide') }]} />} />
      <div className="genome-columns">
        <Panel title={t('frequency.ranking')} flush footer={<span>{t('frequency.rankingNote')}</span>}>
          <Loaded query={ranking}>
            {(courses) => (
              <DataTable caption={t('frequency.ranking')} rows={courses} rowKey={({ mutation }) => mutation} maxHeight={520} columns={[
                { key: 'mutation', title: t('frequency.mutation'), header: true, cell: (course) => (
                  <label className="checkbox"><input type="checkbox" checked={chosen.includes(course.mutation)} onChange={() => toggle(course.mutation)} /><span className="mutation">{course.mutation}</span></label>) },
                { key: 'course', title: t('frequency.course'), cell: (course) => <Sparkline weeks={course.weeks} /> },
                { key: 'share', title: t('frequency.now'), numeric: true, cell: ({ growth }) => (growth ? f.percent(growth.shareNow) : '–') },
                { key: 'growth', title: t('frequency.growth'), numeric: true, cell: ({ growth }) => (growth ? f.signed(100 * growth.perDay) : '–') },
                { key: 'interval', title: t('frequency.interval'), numeric: true, wideOnly: true, cell: ({ growth }) => (growth ? `${f.signed(100 * growth.low)} – ${f.signed(100 * growth.high)}` : '–') },
                { key: 'samples', title: t('frequency.samples'), numeric: true, wideOnly: true, cell: (course) => f.integer(course.samples) },
              ]} />
            )}
          </Loaded>
        </Panel>
        <SitesPanel reference={reference} />
      </div>
    </div>
  );
}

function first(courses: readonly Course[]): string[] {
  const common = courses.filter(({ samples, known }) => samples >= DRAWN_SHARE * known);
  return (common.length > 0 ? common : courses).slice(0, CHOSEN_FIRST).map(({ mutation }) => mutation);
}
