import { useApi } from '../../api/cache';
import type { Alarm, AlarmRule, RegionDetail, Settings } from '../../api/contract';
import { useI18n } from '../../i18n';
import { Button } from '../../ui/Button';
import { Select } from '../../ui/Field';
import { Pager, usePages } from '../../ui/Pager';
import { Panel } from '../../ui/Panel';
import { Segmented } from '../../ui/Segmented';
import { Empty, Loaded, Skeleton } from '../../ui/Status';
import { AlarmMap } from './AlarmMap';
import { AlarmTable } from './AlarmTable';
import { useIndicatorNames } from './useIndicatorNames';
import { SEVERITIES, SHOWN, useAlarmFilters, type AlarmFilters } from './useAlarmFilters';

const PAGE = 25;

/** Alarms, open ones first, beside the map of where they are. */
export function AlarmList() {
  const { t, say } = useI18n();
  const filters = useAlarmFilters();
  const pages = usePages<Alarm>('/alarms', filters.query, PAGE);
  const settings = useApi<Settings>('/settings', { staleMs: 300_000 });
  const region = useApi<RegionDetail>(filters.region && `/regions/${encodeURIComponent(filters.region)}`, { staleMs: 300_000 });
  const home = filters.region ?? settings.data?.homeRegion ?? null;
  return (
    <>
      <Filters filters={filters} />
      <div className="alarms-grid">
        <Panel title={t('alarms.list')} flush
          actions={filters.region && <Button icon="close" onClick={() => filters.set({ region: null })}>{t('alarms.filter.leave', { region: say(region.data?.region.name) || filters.region })}</Button>}>
          <Loaded query={pages} skeleton={<div className="pad"><Skeleton rows={10} /></div>}>
            {({ items }) => items.length === 0 ? <div className="pad"><Empty title={t('alarms.empty')}>{t('alarms.empty.why')}</Empty></div>
              : <AlarmTable alarms={items} busy={pages.isFetching && pages.isPlaceholderData} />}
          </Loaded>
          <Pager pages={pages} />
        </Panel>
        {home && <AlarmMap home={home} filters={filters} />}
      </div>
    </>
  );
}

function Filters({ filters }: { filters: AlarmFilters }) {
  const { t } = useI18n();
  const rules = useApi<AlarmRule[]>('/alarm-rules', { staleMs: 60_000 });
  const subjects = [...new Set((rules.data ?? []).map(({ definition }) => definition.indicator))];
  return (
    <div className="alarm-filters" role="search" aria-label={t('alarms.filter.state')}>
      <Segmented label={t('alarms.filter.state')} value={filters.shown} onChange={(show) => filters.set({ show: show === 'open' ? null : show })}
        choices={SHOWN.map((value) => ({ value, label: t(`alarms.filter.${value}`) }))} />
      <Select label={t('alarms.filter.severity')} value={filters.severity ?? ''} onChange={(severity) => filters.set({ severity })}
        choices={[{ value: '', label: t('alarms.filter.anySeverity') }, ...SEVERITIES.slice(1).map((value) => ({ value, label: t(`alarm.severity.${value}`) }))]} />
      <SubjectSelect subjects={subjects} filters={filters} />
    </div>
  );
}

function SubjectSelect({ subjects, filters }: { subjects: string[]; filters: AlarmFilters }) {
  const { t } = useI18n();
  const names = useIndicatorNames();
  return (
    <Select label={t('alarms.filter.subject')} value={filters.subject ?? ''} onChange={(subject) => filters.set({ subject })}
      choices={[{ value: '', label: t('alarms.filter.anySubject') }, ...subjects.map((value) => ({ value, label: names(value) }))]} />
  );
}
