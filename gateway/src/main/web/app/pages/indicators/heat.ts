import type {EChartsCoreOption} from 'echarts/core';
import type {GradeStatus, ScorecardMatrix, ScorecardMatrixCell, ScorecardMatrixRow} from '@monitoring/api';
import {get} from '../../kit/api';
import {status} from '../../parts/status-badge';
import {OVERLAYS, STATUSES, escaped, marks, measured} from './grades';

/** How a cell looks: a ground, a sign, and the sign's colour; sign and ground differ from status to status. */
export interface Look {
  ground: string;
  sign: string;
  ink: string;
}

const LOOKS: Record<string, Look> = {
  MISSED: {ground: '#a3221c', sign: '✕', ink: '#ffffff'},
  BEHIND: {ground: '#bf3a31', sign: '■', ink: '#ffffff'},
  SLIGHTLY_BEHIND: {ground: '#f5c24a', sign: '▲', ink: '#3d2b00'},
  ON_TRACK: {ground: '#a5d9b9', sign: '●', ink: '#0f4527'},
  ACHIEVED: {ground: '#17663a', sign: '✓', ink: '#ffffff'},
  NO_DATA: {ground: '#ffffff', sign: '◇', ink: '#4a5866'},
  NOT_DUE: {ground: '#e8ecf0', sign: '○', ink: '#4a5866'},
  NO_TARGET: {ground: '#e8ecf0', sign: '–', ink: '#4a5866'},
};

/** One that is not known yet looks like one without a target. */
export function look(code: string): Look {
  return LOOKS[code] ?? {ground: '#e8ecf0', sign: '–', ink: '#4a5866'};
}

/** The signs with a mark of warning where the grade carries one. */
export function sign(cell: ScorecardMatrixCell): string {
  return look(cell.status).sign + (cell.atRisk || cell.regressing ? '!' : '');
}

/** All rows of a unit's matrix; the columns of all pages together. */
export async function matrix(unit: string, group: string | null, signal: AbortSignal): Promise<ScorecardMatrix> {
  let page = await get<ScorecardMatrix>(`/scorecards/${unit}/matrix`, {group, limit: 200}, signal);
  const whole = page;
  const columns = new Map(page.columns.map((column) => [column.canonicalCode, column]));
  while (page.next) {
    page = await get<ScorecardMatrix>(`/scorecards/${unit}/matrix`, {group, limit: 200, cursor: page.next}, signal);
    whole.items.push(...page.items);
    page.columns.forEach((column) => columns.set(column.canonicalCode, column));
  }
  whole.columns = [...columns.values()].sort((a, b) => a.canonicalCode < b.canonicalCode ? -1 : 1);
  return whole;
}

export interface Narrowing {
  /** Units with the most that is behind first, rather than by code. */
  worstFirst: boolean;
  status: string | null;
  overlay: string | null;
  text: string | null;
}

/** What is left of a matrix when only some cells are looked for: rows and columns without any are left out. */
export function narrow(whole: ScorecardMatrix, by: Narrowing): ScorecardMatrix {
  const text = by.text?.toLocaleLowerCase('vi').trim() ?? '';
  const named = new Set(text === '' ? [] : whole.columns
    .filter((column) => column.canonicalName.toLocaleLowerCase('vi').includes(text)).map((column) => column.canonicalCode));
  const looksFor = (row: ScorecardMatrixRow, cell: ScorecardMatrixCell) =>
    (!by.status || cell.status === by.status)
    && (!by.overlay || marks(cell).some((mark) => mark === by.overlay))
    && (text === '' || named.has(cell.canonicalCode) || row.unitName.toLocaleLowerCase('vi').includes(text));
  const items = whole.items
    .map((row) => ({...row, cells: row.cells.filter((cell) => looksFor(row, cell))}))
    .filter((row) => row.cells.length > 0);
  if (by.worstFirst) {
    items.sort((a, b) => behind(b) - behind(a));
  }
  const left = new Set(items.flatMap((row) => row.cells.map((cell) => cell.canonicalCode)));
  return {...whole, items, columns: whole.columns.filter((column) => left.has(column.canonicalCode))};
}

/** How much of a row is behind; what was missed or is behind counts more than what is slightly so. */
function behind(row: ScorecardMatrixRow): number {
  const weights: Record<string, number> = {MISSED: 10_000, BEHIND: 10_000, SLIGHTLY_BEHIND: 1};
  return row.cells.reduce((sum, cell) => sum + (weights[cell.status] ?? 0), 0);
}

