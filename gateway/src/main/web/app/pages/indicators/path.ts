import type {EChartsCoreOption} from 'echarts/core';
import type {IndicatorSeries} from '@monitoring/api';
import {colour} from '../../parts/status-badge';
import type {ChartTable} from '../../parts/data-chart';
import {date, figure, period, t, today} from '../../kit/text';
import {escaped, measured} from './grades';

type Point = [day: string, value: number];

const MONTH = 30 * 86_400_000;

/** What a chart of an indicator's path is drawn from; `until` cuts it after that day. */
export function pathOption(series: IndicatorSeries, until: string | null): EChartsCoreOption {
  const unit = series.measureUnit;
  const soFar = (day: string) => !until || day <= until;
  const expected = series.expected.filter((point) => soFar(point.date)).map((point): Point => [point.date, point.value]);
  const verified = figures(series, true);
  const waiting = figures(series, false);
  const last = verified.at(-1);
  const projection = series.projection && last
    ? [{value: last, symbol: 'none'}, {value: [series.projection.date, series.projection.value]}] : [];
  const milestones = series.milestones.flatMap((milestone) => {
    const value = milestone.low ?? milestone.high;
    return value === null || !soFar(milestone.dueDate) ? [] : [{
      value: [milestone.dueDate, value], raw: milestone.raw.slice(0, 24) + (milestone.standing === 'SETTLED' ? '' : t(' (chưa chốt)', ' (not settled)')),
    }];
  });
  const first = [series.baseline?.date, expected[0]?.[0], verified[0]?.[0], milestones[0]?.value[0] as string | undefined]
    .filter((day) => day !== undefined).sort()[0];
  return {
    animation: false,
    aria: {enabled: true},
    grid: {left: 8, right: 28, top: 32, bottom: 72, containLabel: true},
    legend: {bottom: 0, left: 0, itemGap: 14, textStyle: {color: '#17212b'}},
    tooltip: {trigger: 'item', confine: true,
      formatter: (mark: {seriesName: string; data: Point | {value: Point}}) => {
        const [day, value] = Array.isArray(mark.data) ? mark.data : mark.data.value;
        return `${mark.seriesName}<br>${date(day)}: ${escaped(measured(value, unit))}`;
      }},
    xAxis: {
      type: 'time', max: until ? Date.parse(until) + MONTH : undefined, min: first ? Date.parse(first) - margin(first, until ?? series.milestones.at(-1)?.dueDate) : undefined,
      axisLabel: {color: '#4a5866', hideOverlap: true, formatter: {year: '{yyyy}', month: '{MM}/{yyyy}', day: '{dd}/{MM}'}},
    },
    yAxis: {type: 'value', scale: true, axisLabel: {color: '#4a5866', formatter: (value: number) => figure(value)},
      name: unit ?? '', nameTextStyle: {align: 'right', color: '#4a5866'}, splitLine: {lineStyle: {color: '#e8ecf0'}}},
    series: [
      {type: 'line', name: t('Lộ trình cần đạt', 'Expected path'), data: expected, symbol: 'none',
        lineStyle: {type: 'dashed', color: '#4a5866', width: 2}, itemStyle: {color: '#4a5866'},
        markLine: {silent: true, symbol: 'none', data: [{xAxis: today()}], lineStyle: {color: '#8795a3', type: 'solid', width: 1},
          label: {formatter: t('hôm nay', 'today'), color: '#4a5866'}}},
      {type: 'scatter', name: t('Mốc mục tiêu', 'Milestone'), data: milestones, symbol: 'diamond', symbolSize: 14,
        itemStyle: {color: '#17212b'},
        label: {show: true, position: 'top', color: '#17212b', formatter: (mark: {data: {raw: string}}) => mark.data.raw}},
      {type: 'line', name: t('Số liệu đã xác nhận', 'Verified figure'), data: verified, symbol: 'circle', symbolSize: 9,
        lineStyle: {color: colour('news'), width: 3}, itemStyle: {color: colour('news')}},
      ...(waiting.length > 0 ? [{type: 'scatter', name: t('Chờ xác nhận', 'Awaits verification'), data: waiting, symbol: 'emptyCircle',
        symbolSize: 11, itemStyle: {color: colour('news')}}] : []),
      ...(projection.length > 0 ? [{type: 'line', name: t('Dự báo theo đà hiện nay', 'Projection at the present pace'), data: projection,
        symbol: 'emptyTriangle', symbolSize: 10, lineStyle: {type: 'dotted', color: colour('bad'), width: 2}, itemStyle: {color: colour('bad')}}] : []),
    ],
  };
}

/** Room before the first point, for the label of a milestone that stands there. */
function margin(first: string, last: string | undefined): number {
  return last ? Math.max(MONTH, (Date.parse(last) - Date.parse(first)) * 0.06) : MONTH;
}

function figures(series: IndicatorSeries, verified: boolean): Point[] {
  return series.measured
    .filter((point) => (point.status === 'VERIFIED') === verified)
    .flatMap((point): Point[] => point.value === null ? [] : [[point.asOf, point.value]])
    .sort(([a], [b]) => a < b ? -1 : 1);
}

/** The day on which the chart ends: the milestone that counts next, or all of the path. */
export function nextMilestone(series: IndicatorSeries): string | null {
  const now = today();
  const due = series.milestones.map((milestone) => milestone.dueDate).sort();
  return due.find((day) => day >= now) ?? null;
}

/** Whether there are numbers to draw: some targets are words only. */
export function isDrawable(series: IndicatorSeries): boolean {
  return series.expected.length > 0 || series.measured.some((point) => point.value !== null)
    || series.milestones.some((milestone) => milestone.low !== null || milestone.high !== null);
}

export function pathTable(series: IndicatorSeries): ChartTable {
  const unit = series.measureUnit;
  const rows: {day: string; what: string; value: string}[] = [
    ...(series.baseline ? [{day: series.baseline.date, what: t('Kỳ gốc', 'Baseline'), value: measured(series.baseline.value, unit)}] : []),
    ...series.expected.map((point) => ({day: point.date, what: t('Lộ trình cần đạt', 'Expected path'), value: measured(point.value, unit)})),
    ...series.milestones.map((one) => ({day: one.dueDate, what: t('Mốc mục tiêu', 'Milestone'), value: one.raw})),
    ...series.measured.map((point) => ({day: point.asOf, value: measured(point.value, unit),
      what: `${t('Số liệu', 'Figure')} ${period(point.period)}`})),
    ...(series.projection ? [{day: series.projection.date, value: measured(series.projection.value, unit),
      what: t('Dự báo theo đà hiện nay', 'Projection at the present pace')}] : []),
  ];
  rows.sort((a, b) => a.day < b.day ? -1 : a.day > b.day ? 1 : 0);
  return {
    columns: [t('Ngày', 'Day'), t('Nội dung', 'What'), t('Giá trị', 'Value')],
    rows: rows.map((row) => [date(row.day), row.what, row.value]),
  };
}
