import {LitElement, css, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {Measurement} from '@monitoring/api';
import {styles} from '../../kit/styles';
import {date, moment, period, ratio, t} from '../../kit/text';
import '../../parts/state-notes';
import '../../parts/status-badge';
import {measured} from './grades';

/** All figures of an indicator, the newest first: from whom, verified by whom. */
@customElement('figure-history')
export class FigureHistory extends LitElement {
  @property({attribute: false}) figures: Measurement[] = [];
  @property() unit = '';
  /** Figures that came or changed while the page was open. */
  @property({attribute: false}) news: ReadonlySet<string> = new Set();

  static override styles = [...styles, css`td, th { white-space: nowrap; } td.text { white-space: normal; min-width: 14rem; }`];

  override render() {
    return html`
      <h2>${t('Số liệu đã nhập', 'Figures')}</h2>
      ${this.figures.length === 0 ? html`
        <empty-note .heading=${t('Chưa có số liệu nào', 'No figures yet')}>
          ${t('Đơn vị chủ trì nhập số liệu ở trang Nhập số liệu.', 'The unit in charge enters them on the page Data entry.')}
        </empty-note>` : html`
        <div class="scroll" tabindex="0" role="region" aria-label=${t('Số liệu đã nhập', 'Figures')}>
          <table>
            <thead><tr>
              <th scope="col">${t('Kỳ', 'Period')}</th><th scope="col" class="number">${t('Giá trị', 'Value')}</th>
              <th scope="col" class="number">${t('Tử/mẫu số', 'Ratio')}</th><th scope="col">${t('Tình trạng', 'State')}</th>
              <th scope="col">${t('Nguồn', 'Source')}</th><th scope="col">${t('Ai nhập, ai xác nhận', 'Entered and verified by')}</th>
            </tr></thead>
            <tbody>${this.figures.map((one) => this.renderFigure(one))}</tbody>
          </table>
        </div>`}`;
  }

  private renderFigure(one: Measurement) {
    return html`
      <tr class=${this.news.has(one.id) ? 'news' : ''}>
        <th scope="row">${period(one.period)}<div class="small soft">${t('đến', 'as at')} ${date(one.asOf)}</div></th>
        <td class="number">${measured(one.value, this.unit)}</td>
        <td class="number">${ratio(one.numerator, one.denominator)}</td>
        <td><status-badge of="figure" .code=${one.status}></status-badge></td>
        <td class="text">${one.source ?? '–'}${one.note ? html`<div class="small soft">${one.note}</div>` : nothing}</td>
        <td class="text">${one.submittedBy} <span class="small soft">${moment(one.submittedAt)}</span>
          ${one.verifiedBy ? html`<div>✓ ${one.verifiedBy} <span class="small soft">${moment(one.verifiedAt)}</span></div>` : nothing}
          ${one.reason ? html`<div class="small soft">${one.reason}</div>` : nothing}</td>
      </tr>`;
  }
}
