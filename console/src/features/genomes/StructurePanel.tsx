import { useState, type FormEvent } from 'react';
import { useApi } from '../../api/cache';
import { download, path } from '../../api/client';
import { useI18n } from '../../i18n';
import { Button } from '../../ui/Button';
import { Select, TextField } from '../../ui/Field';
import { Panel } from '../../ui/Panel';
import { Segmented } from '../../ui/Segmented';
import { Loaded, Skeleton } from '../../ui/Status';
import { StructurePicture } from './StructurePicture';
import type { Reference, Structure } from './types';

const FIRST_WINDOW = 300;

/** The predicted secondary structure of a window of the genome's RNA. */
export function StructurePanel({ genome, reference }: { genome: number; reference: Reference }) {
  const { t, f } = useI18n();
  const [range, setRange] = useState({ from: 1, to: FIRST_WINDOW });
  const [draft, setDraft] = useState({ from: '1', to: String(FIRST_WINDOW) });
  const [kind, setKind] = useState<'arcs' | 'mountain' | 'plane'>('arcs');
  const structure = useApi<Structure>(path(`/genomes/${genome}/structure`, range), { keep: true, staleMs: 600_000 });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const from = Math.max(1, Number(draft.from) || 1);
    setRange({ from, to: Math.min(reference.length, Math.max(from, Number(draft.to) || from)) });
  };
  const genes = [{ value: '', label: t('structure.window') }, ...reference.genes.map(({ name }) => ({ value: name, label: name })), { value: '*', label: t('structure.whole') }];
  const choose = (name: string) => {
    const gene = reference.genes.find((one) => one.name === name);
    const next = name === '*' ? { from: 1, to: reference.length } : gene ? { from: gene.segments[0]?.[0] ?? 1, to: gene.segments.at(-1)?.[1] ?? 1 } : { from: 1, to: FIRST_WINDOW };
    setRange(next);
    setDraft({ from: String(next.from), to: String(next.to) });
  };
  return (
    <Panel title={t('structure.title')} footer={<span>{t('structure.method')}</span>}
      actions={<Segmented label={t('structure.picture')} value={kind} onChange={setKind} choices={[{ value: 'arcs', label: t('structure.arcs') }, { value: 'mountain', label: t('structure.mountain') }, { value: 'plane', label: t('structure.plane') }]} />}>
      <form className="structure-form" onSubmit={submit}>
        <Select label={t('structure.part')} value={reference.genes.find(({ segments }) => segments[0]?.[0] === range.from && segments.at(-1)?.[1] === range.to)?.name ?? (range.from === 1 && range.to === reference.length ? '*' : '')} onChange={choose} choices={genes} />
        <TextField label={t('structure.from')} type="number" min={1} max={reference.length} value={draft.from} onChange={(event) => setDraft({ ...draft, from: event.target.value })} />
        <TextField label={t('structure.to')} type="number" min={1} max={reference.length} value={draft.to} onChange={(event) => setDraft({ ...draft, to: event.target.value })} />
        <Button type="submit">{t('structure.fold')}</Button>
      </form>
      <Loaded query={structure} skeleton={<Skeleton height={240} />}>
        {(found) => (
          <>
            {kind === 'plane'
              ? <img className="structure-plane" src={download(path(`/genomes/${genome}/structure.svg`, { from: found.from, to: found.to, picture: 'plane' }))} alt={t('structure.description', { n: found.structure.split('(').length - 1, letters: found.sequence.length })} />
              : <StructurePicture structure={found} kind={kind} />}
            <p className="structure-files small">
              {(['arc', 'plane', 'mountain'] as const).map((picture) => <a key={picture} download={`structure-${picture}.svg`} href={download(path(`/genomes/${genome}/structure.svg`, { from: found.from, to: found.to, picture }))}>{t(`structure.file.${picture}`)}</a>)}
            </p>
            <p className="small">{t('structure.energy', { energy: f.decimal(found.energy, 2), from: found.from, to: found.to, n: found.sequence.length })}</p>
          </>
        )}
      </Loaded>
    </Panel>
  );
}
