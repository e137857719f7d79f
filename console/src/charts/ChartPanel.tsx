import type { EChartsCoreOption } from 'echarts/core';
import { Suspense, lazy, useMemo, useState, type ReactNode } from 'react';
import type { Sourced } from '../api/contract';
import { useDark } from '../app/preferences';
import { useI18n } from '../i18n';
import { AsOf } from '../ui/AsOf';
import { IconButton } from '../ui/Button';
import type { Cell } from '../ui/csv';
import { Panel } from '../ui/Panel';
import { Skeleton } from '../ui/Status';
import { ChartTable } from './ChartTable';
import { ExportMenu } from './ExportMenu';
import { Legend, type LegendItem } from './Legend';
import './charts.css';

const Chart = lazy(() => import('./Chart'));

/** Everything a chart is made of, free of the theme: what is shown, exported and read as a table comes from the same place. */
export interface Drawing {
  option: (dark: boolean) => EChartsCoreOption;
  legend: (dark: boolean) => LegendItem[];
  table: () => { head: string[]; rows: Cell[][] };
}

/** The version of the console, which is that of the platform it was built into. */
export const VERSION: string = __FIREBREAK_VERSION__;

interface Props {
  title: string;
  /** The name of exported files, without their ending. */
  file: string;
  /** Undefined while the answer is under way. */
  drawing: Drawing | undefined;
  source: Partial<Sourced> | undefined;
  /** How the figures came about, in plain words. */
  method: string;
  /** The version that computed what is shown; where nothing was computed, ours. */
  version?: string;
  height: number;
  /** What the chart shows, in a sentence, for those who do not see it. */
  description: string;
  actions?: ReactNode;
  /** Stands in the place of the chart: a fault, or that there is nothing to draw. */
  instead?: ReactNode;
  /** A legend that does more than explain. */
  legend?: ReactNode;
  children?: ReactNode;
  onPick?: (index: number) => void;
}

/** The frame of every chart: title, the chart or its table, legend, and a caption that says data sets, vintage, method and version. */
export function ChartPanel({ title, file, drawing, source, method, version = VERSION, height, description, actions, instead, legend, children, onPick }: Props) {
  const { t } = useI18n();
  const dark = useDark();
  const [table, setTable] = useState(false);
  const option = useMemo(() => drawing?.option(dark), [drawing, dark]);
  const items = useMemo(() => drawing?.legend(dark) ?? [], [drawing, dark]);
  return (
    <Panel title={title} className="chart-panel"
      footer={<div className="chart-caption"><AsOf of={source} /><span>{method}</span><span>{t('chart.version', { version })}</span></div>}
      actions={<>
        {actions}
        {drawing && !instead && <>
          <IconButton icon={table ? 'situation' : 'columns'} label={t(table ? 'chart.asChart' : 'chart.asTable')} aria-pressed={table} onClick={() => setTable(!table)} />
          <ExportMenu sheet={{ title, source, method, version, height }} file={file} drawing={drawing} />
        </>}
      </>}>
      {instead ?? (table && drawing ? <ChartTable caption={description} table={drawing.table()} height={height} /> : (
        <Suspense fallback={<Skeleton height={height} />}>
          {option ? <Chart option={option} height={height} description={description} onPick={onPick} /> : <Skeleton height={height} />}
        </Suspense>
      ))}
      {!instead && (legend ?? (items.length > 0 && <Legend items={items} />))}
      {children}
    </Panel>
  );
}
