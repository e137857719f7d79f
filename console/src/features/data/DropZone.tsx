import { useState, type DragEvent } from 'react';
import { useI18n } from '../../i18n';
import { Icon } from '../../ui/Icon';

interface Props {
  file: File | null;
  busy: boolean;
  onFile: (file: File) => void;
  /** What may be dropped; data files if not given. */
  formats?: string;
}

/** Where a file is dropped or chosen. */
export function DropZone({ file, busy, onFile, formats }: Props) {
  const { t, f } = useI18n();
  const [over, setOver] = useState(false);
  const take = (files: FileList | null) => {
    const first = files?.[0];
    if (first) onFile(first);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  return (
    <label className={`drop${over ? ' over' : ''}${file ? ' chosen' : ''}`} onDragOver={(event) => { event.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)} onDrop={drop}>
      <input type="file" className="visually-hidden" onChange={(event) => { take(event.target.files); event.target.value = ''; }} />
      <Icon name="upload" size={file ? 16 : 24} />
      {file ? <span><strong>{file.name}</strong> <span className="muted">{f.bytes(file.size)}</span> {busy ? t('wizard.reading') : <u>{t('wizard.another')}</u>}</span>
        : <span><strong>{t('wizard.drop')}</strong><br /><span className="muted small">{formats ?? t('wizard.formats')}</span></span>}
    </label>
  );
}
