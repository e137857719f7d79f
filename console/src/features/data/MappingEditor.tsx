import type { Binding, ImportPreview, Mapping, StandardField } from '../../api/contract';
import { useI18n } from '../../i18n';
import { DataTable, type TableColumn } from '../../ui/DataTable';
import { Select } from '../../ui/Field';
import { Panel } from '../../ui/Panel';
import { Tag } from '../../ui/Tag';
import { useStandard } from '../standards/useStandard';
import { Confidence } from './Confidence';
import { bind } from './wizard';

interface Row {
  field: StandardField;
  binding: Binding | undefined;
}

interface Props {
  preview: ImportPreview;
  mapping: Mapping;
  onChange: (mapping: Mapping) => void;
}

/** Field by field: the column proposed for it, how sure that is and why, and another if it is wrong. */
export function MappingEditor({ preview, mapping, onChange }: Props) {
  const { t, say } = useI18n();
  const { fields } = useStandard(mapping.standard);
  const inVariants = new Set(mapping.variants.flatMap((variant) => variant.bindings.map((binding) => binding.field)));
  const rows: Row[] = fields
    .filter((field) => !inVariants.has(field.name))
    .map((field) => ({ field, binding: mapping.bindings.find((binding) => binding.field === field.name) }))
    .sort((a, b) => Number(Boolean(b.binding)) - Number(Boolean(a.binding)) || Number(b.field.required) - Number(a.field.required));
  const choices = [{ value: '', label: t('mapping.none') }, ...preview.columns.map((column) => ({ value: column, label: column }))];
  const columns: TableColumn<Row>[] = [
    { key: 'field', title: t('mapping.field'), header: true, cell: ({ field }) => <>{say(field.label)} {field.required && <Tag tone="info">{t('field.required')}</Tag>} {field.personal && <Tag tone="warn">{t('field.personal')}</Tag>}<div><code className="small muted">{field.name}</code></div></> },
    {
      key: 'column', title: t('mapping.column'),
      cell: ({ field, binding }) => binding?.constant ? t('mapping.constantOf', { value: binding.constant }) : (
        <div className="mapping-select"><Select hideLabel label={t('mapping.columnFor', { field: say(field.label) })} value={binding?.column ?? ''} choices={choices} onChange={(column) => onChange(bind(mapping, field.name, column || null))} /></div>
      ),
    },
    { key: 'format', title: t('mapping.format'), wideOnly: true, cell: ({ binding }) => binding?.format ?? binding?.unit ?? '' },
    { key: 'confidence', title: t('mapping.why'), cell: ({ field, binding }) => binding ? <Confidence of={binding} /> : field.required && <Tag tone="warn">{t('mapping.missing')}</Tag> },
  ];
  return (
    <Panel flush title={t('mapping.title')} footer={mapping.ignored.length > 0 && <>{t('mapping.ignored')} {mapping.ignored.join(', ')}</>}>
      {mapping.variants.length > 0 && (
        <p className="pad small">{t('mapping.variants', { n: mapping.variants.length })} {mapping.variants.map((variant) => variant.bindings.map((binding) => binding.constant ?? binding.column).join(' = ')).join('; ')}</p>
      )}
      <DataTable caption={t('mapping.title')} columns={columns} rows={rows} rowKey={({ field }) => field.name} maxHeight={520} />
    </Panel>
  );
}
