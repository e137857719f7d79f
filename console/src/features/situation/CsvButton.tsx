import { useI18n } from '../../i18n';
import { IconButton } from '../../ui/Button';
import { saveCsv } from '../../ui/csv';

/** Saves what is shown as a CSV file. */
export function CsvButton({ name, head, rows }: { name: string; head: string[]; rows: () => (string | number | null | undefined)[][] }) {
  const { t } = useI18n();
  return <IconButton icon="download" label={t('action.csv')} onClick={() => saveCsv(`${name}.csv`, head, rows())} />;
}
