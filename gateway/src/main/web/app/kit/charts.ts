import {BarChart, HeatmapChart, LineChart, ScatterChart} from 'echarts/charts';
import {AriaComponent, DataZoomComponent, GridComponent, LegendComponent, MarkAreaComponent, MarkLineComponent, MarkPointComponent,
  TooltipComponent, VisualMapComponent} from 'echarts/components';
import {init, use, type EChartsType} from 'echarts/core';
import {CanvasRenderer} from 'echarts/renderers';
import {NOTHING, figure} from './text';

/** The charting library with the parts that the dashboard draws with; imported only by the first chart. */

use([BarChart, LineChart, ScatterChart, HeatmapChart, GridComponent, TooltipComponent, LegendComponent, VisualMapComponent, DataZoomComponent,
  MarkLineComponent, MarkPointComponent, MarkAreaComponent, AriaComponent, CanvasRenderer]);

const still = matchMedia('(prefers-reduced-motion: reduce)');

/** Numbers in the reader's notation, wherever a chart says nothing else of them. */
const THEME = {
  textStyle: {fontFamily: 'Inter, "Noto Sans", system-ui, sans-serif'},
  valueAxis: {axisLabel: {formatter: (value: number) => figure(value)}},
  tooltip: {valueFormatter: (value: unknown) => typeof value === 'number' ? figure(value) : String(value ?? NOTHING)},
};

export function begin(place: HTMLElement): EChartsType {
  const chart = init(place, THEME, {renderer: 'canvas'});
  if (still.matches) {
    chart.setOption({animation: false});
  }
  return chart;
}
