import { useCallback } from 'react';
import { useI18n } from '../../i18n';
import { CLASS_NAMES } from './classNames';

/** The name of a classification; one the console has no word for keeps its code. */
export function useClassName(): (key: string) => string {
  const { t } = useI18n();
  return useCallback((key) => (CLASS_NAMES[key] ? t(CLASS_NAMES[key]) : key), [t]);
}
