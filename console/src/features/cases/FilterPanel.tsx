import { useApi } from '../../api/cache';
import type { RegionDetail, Source } from '../../api/contract';
import { useI18n } from '../../i18n';
import { Button, IconButton } from '../../ui/Button';
import { Select, TextField } from '../../ui/Field';
import { RegionSearch } from '../regions/RegionSearch';
import { listed } from '../situation/useSituation';
import type { CaseFilters, Filter } from './useCaseFilters';
import type { Columns } from './useColumns';

function CodeFilter({ name, filters, columns }: { name: 'classification' | 'outcome' | 'sex'; filters: CaseFilters; columns: Columns }) {
  const { t, say } = useI18n();
  const codes = columns.find(name)?.codes ?? [];
  return (
    <Select label={t(`column.${name}`)} value={filters.values[name] ?? ''} onChange={(value) => filters.set({ [name]: value })}
      choices={[{ value: '', label: t('cases.any') }, ...codes.map(({ code, label }) => ({ value: code, label: say(label) || code }))]} />
  );
}

function Range({ label, from, to, type, filters }: { label: string; from: Filter; to: Filter; type: 'date' | 'number'; filters: CaseFilters }) {
  const { t } = useI18n();
  const bound = (name: Filter, word: string) => (
    <input className="input" type={type} min={type === 'number' ? 0 : undefined} max={type === 'number' ? 130 : undefined} aria-label={`${label}, ${word}`} value={filters.values[name] ?? ''} onChange={(event) => filters.set({ [name]: event.target.value })} />
  );
  return <fieldset className="range"><legend>{label}</legend>{bound(from, t('cases.from'))}<span aria-hidden="true">–</span>{bound(to, t('cases.to'))}</fieldset>;
}

/** All filters at once; each takes effect as soon as it is set. */
export function FilterPanel({ filters, columns }: { filters: CaseFilters; columns: Columns }) {
  const { t, say } = useI18n();
  const code = filters.values.region;
  const region = useApi<RegionDetail>(code && `/regions/${encodeURIComponent(code)}`);
  const sources = listed(useApi<{ items: Source[] } | Source[]>('/sources').data);
  return (
    <section className="panel filters" aria-label={t('cases.filters')}>
      {code ? (
        <div className="field"><label>{t('table.region')}</label><span className="picked"><span>{say(region.data?.region.name) || code}</span><IconButton icon="close" label={t('cases.clearRegion')} onClick={() => filters.set({ region: null })} /></span></div>
      ) : <RegionSearch label={t('table.region')} onPick={(picked) => filters.set({ region: picked })} />}
      <CodeFilter name="classification" filters={filters} columns={columns} />
      <CodeFilter name="outcome" filters={filters} columns={columns} />
      <CodeFilter name="sex" filters={filters} columns={columns} />
      <Range label={t('cases.age')} from="ageFrom" to="ageTo" type="number" filters={filters} />
      <Range label={t('cases.onset')} from="onsetFrom" to="onsetTo" type="date" filters={filters} />
      <Range label={t('cases.report')} from="reportFrom" to="reportTo" type="date" filters={filters} />
      {sources.length > 0 ? (
        <Select label={t('cases.source')} value={filters.values.source ?? ''} onChange={(source) => filters.set({ source })} choices={[{ value: '', label: t('cases.any') }, ...sources.map(({ source }) => ({ value: source, label: source }))]} />
      ) : <TextField label={t('cases.source')} value={filters.values.source ?? ''} onChange={(event) => filters.set({ source: event.target.value })} />}
      <Button kind="quiet" disabled={filters.active.length === 0} onClick={filters.clear}>{t('cases.clear')}</Button>
    </section>
  );
}
