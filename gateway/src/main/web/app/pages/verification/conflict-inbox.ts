import {LitElement, html, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import type {Choice, Indicator, TargetConflict} from '@monitoring/api';
import {Problem, get, send} from '../../kit/api';
import {Loading} from '../../kit/loading';
import {link} from '../../kit/router';
import {may} from '../../kit/session';
import {styles} from '../../kit/styles';
import {t} from '../../kit/text';
import {toast} from '../../kit/toast';
import '../../parts/modal-dialog';
import '../../parts/state-notes';
import {findIndicator} from './known-indicators';

/** Targets of which a plan gives two values: somebody decides by a document which one counts. */
@customElement('conflict-inbox')
export class ConflictInbox extends LitElement {
  @property() unit = '';

  @state() private deciding: TargetConflict | null = null;
  @state() private chosen: Choice = 'A';
  @state() private document = '';
  @state() private failure: unknown = null;
  @state() private busy = false;

  static override styles = styles;

  private readonly conflicts = new Loading(this, () => this.unit || null, async (signal) => {
    const page = await get<{items: TargetConflict[]}>('/conflicts', {unit: this.unit, status: 'OPEN', limit: 100}, signal);
    return Promise.all(page.items.map(async (conflict): Promise<[TargetConflict, Indicator]> =>
      [conflict, await findIndicator(conflict.indicatorId)]));
  });

  override render() {
    return html`${this.conflicts.render((conflicts) => this.renderTable(conflicts))}${this.renderDecision()}`;
  }

  private renderTable(conflicts: [TargetConflict, Indicator][]) {
    return conflicts.length === 0
      ? html`<empty-note .heading=${t('Không có mục tiêu nào mâu thuẫn', 'No target contradicts another')}></empty-note>`
      : html`
        <div class="scroll card" tabindex="0" role="region" aria-label=${t('Mục tiêu mâu thuẫn', 'Conflicting targets')}>
          <table>
            <thead><tr>
              <th scope="col">${t('Chỉ tiêu', 'Indicator')}</th><th scope="col">${t('Năm', 'Year')}</th>
              <th scope="col">${t('Một nơi ghi', 'One place says')}</th><th scope="col">${t('Nơi khác ghi', 'Another says')}</th>
              ${may('decideConflict') ? html`<th scope="col"><span class="visually-hidden">${t('Quyết định', 'Decide')}</span></th>` : nothing}
            </tr></thead>
            <tbody>${conflicts.map(([conflict, indicator]) => html`
              <tr>
                <td><a href=${link(`/indicators/${indicator.id}`)}>${indicator.number ?? ''} ${indicator.name}</a></td>
                <td>${conflict.dueDate.slice(0, 4)}</td>
                <td>${conflict.a.raw} <span class="soft small">(${conflict.a.place})</span></td>
                <td>${conflict.b.raw} <span class="soft small">(${conflict.b.place})</span></td>
                ${may('decideConflict') ? html`<td><button @click=${() => this.ask(conflict)}>${t('Quyết định', 'Decide')}</button></td>` : nothing}
              </tr>`)}</tbody>
          </table>
        </div>`;
  }

  private ask(conflict: TargetConflict): void {
    this.failure = null;
    this.chosen = 'A';
    this.deciding = conflict;
  }

  private renderDecision() {
    const conflict = this.deciding;
    if (!conflict) {
      return nothing;
    }
    const choice = (code: Choice, raw: string, place: string) => html`
      <label><input type="radio" name="chosen" .checked=${this.chosen === code} @change=${() => { this.chosen = code; }}>
        ${raw} <span class="soft small">(${place})</span></label>`;
    return html`
      <modal-dialog .heading=${t('Giá trị nào được tính?', 'Which value counts?')} @close=${() => { this.deciding = null; }}>
        <fieldset class="field">
          <legend>${t('Mục tiêu năm', 'Target of')} ${conflict.dueDate.slice(0, 4)}</legend>
          ${choice('A', conflict.a.raw, conflict.a.place)}${choice('B', conflict.b.raw, conflict.b.place)}
        </fieldset>
        <div class="field">
          <label for="document">${t('Văn bản quyết định (số, ngày)', 'Decision document (number, day)')}</label>
          <input id="document" required .value=${this.document}
            @input=${(event: Event) => { this.document = (event.target as HTMLInputElement).value; }}>
        </div>
        <problem-note .failure=${this.failure}></problem-note>
        <button slot="actions" @click=${() => { this.deciding = null; }}>${t('Thôi', 'Cancel')}</button>
        <button slot="actions" class="primary" ?disabled=${this.busy || this.document.trim() === ''} @click=${this.decide}>
          ${t('Quyết định', 'Decide')}</button>
      </modal-dialog>`;
  }

  private async decide(): Promise<void> {
    const conflict = this.deciding!;
    this.busy = true;
    try {
      await send('POST', `/conflicts/${conflict.id}/decision`,
        {body: {chosen: this.chosen, decisionDocument: this.document.trim()}, etag: `"${conflict.version}"`});
      toast(t('Đã quyết định; chỉ tiêu được chấm lại.', 'Decided; the indicator is graded anew.'));
      this.deciding = null;
      await this.conflicts.again();
    } catch (failure) {
      this.failure = failure;
      if (failure instanceof Problem && failure.status === 412) {
        await this.conflicts.again();
      }
    } finally {
      this.busy = false;
    }
  }
}
