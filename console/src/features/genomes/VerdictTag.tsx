import { useI18n } from '../../i18n';
import { Tag } from '../../ui/Tag';

const TONES = { agree: 'good', doubtful: 'warn', contradict: 'bad', 'missing-link': 'info' } as const;
type Verdict = keyof typeof TONES;

/** What the genomes of two cases say of their contact. */
export function VerdictTag({ verdict }: { verdict: string }) {
  const { t } = useI18n();
  const known: Verdict = verdict in TONES ? (verdict as Verdict) : 'doubtful';
  return <Tag tone={TONES[known]}>{t(`verdict.${known}`)}</Tag>;
}
