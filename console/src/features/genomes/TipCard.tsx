import { useApi } from '../../api/cache';
import { useI18n } from '../../i18n';
import { IconButton } from '../../ui/Button';
import { Link } from '../../ui/Link';
import { Loaded } from '../../ui/Status';
import { QualityTag } from './QualityTag';
import type { GenomeDetail } from './types';

interface Props {
  genome: number;
  name: string;
  date: string;
  choices: number;
  onClose: () => void;
  onPick: (genome: number) => void;
}

const NEAR = 4;

/** One tip of the tree: where and when it was sampled, what it says, and its case if one may see it. */
export function TipCard({ genome, name, date, choices, onClose, onPick }: Props) {
  const { t, say } = useI18n();
  const detail = useApi<GenomeDetail>(`/genomes/${genome}`);
  return (
    <aside className="tip-card" aria-label={name}>
      <header>
        <h3>{name}</h3>
        <IconButton icon="close" label={t('action.close')} onClick={onClose} />
      </header>
      <Loaded query={detail}>
        {({ genome: one, cases, neighbours, findings }) => (
          <>
            <dl className="facts">
              <div><dt>{t('genomes.date')}</dt><dd>{date || '–'}</dd></div>
              <div><dt>{t('genomes.place')}</dt><dd>{say(one.place?.name) || '–'}</dd></div>
              <div><dt>{t('genomes.clade')}</dt><dd>{one.clade ?? '–'}</dd></div>
              <div><dt>{t('genomes.quality')}</dt><dd><QualityTag quality={one.quality} /></dd></div>
              <div><dt>{t('genomes.case')}</dt><dd>{cases.length > 0 ? cases.map((found) => <Link key={found.id} to={`/cases/${found.id}`}>{found.caseNumber}</Link>) : t(one.hasCase ? 'genomes.caseHidden' : 'genomes.noCase')}</dd></div>
            </dl>
            {choices > 1 && <p className="small muted">{t('genomes.placements', { n: choices })}</p>}
            {findings.length > 0 && <p className="small">{t('genomes.findings', { n: findings.length })}</p>}
            {neighbours.length > 0 && (
              <div className="tip-near">
                <h4>{t('genomes.neighbours')}</h4>
                <ul>{neighbours.slice(0, NEAR).map((near) => (
                  <li key={near.genome.id}><button type="button" className="link-button" onClick={() => onPick(near.genome.id)}>{near.genome.name}</button> <span className="muted">{t('genomes.apart', { n: near.mutations })}</span></li>
                ))}</ul>
              </div>
            )}
            <Link className="button" to={`/genomes/g/${genome}`}>{t('genomes.open')}</Link>
          </>
        )}
      </Loaded>
    </aside>
  );
}
