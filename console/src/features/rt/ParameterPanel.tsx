import { useI18n } from '../../i18n';
import { Select } from '../../ui/Field';
import { Panel } from '../../ui/Panel';
import { Loaded } from '../../ui/Status';
import type { Situation } from '../situation/useSituation';
import type { Rt } from './useRt';

/** What the estimate assumes, with its source; another disease is one choice away. */
export function ParameterPanel({ situation, rt }: { situation: Situation; rt: Rt }) {
  const { t, f, say } = useI18n();
  return (
    <Panel title={t('rt.parameters')}>
      <Loaded query={rt.diseases}>
        {({ chosen, items }) => {
          const used = rt.curve.data?.manifest.disease ?? items.find(({ name }) => name === chosen);
          return (
            <div className="stack">
              <Select label={t('rt.disease')} value={used?.name ?? chosen} onChange={(disease) => situation.set({ disease: disease === chosen ? null : disease }, { replace: true })} choices={items.map(({ name, title }) => ({ value: name, label: say(title) }))} />
              {used && (
                <dl className="facts">
                  <div><dt>{t('rt.serialInterval')}</dt><dd>{t('rt.meanSd', { mean: f.rate(used.intervalMeanDays), sd: f.rate(used.intervalSdDays) })}</dd></div>
                  <div><dt>{t('rt.delay')}</dt><dd>{t('rt.meanSd', { mean: f.rate(used.delayMeanDays), sd: f.rate(used.delaySdDays) })}</dd></div>
                </dl>
              )}
              {used && <p className="small muted" lang="en">{used.source}</p>}
              <p className="small muted">{t('rt.parameters.why')}</p>
            </div>
          );
        }}
      </Loaded>
    </Panel>
  );
}
