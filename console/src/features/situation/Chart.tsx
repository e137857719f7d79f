import { BarChart, LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { init, use, type EChartsCoreOption, type EChartsType } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';

use([BarChart, LineChart, GridComponent, TooltipComponent, MarkLineComponent, AriaComponent, CanvasRenderer]);

export interface ChartProps {
  option: EChartsCoreOption;
  height: number;
  /** What the chart shows, in a sentence, for those who do not see it. */
  description: string;
  /** Answers the click on a category of the x axis. */
  onPick?: (index: number) => void;
}

/** A chart that follows the size of its frame. */
export default function Chart({ option, height, description, onPick }: ChartProps) {
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType | null>(null);
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
    chart.current?.setOption(option, { notMerge: true, lazyUpdate: true });
  }, [option]);
  return <div ref={box} className="chart" role="img" aria-label={description} style={{ height }} />;
}
