import { useMay } from '../../app/session';
import { useApi, useChange } from '../../api/cache';
import type { Binding, Mapping } from '../../api/contract';
import { useI18n } from '../../i18n';
import { Button } from '../../ui/Button';
import { DataTable, type TableColumn } from '../../ui/DataTable';
import { Panel } from '../../ui/Panel';
import { Empty, ProblemNote, Skeleton } from '../../ui/Status';
import { useStandard } from '../standards/useStandard';
import { Confidence } from './Confidence';

/** The mapping remembered for a source; forgetting it makes the next file be proposed anew. */
export function SourceMapping({ source, standard }: { source: string; standard: string }) {
  const { t, say } = useI18n();
  const may = useMay();
  const { find } = useStandard(standard);
  const path = `/sources/${encodeURIComponent(source)}/mappings/${encodeURIComponent(standard)}`;
  const mapping = useApi<Mapping>(path);
  const drop = useChange<void>(() => ({ path, method: 'DELETE' }), ['/sources']);
  const columns: TableColumn<Binding>[] = [
    { key: 'field', title: t('mapping.field'), header: true, cell: (binding) => say(find(binding.field)?.label) || binding.field },
    { key: 'column', title: t('mapping.column'), cell: (binding) => binding.column ? <code>{binding.column}</code> : t('mapping.constantOf', { value: binding.constant ?? '' }) },
    { key: 'format', title: t('mapping.format'), cell: (binding) => binding.format ?? binding.unit ?? '–' },
    { key: 'confidence', title: t('mapping.confidence'), cell: (binding) => <Confidence of={binding} /> },
  ];
  const missing = mapping.error?.status === 404 || drop.isSuccess;
  return (
    <Panel flush title={t('source.mapping', { source, standard })} actions={may('data:configure') && mapping.data && !missing && <Button kind="danger" icon="trash" onClick={() => drop.mutate()}>{t('source.forget')}</Button>}>
      {missing ? <div className="pad"><Empty title={t('source.noMapping')}>{t('source.noMapping.why')}</Empty></div>
        : mapping.error ? <div className="pad"><ProblemNote problem={mapping.error} /></div>
          : !mapping.data ? <div className="pad"><Skeleton /></div>
            : <DataTable caption={t('source.mapping', { source, standard })} columns={columns} rows={mapping.data.bindings} rowKey={(binding) => binding.field} />}
    </Panel>
  );
}
