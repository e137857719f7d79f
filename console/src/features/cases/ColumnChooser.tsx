import { useI18n } from '../../i18n';
import { Button } from '../../ui/Button';
import { Checkbox } from '../../ui/Field';
import { Icon } from '../../ui/Icon';
import { Popover } from '../../ui/Popover';
import type { Columns } from './useColumns';

export function ColumnChooser({ columns }: { columns: Columns }) {
  const { t } = useI18n();
  return (
    <Popover button={<><Icon name="columns" size={14} /><span>{t('cases.columns')}</span></>}>
      {columns.all.map((column) => (
        <Checkbox key={column.name} label={column.title} checked={columns.shown.includes(column)} onChange={() => columns.toggle(column.name)} />
      ))}
      <Button kind="quiet" onClick={columns.reset}>{t('cases.columns.reset')}</Button>
    </Popover>
  );
}
