import type {EChartsCoreOption} from 'echarts/core';
import {figure} from '../../kit/text';
import {GRADES, TIMELINESS} from '../../parts/status-badge';

/** The colours of statuses in charts; neighbours of one tone differ in lightness, and by a pattern in the charts. */
const SHADES: Record<string, string> = {
  MISSED: '#8c1a15',
  BEHIND: '#d2685f',
  SLIGHTLY_BEHIND: '#e3b341',
  ON_TRACK: '#6fba8c',
  ACHIEVED: '#17663a',
  NOT_DUE: '#aebac5',
  NO_TARGET: '#8795a3',
  NO_DATA: '#dbe2e8',

  OVERDUE: '#8c1a15',
  UPDATE_LATE: '#d2685f',
  LATE: '#e08b4c',
  DUE_SOON: '#e3b341',
  WITHIN_TIME: '#a5d6b7',
  KEPT_UP: '#6fba8c',
  ON_TIME: '#3a9562',
  DONE_EARLY: '#17663a',
  NOT_STARTED: '#aebac5',
  NO_DEADLINE: '#8795a3',
  DROPPED: '#dbe2e8',
};

export function shade(code: string): string {
  return SHADES[code] ?? '#8795a3';
}

export interface Bar {
  name: string;
  counts: Record<string, number>;
}

/** Bars of counts by status, lying (names at the left) or standing (names below); only statuses that occur. */
export function stackedBars(of: 'grade' | 'timeliness', bars: readonly Bar[], lying: boolean): EChartsCoreOption {
  const codes = occurring(of, bars);
  const names = {
    type: 'category', data: bars.map((bar) => bar.name), inverse: lying, axisTick: {show: false},
    axisLabel: lying ? {width: 130, overflow: 'truncate'} : {},
  };
  const counts = {type: 'value', minInterval: 1, axisLabel: {formatter: (count: number) => figure(count)}};
  return {
    aria: {enabled: true, decal: {show: true}},
    grid: {left: 8, right: 16, top: 8, bottom: 44, containLabel: true},
    legend: {bottom: 0, type: 'scroll', itemWidth: 16},
    tooltip: {trigger: 'axis', axisPointer: {type: 'shadow'}, confine: true},
    xAxis: lying ? counts : names,
    yAxis: lying ? names : counts,
    series: codes.map((code) => ({
      id: code, name: label(of, code), type: 'bar', stack: 'all', barMaxWidth: 26, itemStyle: {color: shade(code)},
      data: bars.map((bar) => bar.counts[code] ?? 0),
    })),
  };
}

/** The table behind such bars. */
export function barTable(of: 'grade' | 'timeliness', first: string, all: string, bars: readonly Bar[]) {
  const codes = occurring(of, bars);
  return {
    columns: [first, all, ...codes.map((code) => label(of, code))],
    rows: bars.map((bar) => [bar.name, codes.reduce((total, code) => total + (bar.counts[code] ?? 0), 0), ...codes.map((code) => bar.counts[code] ?? 0)]),
  };
}

export function occurring(of: 'grade' | 'timeliness', bars: readonly Bar[]): string[] {
  return Object.keys(of === 'grade' ? GRADES : TIMELINESS).filter((code) => bars.some((bar) => (bar.counts[code] ?? 0) > 0));
}

function label(of: 'grade' | 'timeliness', code: string): string {
  return (of === 'grade' ? GRADES : TIMELINESS)[code]?.label ?? code;
}
