import type { Sourced } from '../api/contract';
import { useI18n } from '../i18n';
import { Link } from './Link';
import './panel.css';

/** What a figure rests on: the date of the knowledge and the data sets, each one click away. */
export function AsOf({ of, short }: { of: Partial<Sourced> | undefined; short?: boolean }) {
  const { t, f, say } = useI18n();
  if (!of) return <span>&nbsp;</span>;
  const date = of.asOf && (short || !of.asOf.includes('T') ? f.day(of.asOf) : f.moment(of.asOf));
  return (
    <span className={short ? 'as-of short' : 'as-of'}>
      {date && <span>{t('asof', { date })}</span>}
      {of.datasets?.map((dataset) => <Link key={dataset.id} to={`/data/datasets/${dataset.id}`} title={say(dataset.title)}>{say(dataset.title)}</Link>)}
    </span>
  );
}
