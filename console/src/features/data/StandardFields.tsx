import type { StandardField } from '../../api/contract';
import { useI18n } from '../../i18n';
import { DataTable, type TableColumn } from '../../ui/DataTable';
import { Loaded, Skeleton } from '../../ui/Status';
import { Tag } from '../../ui/Tag';
import { useStandard } from '../standards/useStandard';

const CODES_SHOWN = 8;

function Codes({ field }: { field: StandardField }) {
  const { t, say } = useI18n();
  if (field.codes.length === 0) return null;
  const more = field.codes.length - CODES_SHOWN;
  return <div className="codes small">{field.codes.slice(0, CODES_SHOWN).map(({ code, label }) => <span key={code}><code>{code}</code> {say(label)}</span>)}{more > 0 && <span className="muted">{t('standard.moreCodes', { n: more })}</span>}</div>;
}

/** The fields of a standard: name, meaning, type, whether required, whether personal, codes and what sources call it. */
export function StandardFields({ standard }: { standard: string }) {
  const { t, say } = useI18n();
  const { answer, fields } = useStandard(standard);
  const columns: TableColumn<StandardField>[] = [
    { key: 'name', title: t('field.name'), header: true, cell: (field) => <><strong>{say(field.label)}</strong><div><code className="small muted">{field.name}</code></div></> },
    { key: 'type', title: t('field.type'), cell: (field) => <span className="nowrap">{field.type.toLowerCase().replaceAll('_', ' ')}{field.unit && <span className="muted"> · {field.unit}</span>}</span> },
    { key: 'marks', title: t('field.marks'), cell: (field) => <span className="row">{field.required && <Tag tone="info">{t('field.required')}</Tag>}{field.personal && <Tag tone="warn">{t('field.personal')}</Tag>}</span> },
    { key: 'description', title: t('field.description'), cell: (field) => <div className="field-text">{say(field.description)}<Codes field={field} /></div> },
    { key: 'aliases', title: t('field.aliases'), wideOnly: true, cell: (field) => <div className="aliases small muted">{field.aliases.join(', ')}</div> },
  ];
  return (
    <Loaded query={answer} skeleton={<div className="pad"><Skeleton rows={8} /></div>}>
      {() => <DataTable caption={t('dataset.fields')} columns={columns} rows={fields} rowKey={(field) => field.name} />}
    </Loaded>
  );
}
