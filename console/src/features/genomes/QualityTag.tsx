import { useI18n } from '../../i18n';
import { Tag } from '../../ui/Tag';

const TONES = { good: 'good', mediocre: 'warn', bad: 'bad' } as const;
type Quality = keyof typeof TONES;

/** The word for the quality of a genome. */
export function QualityTag({ quality }: { quality: string }) {
  const { t } = useI18n();
  const known: Quality = quality in TONES ? (quality as Quality) : 'bad';
  return <Tag tone={TONES[known]}>{t(`quality.${known}`)}</Tag>;
}
