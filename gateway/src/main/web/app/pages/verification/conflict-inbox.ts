import {LitElement, html} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {Indicator, TargetConflict} from '@monitoring/api';
import {get} from '../../kit/api';
import {Loading} from '../../kit/loading';
import {link} from '../../kit/router';
import {styles} from '../../kit/styles';
import {t} from '../../kit/text';
import '../../parts/state-notes';
import {findIndicator} from './known-indicators';

/** Targets of which a plan gives two values; decided where the indicator's targets stand. */
@customElement('conflict-inbox')
export class ConflictInbox extends LitElement {
  @property() unit = '';

  static override styles = styles;

  private readonly conflicts = new Loading(this, () => this.unit || null, async (signal) => {
    const page = await get<{items: TargetConflict[]}>('/conflicts', {unit: this.unit, status: 'OPEN', limit: 100}, signal);
    return Promise.all(page.items.map(async (conflict): Promise<[TargetConflict, Indicator]> =>
      [conflict, await findIndicator(conflict.indicatorId)]));
  });

  override render() {
    return this.conflicts.render((conflicts) => conflicts.length === 0
      ? html`<empty-note .heading=${t('Không có mục tiêu nào mâu thuẫn', 'No target contradicts another')}></empty-note>`
      : html`
        <div class="scroll card" tabindex="0" role="region" aria-label=${t('Mục tiêu mâu thuẫn', 'Conflicting targets')}>
          <table>
            <thead><tr>
              <th scope="col">${t('Chỉ tiêu', 'Indicator')}</th><th scope="col">${t('Năm', 'Year')}</th>
              <th scope="col">${t('Một nơi ghi', 'One place says')}</th><th scope="col">${t('Nơi khác ghi', 'Another says')}</th>
            </tr></thead>
            <tbody>${conflicts.map(([conflict, indicator]) => html`
              <tr>
                <td><a href=${link(`/indicators/${indicator.id}`)}>${indicator.number ?? ''} ${indicator.name}</a></td>
                <td>${conflict.dueDate.slice(0, 4)}</td>
                <td>${conflict.a.raw} <span class="soft small">(${conflict.a.place})</span></td>
                <td>${conflict.b.raw} <span class="soft small">(${conflict.b.place})</span></td>
              </tr>`)}</tbody>
          </table>
        </div>`);
  }
}
