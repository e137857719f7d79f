import { useMemo } from 'react';
import { ChartPanel } from '../../charts/ChartPanel';
import { useI18n } from '../../i18n';
import type { Situation } from '../situation/useSituation';
import { infectionDrawing } from './rtDrawing';
import type { Rt } from './useRt';

const HEIGHT = 200;

/** Infections by the day they happened, those included that will be reported later. */
export function InfectionPanel({ situation, rt }: { situation: Situation; rt: Rt }) {
  const i18n = useI18n();
  const { t, say } = i18n;
  const curve = rt.curve.data;
  const drawing = useMemo(() => curve && infectionDrawing(curve, i18n), [curve, i18n]);
  if (!curve || !drawing || curve.days.length === 0) return null;
  return (
    <ChartPanel title={t('rt.infections.title')} file={`infections-${situation.code}-${situation.indicator?.key}`} drawing={drawing} source={curve.manifest} version={curve.manifest.version}
      method={t('rt.infections.how')} height={HEIGHT} description={t('rt.infections.description', { region: say(situation.here?.name) })} />
  );
}
