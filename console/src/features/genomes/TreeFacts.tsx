import { useI18n } from '../../i18n';
import { dayOf } from './treeTicks';
import type { TreeAnswer } from './types';

const SHOWN = 3;

/** What the tree says as a whole: rate, date of the root, introductions, and how sure it is. */
export function TreeFacts({ answer }: { answer: TreeAnswer }) {
  const { t, f, say } = useI18n();
  const { clock, note, parsimony, uncertain, introductions } = answer.summary;
  const nameOf = (code: string) => say(answer.places.find((place) => place.code === code)?.name) || code;
  const count = introductions.reduce((sum, one) => sum + one.count, 0);
  const day = (year: number) => f.day(dayOf(year));
  return (
    <div className="tree-facts">
      <span>{t('asof', { date: f.moment(answer.builtAt) })}</span>
      <span>{t('tree.parsimony', { n: parsimony })}</span>
      <span>{t('tree.uncertain', { n: uncertain })}</span>
      {clock ? (
        <>
          <span>{t('tree.rate', { rate: (clock.rate * 1e4).toFixed(2), low: (clock.rateLow * 1e4).toFixed(2), high: (clock.rateHigh * 1e4).toFixed(2) })}</span>
          <span>{t('tree.root', { date: day(clock.rootDate), low: day(clock.rootLow), high: day(clock.rootHigh) })}</span>
        </>
      ) : <span>{t(note === 'no-signal' ? 'tree.noSignal' : 'tree.fewDates')}</span>}
      {count > 0 && <span>{t('tree.introductions', { n: count })}{introductions.slice(0, SHOWN).map((one) => ` · ${nameOf(one.from)} → ${nameOf(one.to)} ${f.integer(one.count)}`)}</span>}
      <span>{t('tree.method')}</span>
    </div>
  );
}
