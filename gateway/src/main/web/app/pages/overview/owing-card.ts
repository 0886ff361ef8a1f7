import {html, nothing} from 'lit';
import {customElement, state} from 'lit/decorators.js';
import type {DueCount, WorkListCounts} from '@monitoring/api';
import {get} from '../../kit/api';
import {Loading} from '../../kit/loading';
import {link} from '../../kit/router';
import {figure, period, t, told, today} from '../../kit/text';
import '../../parts/figure-value';
import {dueOf, quarterOf} from './answers';
import {UnitCard} from './unit-card';

const SHOWN = 8;

/** Who owes figures of the quarter, and the work that waits for the reader. */
@customElement('owing-card')
export class OwingCard extends UnitCard {
  @state() private whole = false;

  private readonly quarter = quarterOf(today());
  private readonly due = new Loading(this, () => this.code, () => dueOf(this.code, this.quarter), this.concerns('measurement'));
  private readonly lists = new Loading(this, () => this.code,
    (signal) => get<WorkListCounts>('/work-lists', {unit: this.code}, signal), this.concerns('task', 'warning'));

  override render() {
    const heading = t(`Ai còn nợ số liệu ${period(this.quarter)}`, `Who owes figures of ${period(this.quarter)}`);
    return html`
      <section class="card" aria-labelledby="heading">
        <h2 id="heading">${heading}</h2>
        ${this.due.render((counts) => counts.length === 0
          ? html`<empty-note .heading=${t('Kỳ này không có số liệu nào đến hạn', 'No figures fall due in this period')}></empty-note>`
          : this.renderDue(heading, mostFirst(counts)))}
        <h2>${t('Việc đang chờ', 'Work that waits')}</h2>
        ${this.lists.render(({items}) => html`<div class="row">${items.map((one) => html`
          <a class="quiet" href=${link(`/tasks?list=${one.list}`)}>${told(one.title)}: <strong>${figure(one.count)}</strong></a>`)}</div>`)}
      </section>`;
  }

  private renderDue(heading: string, counts: DueCount[]) {
    return html`
      <div class="scroll" tabindex="0" role="region" aria-label="${t('Bảng', 'Table')}: ${heading}">
        <table>
          <thead><tr><th scope="col">${t('Đơn vị', 'Unit')}</th><th scope="col" class="number">${t('Chưa nhập', 'Missing')}</th>
            <th scope="col" class="number">${t('Chờ xác nhận', 'To verify')}</th><th scope="col" class="number">${t('Bị trả lại', 'Returned')}</th></tr></thead>
          <tbody>${(this.whole ? counts : counts.slice(0, SHOWN)).map((one) => html`
            <tr><th scope="row"><a href="/overview?unit=${one.responsibleUnitCode}">${one.responsibleUnitName}</a></th>
              <td class="number"><figure-value .text=${`${one.missing}/${one.due}`} .from=${{numerator: one.missing, denominator: one.due,
                source: t('Số liệu đến kỳ', 'Figures that fall due'), note: period(one.period)}}></figure-value></td>
              <td class="number">${figure(one.submitted)}</td><td class="number">${figure(one.returned)}</td></tr>`)}</tbody>
        </table>
      </div>
      ${counts.length > SHOWN ? html`<button class="plain no-print" @click=${() => { this.whole = !this.whole; }}>
        ${this.whole ? t('Thu gọn', 'Show fewer') : t(`Xem cả ${counts.length} đơn vị`, `Show all ${counts.length} units`)}</button>` : nothing}`;
  }
}

function mostFirst(counts: readonly DueCount[]): DueCount[] {
  return [...counts].sort((one, other) => other.missing - one.missing || one.responsibleUnitName.localeCompare(other.responsibleUnitName, 'vi'));
}