export function counted(whole: ScorecardMatrix): Map<GradeStatus, number> {
  const counts = new Map<GradeStatus, number>();
  for (const row of whole.items) {
    for (const cell of row.cells) {
      counts.set(cell.status, (counts.get(cell.status) ?? 0) + 1);
    }
  }
  return counts;
}

/** What a cell says in words. */
export function saying(matrix: ScorecardMatrix, row: ScorecardMatrixRow, cell: ScorecardMatrixCell): string {
  const column = matrix.columns.find((one) => one.canonicalCode === cell.canonicalCode);
  const overlays = marks(cell).map((mark) => OVERLAYS[mark].label());
  return [`${row.unitName} – ${column?.canonicalName ?? cell.canonicalCode}`,
    [status('grade', cell.status).label, ...overlays].join(', '), measured(cell.value, column?.measureUnit)].join(': ');
}

const ROW_HEIGHT = 22;
const COLUMN_WIDTH = 24;
/** Room for the names: of columns above, of units on the left; the last column's leans out on the right. */
const HEAD = 160;
const SIDE = 150;
const END = 70;
/** As wide as a tooltip with its words. */
const LEAST = 560;

export function heightOf(matrix: ScorecardMatrix): number {
  return HEAD + matrix.items.length * ROW_HEIGHT + 8;
}

/** Narrower than this the signs would not fit; wider than this few columns would look like bars. */
export function widthsOf(matrix: ScorecardMatrix): {least: number; most: number} {
  const columns = matrix.columns.length;
  return {least: SIDE + END + columns * COLUMN_WIDTH, most: Math.max(LEAST, SIDE + END + columns * 3 * COLUMN_WIDTH)};
}

/** The place of a cell in the chart, as its events tell it. */
export interface Mark {
  value: [column: number, row: number, status: number];
  cell: ScorecardMatrixCell;
}

/** One series for each status: its signs share one colour, and no cell has a style of its own (which thousands would pay for). */
export function heatOption(matrix: ScorecardMatrix): EChartsCoreOption {
  const columnAt = new Map(matrix.columns.map((column, at) => [column.canonicalCode, at]));
  const marksOf = new Map<GradeStatus, Mark[]>(STATUSES.map((one) => [one, []]));
  matrix.items.forEach((row, rowAt) => row.cells.forEach((cell) => marksOf.get(cell.status)?.push({
    value: [columnAt.get(cell.canonicalCode) ?? 0, rowAt, STATUSES.indexOf(cell.status)], cell,
  })));
  return {
    animation: false,
    grid: {left: SIDE, top: HEAD, right: END, bottom: 8},
    tooltip: {
      confine: true,
      formatter: (mark: {data: Mark}) => {
        const row = matrix.items[mark.data.value[1]];
        return row ? saying(matrix, row, mark.data.cell).split(': ').map(escaped).join('<br>') : '';
      },
    },
    xAxis: {
      type: 'category', position: 'top', data: matrix.columns.map((column) => column.canonicalName), axisTick: {show: false},
      axisLabel: {interval: 0, rotate: -60, width: 165, overflow: 'truncate', color: '#17212b', fontSize: 11},
      splitArea: {show: false},
    },
    yAxis: {
      type: 'category', inverse: true, data: matrix.items.map((row) => row.unitName), axisTick: {show: false},
      axisLabel: {interval: 0, width: SIDE - 12, overflow: 'truncate', color: '#17212b', fontSize: 12},
    },
    visualMap: {
      type: 'piecewise', show: false, dimension: 2,
      pieces: STATUSES.map((one, at) => ({value: at, color: look(one).ground})),
    },
    series: STATUSES.filter((one) => marksOf.get(one)?.length).map((one) => ({
      type: 'heatmap', name: status('grade', one).label, data: marksOf.get(one), progressive: 0,
      itemStyle: {borderColor: one === 'NO_DATA' ? '#d5dce3' : '#ffffff', borderWidth: 1},
      label: {show: true, color: look(one).ink, fontSize: 11, fontWeight: 'bold', formatter: (mark: {data: Mark}) => sign(mark.data.cell)},
      // A state for each cell would be paid for by thousands; the tooltip says where the pointer is.
      emphasis: {disabled: true},
    })),
  };
}
