import type { ImportPreview } from '../../api/contract';
import { useI18n } from '../../i18n';
import { Checkbox, Select, TextField } from '../../ui/Field';
import { Panel } from '../../ui/Panel';
import { Tag } from '../../ui/Tag';

export interface Options {
  source: string;
  asOf: string;
  remember: boolean;
}

interface Props {
  preview: ImportPreview;
  options: Options;
  onChange: (options: Options) => void;
  onStandard: (standard: string) => void;
}

/** What the file is, whose it is, and when it was known. */
export function ImportOptions({ preview, options, onChange, onStandard }: Props) {
  const { t, f, say } = useI18n();
  return (
    <Panel title={t('wizard.what')} actions={preview.remembered && <Tag tone="good">{t('wizard.remembered')}</Tag>}>
      <div className="form-grid">
        <Select label={t('dataset.standard')} value={preview.standard} onChange={onStandard}
          choices={preview.standardCandidates.map(({ standard, title, fit }) => ({ value: standard, label: `${say(title)} · ${f.percent(fit)}` }))} hint={t('wizard.fit')} />
        <TextField label={t('dataset.source')} required value={options.source} hint={t('wizard.source.hint')} onChange={(event) => onChange({ ...options, source: event.target.value })} />
        <TextField label={t('import.asOf')} type="date" value={options.asOf} hint={t('wizard.asOf.hint')} onChange={(event) => onChange({ ...options, asOf: event.target.value })} />
        <Checkbox label={t('wizard.remember')} checked={options.remember} onChange={(event) => onChange({ ...options, remember: event.target.checked })} />
      </div>
    </Panel>
  );
}
