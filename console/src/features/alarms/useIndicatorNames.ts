import { useI18n } from '../../i18n';
import { useStandard } from '../standards/useStandard';

/** Names of indicators for people, from the standard of daily counts; the key itself where it has none. */
export function useIndicatorNames(): (indicator: string) => string {
  const { say } = useI18n();
  const { find } = useStandard('daily-count');
  return (indicator) => say(find('indicator')?.codes?.find(({ code }) => code === indicator)?.label) || indicator;
}
