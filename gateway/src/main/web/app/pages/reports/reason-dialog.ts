import {LitElement, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {styles} from '../../kit/styles';
import {t} from '../../kit/text';
import '../../parts/modal-dialog';

/** Asks for the reason of a step; fires `reason` with it, or `close`. */
@customElement('reason-dialog')
export class ReasonDialog extends LitElement {
  @property() heading = '';
  @property() hint = '';
  @property({type: Boolean}) busy = false;
  @property({attribute: false}) failure: unknown = null;

  static override styles = styles;

  override render() {
    return html`
      <modal-dialog .heading=${this.heading} @close=${() => this.dispatchEvent(new Event('close'))}>
        <p>${this.hint}</p>
        <form @submit=${this.finish}>
          <label for="reason">${t('Lý do', 'Reason')}</label>
          <textarea id="reason" name="reason" required></textarea>
        </form>
        ${this.failure ? html`<problem-note .failure=${this.failure}></problem-note>` : nothing}
        <button slot="actions" @click=${() => this.dispatchEvent(new Event('close'))}>${t('Không', 'Cancel')}</button>
        <button slot="actions" class="primary" ?disabled=${this.busy}
          @click=${() => this.renderRoot.querySelector('form')?.requestSubmit()}>${this.heading}</button>
      </modal-dialog>`;
  }

  private finish(event: Event): void {
    event.preventDefault();
    const reason = String(new FormData(event.target as HTMLFormElement).get('reason')).trim();
    if (reason) {
      this.dispatchEvent(new CustomEvent<string>('reason', {detail: reason}));
    }
  }
}
