import {LitElement, css, html, nothing, type PropertyValues} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';
import {styleMap} from 'lit/directives/style-map.js';
import type {EChartsCoreOption, EChartsType} from 'echarts/core';
import {buttons, base, tables} from '../kit/styles';
import {NOTHING, figure, t} from '../kit/text';

/** The table behind a chart: what it draws, for those who read rather than look. */
export interface ChartTable {
  columns: string[];
  rows: (string | number | null)[][];
}

/**
 * A chart that opens to its table, is as wide as its place, prints, and is saved as a picture.
 *
 * Fires `pick` with ECharts' event when a mark is clicked. The charting library is loaded with the first chart.
 */
@customElement('data-chart')
export class DataChart extends LitElement {
  /** What the chart says; its heading for screen readers. */
  @property() label = '';
  @property({attribute: false}) option: EChartsCoreOption = {};
  @property({attribute: false}) table: ChartTable | undefined;
  @property({type: Number}) height = 280;

  @state() private asTable = false;
  /** The charting library could not be loaded. */
  @state() private missing = false;
  @query('.chart') private place!: HTMLElement | null;

  private chart: EChartsType | undefined;
  private readonly watch = new ResizeObserver(() => this.chart?.resize());

  static override styles = [base, buttons, tables, css`
    .tools { display: flex; justify-content: flex-end; gap: .25rem; }
    .tools button { min-height: 2rem; font-size: .85rem; padding: .2rem .5rem; }
    .chart { width: 100%; }
    @media print { .tools { display: none; } }
  `];

  override render() {
    return html`
      <div class="tools">
        ${this.table ? html`
          <button class="plain" aria-pressed=${this.asTable} @click=${() => { this.asTable = !this.asTable; }}>
            ${this.asTable ? t('Xem biểu đồ', 'Show chart') : t('Xem bảng', 'Show table')}
          </button>` : nothing}
        ${this.asTable ? nothing : html`
          <button class="plain" @click=${this.save}>${t('Lưu ảnh', 'Save picture')}</button>`}
      </div>
      ${this.missing ? html`<p class="soft small" role="status">${t('Chưa tải được biểu đồ.', 'The chart could not be loaded.')}</p>` : nothing}
      ${this.asTable && this.table ? this.renderTable(this.table) : html`
        <div class="chart" role="img" aria-label=${this.label} style=${styleMap({height: `${this.height}px`})}></div>`}`;
  }

  private renderTable(table: ChartTable) {
    return html`
      <div class="scroll" tabindex="0" role="region" aria-label=${this.label}>
        <table>
          <caption>${this.label}</caption>
          <thead><tr>${table.columns.map((column, at) => html`<th scope="col" class=${at > 0 ? 'number' : ''}>${column}</th>`)}</tr></thead>
          <tbody>${table.rows.map((row) => html`
            <tr>${row.map((cell, at) => at === 0
              ? html`<th scope="row">${cell}</th>` : html`<td class="number">${typeof cell === 'number' ? figure(cell) : cell ?? NOTHING}</td>`)}</tr>`)}
          </tbody>
        </table>
      </div>`;
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('option') || changed.has('asTable') || changed.has('height')) {
      void this.draw();
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.forget();
  }

  private async draw(): Promise<void> {
    if (!this.place) {
      this.forget();
      return;
    }
    const charts = await import('../kit/charts').catch(() => null);
    this.missing = charts === null;
    if (charts === null) {
      // The network went away before the first chart: what it would draw is shown in words, and the button tries again.
      this.asTable = this.table !== undefined;
      return;
    }
    const place = this.place;
    if (!place || !this.isConnected) {
      return;
    }
    if (this.chart?.getDom() !== place) {
      this.forget();
      this.chart = charts.begin(place);
      this.chart.on('click', (event) => this.dispatchEvent(new CustomEvent('pick', {detail: event})));
      this.watch.observe(place);
    }
    this.chart!.setOption(this.option, true);
    this.dispatchEvent(new CustomEvent('drawn'));
  }

  private forget(): void {
    this.watch.disconnect();
    this.chart?.dispose();
    this.chart = undefined;
  }

  private save(): void {
    if (this.chart) {
      const anchor = document.createElement('a');
      anchor.href = this.chart.getDataURL({type: 'png', pixelRatio: 2, backgroundColor: '#ffffff'});
      anchor.download = `${this.label || 'chart'}.png`;
      anchor.click();
    }
  }
}
