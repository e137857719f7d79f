import { useI18n } from '../../i18n';

/** One file to choose, with its name once chosen. */
export function FileField({ label, hint, file, onFile }: { label: string; hint?: string; file: File | null; onFile: (file: File | null) => void }) {
  const { f } = useI18n();
  return (
    <div className="field">
      <label>
        <span>{label}</span>
        <input className="input" type="file" onChange={(event) => onFile(event.target.files?.[0] ?? null)} />
      </label>
      {file ? <span className="field-hint">{file.name} · {f.bytes(file.size)}</span> : hint && <span className="field-hint">{hint}</span>}
    </div>
  );
}
