import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { forget, useApi, useChange } from '../../api/cache';
import type { Page } from '../../api/contract';
import { useMay } from '../../app/session';
import { useI18n } from '../../i18n';
import { Button } from '../../ui/Button';
import { DataTable } from '../../ui/DataTable';
import { Panel } from '../../ui/Panel';
import { Empty, Loaded, ProblemNote } from '../../ui/Status';
import { Tag } from '../../ui/Tag';
import { FileField } from './FileField';
import { UploadProblems } from './UploadProblems';
import type { Reference, Upload } from './types';

const STATES = { queued: 'plain', running: 'info', done: 'good', failed: 'bad', cancelled: 'warn' } as const;
type State = keyof typeof STATES;

/** Where genomes, their samples and references come in, and what became of them. */
export function UploadPage({ reference }: { reference: Reference | undefined }) {
  const may = useMay();
  const { t } = useI18n();
  if (!may('genomes:write')) return <Empty title={t('problem.forbidden')} />;
  return (
    <div className="stack">
      <div className="genome-columns">
        {reference && <GenomesForm reference={reference} />}
        <ReferenceForm />
      </div>
      {reference && <Uploads reference={reference} />}
    </div>
  );
}

function GenomesForm({ reference }: { reference: Reference }) {
  const { t } = useI18n();
  const [file, setFile] = useState<File | null>(null);
  const [metadata, setMetadata] = useState<File | null>(null);
  const base = `/genomes/references/${reference.id}`;
  const send = useChange<FormData, Upload>((body) => ({ path: `${base}/uploads`, method: 'POST', body }), [`${base}/uploads`]);
  const rebuild = useChange<undefined, unknown>(() => ({ path: `${base}/tree/rebuild`, method: 'POST' }));
  const submit = () => {
    const form = new FormData();
    if (file) form.append('file', file);
    if (metadata) form.append('metadata', metadata);
    send.mutate(form, { onSuccess: () => { setFile(null); setMetadata(null); } });
  };
  return (
    <Panel title={t('upload.genomes', { reference: reference.title })} footer={<span>{t('upload.note')}</span>}>
      <FileField label={t('upload.fasta')} file={file} onFile={setFile} />
      <FileField label={t('upload.samples')} hint={t('upload.samplesHint')} file={metadata} onFile={setMetadata} />
      {send.error && <ProblemNote problem={send.error} />}
      <div className="row">
        <Button kind="primary" icon="upload" disabled={(!file && !metadata) || send.isPending} onClick={submit}>{t('upload.send')}</Button>
        <Button icon="refresh" disabled={rebuild.isPending} onClick={() => rebuild.mutate(undefined)}>{t('upload.rebuild')}</Button>
      </div>
    </Panel>
  );
}

function ReferenceForm() {
  const { t } = useI18n();
  const [file, setFile] = useState<File | null>(null);
  const [annotation, setAnnotation] = useState<File | null>(null);
  const [clades, setClades] = useState<File | null>(null);
  const send = useChange<FormData, Reference>((body) => ({ path: '/genomes/references', method: 'POST', body }), ['/genomes/references']);
  const submit = () => {
    const form = new FormData();
    if (file) form.append('file', file);
    if (annotation) form.append('annotation', annotation);
    if (clades) form.append('clades', clades);
    send.mutate(form, { onSuccess: () => { setFile(null); setAnnotation(null); setClades(null); } });
  };
  return (
    <Panel title={t('upload.reference')} footer={<span>{t('upload.referenceNote')}</span>}>
      <FileField label={t('upload.sequence')} file={file} onFile={setFile} />
      <FileField label={t('upload.annotation')} file={annotation} onFile={setAnnotation} />
      <FileField label={t('upload.clades')} file={clades} onFile={setClades} />
      {send.error && <ProblemNote problem={send.error} />}
      {send.data && <p role="status">{t('upload.referenceLoaded', { name: send.data.name, n: send.data.genes.length })}</p>}
      <div className="row"><Button kind="primary" icon="upload" disabled={!file || send.isPending} onClick={submit}>{t('upload.load')}</Button></div>
    </Panel>
  );
}

function Uploads({ reference }: { reference: Reference }) {
  const { t, f } = useI18n();
  const client = useQueryClient();
  const [open, setOpen] = useState<number | null>(null);
  const [busy, setBusy] = useState(false);
  const list = useApi<Page<Upload>>(`/genomes/references/${reference.id}/uploads`, { everyMs: busy ? 1000 : 5000 });
  const running = list.data?.items.some(({ state }) => state === 'queued' || state === 'running') ?? false;
  if (running !== busy) {
    setBusy(running);
    if (!running) void forget(client, '/genomes');
  }
  return (
    <Panel title={t('upload.list')} flush>
      <Loaded query={list}>
        {(page) => (page.items.length === 0 ? <Empty title={t('upload.none')} /> : (
          <DataTable caption={t('upload.list')} rows={page.items} rowKey={({ id }) => String(id)} columns={[
            { key: 'file', title: t('upload.file'), header: true, cell: (one) => <button type="button" className="link-button" aria-expanded={open === one.id} onClick={() => setOpen(open === one.id ? null : one.id)}>{one.fileName}</button> },
            { key: 'state', title: t('upload.state'), cell: (one) => <Tag tone={STATES[one.state as State]}>{t(`upload.state.${one.state as State}`)}</Tag> },
            { key: 'accepted', title: t('upload.accepted'), numeric: true, cell: (one) => f.integer(one.accepted) },
            { key: 'changed', title: t('upload.changed'), numeric: true, wideOnly: true, cell: (one) => f.integer(one.changed) },
            { key: 'unchanged', title: t('upload.unchanged'), numeric: true, wideOnly: true, cell: (one) => f.integer(one.unchanged) },
            { key: 'refused', title: t('upload.refused'), numeric: true, cell: (one) => f.integer(one.refused) },
            { key: 'created', title: t('upload.when'), wideOnly: true, cell: (one) => f.moment(one.createdAt) },
          ]} />
        ))}
      </Loaded>
      {open !== null && <UploadProblems upload={open} />}
    </Panel>
  );
}
