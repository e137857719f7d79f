import { useState } from 'react';
import { navigate } from '../../app/router';
import { useChange } from '../../api/cache';
import type { ImportPreview, ImportSummary, Mapping } from '../../api/contract';
import { useI18n } from '../../i18n';
import { Link } from '../../ui/Link';
import { ProblemNote } from '../../ui/Status';
import { DropZone } from './DropZone';
import { DryRun } from './DryRun';
import { ImportOptions, type Options } from './ImportOptions';
import { MappingEditor } from './MappingEditor';
import { SampleTable } from './SampleTable';
import { Steps } from './Steps';
import { importForm, previewForm } from './wizard';

/** A file's way in: drop it, check how it is read, try it without storing anything, import it. */
export function ImportWizard() {
  const { t } = useI18n();
  const [file, setFile] = useState<File | null>(null);
  const [mapping, setMapping] = useState<Mapping | null>(null);
  const [options, setOptions] = useState<Options>({ source: '', asOf: '', remember: true });
  const [trial, setTrial] = useState<number | null>(null);
  const preview = useChange<{ file: File; standard?: string; source?: string }, ImportPreview>((input) => ({ path: '/imports/preview', method: 'POST', body: previewForm(input) }));
  const begin = useChange<{ dryRun: boolean }, ImportSummary>(
    ({ dryRun }) => ({ path: '/imports', method: 'POST', body: importForm({ preview: preview.data, mapping, ...options, dryRun }) }),
    ['/imports'],
  );
  const look = (chosen: File, standard?: string) => {
    setFile(chosen);
    setTrial(null);
    const source = options.source || chosen.name.replace(/(\.(csv|xlsx|json|ndjson|xml|tsv|txt|gz))+$/i, '');
    setOptions({ ...options, source });
    preview.mutate({ file: chosen, standard, source }, { onSuccess: (found) => setMapping(found.mapping) });
  };
  const change = (next: Mapping) => {
    setMapping(next);
    setTrial(null);
  };
  const found = preview.data;
  const step = !found ? 0 : trial === null ? 1 : 2;
  return (
    <>
      <ol className="breadcrumbs"><li><Link to="/data/imports">{t('data.imports')}</Link></li><li aria-current="page">{t('data.import')}</li></ol>
      <Steps current={step} />
      <DropZone file={file} busy={preview.isPending} onFile={(chosen) => look(chosen)} />
      {preview.error && <ProblemNote problem={preview.error} />}
      {found && mapping && file && (
        <>
          <ImportOptions preview={found} options={options} onChange={setOptions} onStandard={(standard) => look(file, standard)} />
          <SampleTable preview={found} />
          <MappingEditor preview={found} mapping={mapping} onChange={change} />
          {begin.error && <ProblemNote problem={begin.error} />}
          <DryRun trial={trial} busy={begin.isPending || !options.source.trim()}
            onTry={() => begin.mutate({ dryRun: true }, { onSuccess: (made) => setTrial(made.id) })}
            onImport={() => begin.mutate({ dryRun: false }, { onSuccess: (made) => navigate(`/data/imports/${made.id}`) })} />
        </>
      )}
    </>
  );
}
