import { BarChart, CustomChart, LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, MarkAreaComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { init, use, type EChartsCoreOption, type EChartsType } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useI18n } from '../i18n';
import './charts.css';
import { spoken, stepFor } from './keyboard';

use([BarChart, LineChart, CustomChart, GridComponent, TooltipComponent, MarkLineComponent, MarkAreaComponent, AriaComponent, CanvasRenderer]);

export interface ChartProps {
  option: EChartsCoreOption;
  height: number;
  /** What the chart shows, in a sentence, for those who do not see it. */
  description: string;
  /** Answers the click on a category of the x axis. */
  onPick?: (index: number) => void;
}

interface Readable {
  xAxis?: { data?: string[] };
  tooltip?: { formatter?: (items: { dataIndex: number }[]) => HTMLElement };
}

/** A chart that follows the size of its frame. Arrow keys walk through its values, which are read out. */
export default function Chart({ option, height, description, onPick }: ChartProps) {
  const { t } = useI18n();
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType | null>(null);
  const at = useRef<number | null>(null);
  const [said, setSaid] = useState('');
  const pick = useRef(onPick);
  pick.current = onPick;
  useEffect(() => {
    const element = box.current as HTMLDivElement;
    const created = init(element);
    chart.current = created;
    const observer = new ResizeObserver(() => created.resize());
    observer.observe(element);
    created.getZr().on('click', ({ offsetX, offsetY }) => {
      const point = [offsetX, offsetY];
      if (created.containPixel('grid', point)) pick.current?.(Math.round(Number(created.convertFromPixel({ xAxisIndex: 0 }, offsetX))));
    });
    return () => {
      observer.disconnect();
      created.dispose();
      chart.current = null;
    };
  }, []);
  useEffect(() => {
    at.current = null;
    chart.current?.setOption(option, { notMerge: true, lazyUpdate: true });
  }, [option]);
  const onKey = (event: KeyboardEvent) => {
    const { xAxis, tooltip } = option as Readable;
    const count = xAxis?.data?.length ?? 0;
    if (event.key === 'Enter' && at.current !== null) return pick.current?.(at.current);
    const next = stepFor(event.key, at.current, count);
    if (next === undefined) return;
    event.preventDefault();
    at.current = next;
    if (next === null) chart.current?.dispatchAction({ type: 'hideTip' });
    else chart.current?.dispatchAction({ type: 'showTip', x: chart.current.convertToPixel({ xAxisIndex: 0 }, next), y: height / 2 });
    setSaid(next === null ? '' : spoken(tooltip?.formatter?.([{ dataIndex: next }])));
  };
  return (
    <div className="chart-box">
      <div ref={box} className="chart" role="img" tabIndex={0} aria-label={`${description} ${t('chart.keys')}`} style={{ height }} onKeyDown={onKey} onBlur={() => chart.current?.dispatchAction({ type: 'hideTip' })} />
      <p className="visually-hidden" aria-live="polite">{said}</p>
    </div>
  );
}
