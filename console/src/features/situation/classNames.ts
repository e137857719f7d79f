import type { Key } from '../../i18n';

export const CLASS_NAMES: Record<string, Extract<Key, `class.${string}`>> = {
  confirmed: 'class.confirmed', clinical: 'class.clinical', probable: 'class.probable', suspected: 'class.suspected',
  asymptomatic: 'class.asymptomatic', confirmed_asymptomatic: 'class.asymptomatic', discarded: 'class.discarded', not_a_case: 'class.discarded',
  unknown: 'class.unknown', not_classified: 'class.unknown',
};
