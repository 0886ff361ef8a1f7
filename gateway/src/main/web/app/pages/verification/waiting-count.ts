import {LitElement, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {Measurement} from '@monitoring/api';
import {all} from '../../kit/api';
import {kind} from '../../kit/feed';
import {Loading} from '../../kit/loading';
import {session} from '../../kit/session';
import {styles} from '../../kit/styles';
import {figure, t} from '../../kit/text';

/** Beyond this it is said that there are more. */
const MOST = 2000;

/** How many figures of a period wait at a unit and below it: what verifying all of them would take, and what it would leave. */
@customElement('waiting-count')
export class WaitingCount extends LitElement {
  @property() unit = '';
  @property() period = '';

  static override styles = styles;

  private readonly waiting = new Loading<Measurement[]>(
    this,
    () => `${this.unit} ${this.period}`,
    (signal) => all<Measurement>('/measurements', {status: 'SUBMITTED', unit: this.unit, period: this.period}, signal, MOST),
    (entry) => kind(entry).startsWith('measurement.'),
  );

  override render() {
    return html`<div role="status">${this.waiting.render((waiting) => this.renderCount(waiting))}</div>`;
  }

  private renderCount(waiting: Measurement[]) {
    const own = waiting.filter((one) => one.submittedBy === session().username).length;
    const taken = waiting.length - own;
    const more = waiting.length >= MOST ? t('Hơn ', 'More than ') : '';
    const units = new Set(waiting.map((one) => one.responsibleUnitCode)).size;
    return html`
      <p>${taken === 0 ? t('Không có số liệu nào để xác nhận.', 'There is no figure to verify.') : html`
        <strong>${more}${t(`${figure(taken)} số liệu`, `${figure(taken)} ${taken === 1 ? 'figure' : 'figures'}`)}</strong>
        ${units > 1 ? t(`của ${figure(units)} đơn vị`, `of ${figure(units)} units`) : nothing}
        ${t('sẽ được xác nhận và chấm.', 'will be verified and graded.')}`}</p>
      ${own > 0 ? html`<p>${t(`${figure(own)} số liệu do chính anh/chị nhập sẽ ở lại chờ người khác xác nhận.`,
        `${figure(own)} that you entered yourself keep waiting for somebody else.`)}</p>` : nothing}`;
  }
}
