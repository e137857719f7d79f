import type { RtStanding, RtVerdict } from '../../api/contract';
import { useI18n } from '../../i18n';
import { ProblemNote, Skeleton } from '../../ui/Status';
import type { Situation } from '../situation/useSituation';
import type { Rt } from './useRt';
import { named, pace, rWithInterval } from './words';

/** The answer first: rising or falling, how fast, and where. */
export function RtAnswer({ situation, rt }: { situation: Situation; rt: Rt }) {
  const { curve, regions } = rt;
  if (curve.error && !curve.data) return <ProblemNote problem={curve.error} retry={() => void curve.refetch()} />;
  return (
    <section className="panel answer">
      <div className="answer-text">
        {curve.data ? <Here situation={situation} standing={curve.data.standing} /> : <Skeleton rows={2} />}
        {regions.data && regions.data.items.length > 1 && <Where standings={regions.data.items} pending={regions.data.pending} />}
      </div>
    </section>
  );
}

function Here({ situation, standing }: { situation: Situation; standing: RtStanding }) {
  const i18n = useI18n();
  const { t, f, say } = i18n;
  const { settled, latest, verdict, latestVerdict } = standing;
  const names = { indicator: say(situation.indicator?.title), region: say(standing.name) };
  if (!settled || !latest) return <p className="answer-main">{t('rt.answer.few', names)}</p>;
  return (
    <>
      <p className="answer-main">
        {names.indicator}, {names.region}: <strong className={`verdict verdict-${verdict}`}>{t(`rt.verdict.${verdict}`)}</strong>{t('rt.answer', { date: f.day(settled.date), r: rWithInterval(i18n, settled) })} {verdict === 'uncertain' ? t('rt.chance', { share: f.percent(settled.aboveOne) }) : pace(i18n, standing)}
      </p>
      {latest.provisional && <p className="muted">{t('rt.answer.latest', { date: f.day(latest.date), r: rWithInterval(i18n, latest), verdict: t(`rt.verdict.${latestVerdict}`) })}</p>}
    </>
  );
}

function Where({ standings, pending }: { standings: readonly RtStanding[]; pending: number }) {
  const { t, say, lang } = useI18n();
  const of = (verdict: RtVerdict) => standings.filter((one) => one.verdict === verdict).sort((a, b) => b.weekCases - a.weekCases).map((one) => say(one.name));
  const [rising, falling] = [of('rising'), of('falling')];
  const list = (names: string[]) => named(names, lang === 'zh' ? '、' : ', ', (n) => t('rt.more', { n }));
  const parts = [
    rising.length > 0 ? t('rt.where.rising', { n: rising.length, names: list(rising) }) : t('rt.where.nowhere'),
    falling.length > 0 ? t('rt.where.falling', { n: falling.length, names: list(falling) }) : '',
    pending > 0 ? t('rt.where.pending', { n: pending }) : '',
  ];
  return <p>{parts.filter(Boolean).join(' ')}</p>;
}
