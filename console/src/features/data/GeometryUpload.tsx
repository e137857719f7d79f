import { useState, type FormEvent } from 'react';
import { useMay } from '../../app/session';
import { useChange } from '../../api/cache';
import type { LoadedGeometry } from '../../api/contract';
import { useI18n } from '../../i18n';
import { Button } from '../../ui/Button';
import { TextField } from '../../ui/Field';
import { Panel } from '../../ui/Panel';
import { Empty, ProblemNote } from '../../ui/Status';
import { DropZone } from './DropZone';

const SHOWN = 40;

function outlinesForm(file: File, codeProperty: string): FormData {
  const form = new FormData();
  form.set('file', file);
  if (codeProperty.trim()) form.set('codeProperty', codeProperty.trim());
  return form;
}

/** Outlines of regions, from any GeoJSON or TopoJSON file whose features carry the regions' codes. */
export function GeometryUpload() {
  const { t } = useI18n();
  const may = useMay();
  const [file, setFile] = useState<File | null>(null);
  const [property, setProperty] = useState('');
  const load = useChange<{ file: File; property: string }, LoadedGeometry>((input) => ({ path: '/regions/geometry', method: 'POST', body: outlinesForm(input.file, input.property) }), ['/regions']);
  if (!may('regions:write')) return <Empty title={t('problem.forbidden')} />;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (file) load.mutate({ file, property });
  };
  const unmatched = load.data?.unmatched ?? [];
  return (
    <Panel title={t('geometry.title')}>
      <form className="stack" onSubmit={submit}>
        <p className="muted geometry-note">{t('geometry.why')}</p>
        <DropZone file={file} busy={load.isPending} onFile={setFile} formats={t('geometry.formats')} />
        <div className="form-grid"><TextField label={t('geometry.property')} value={property} hint={t('geometry.property.hint')} onChange={(event) => setProperty(event.target.value)} /></div>
        <div><Button kind="primary" type="submit" disabled={!file || load.isPending}>{t('geometry.load')}</Button></div>
        {load.error && <ProblemNote problem={load.error} />}
        {load.data && <div role="status">
          <p><strong>{t('geometry.loaded', { n: load.data.loaded })}</strong></p>
          {unmatched.length > 0 && <p className="small muted">{t('geometry.unmatched', { n: unmatched.length })} {unmatched.slice(0, SHOWN).join(', ')}{unmatched.length > SHOWN && ' …'}</p>}
        </div>}
      </form>
    </Panel>
  );
}
