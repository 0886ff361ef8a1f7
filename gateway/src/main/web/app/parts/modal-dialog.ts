import {LitElement, css, html} from 'lit';
import {customElement, property, query} from 'lit/decorators.js';
import {base, buttons} from '../kit/styles';
import {t} from '../kit/text';

/** Asks before something is done. Shown while it is in the page; fires `close` when the reader leaves it. Buttons in slot `actions`. */
@customElement('modal-dialog')
export class ModalDialog extends LitElement {
  @property() heading = '';
  @query('dialog') private dialog!: HTMLDialogElement;

  static override styles = [base, buttons, css`
    dialog {
      border: 0; border-radius: var(--radius); padding: 0; width: min(40rem, calc(100vw - 2rem)); max-height: calc(100dvh - 2rem);
      color: var(--ink); background: var(--paper); box-shadow: 0 8px 40px rgb(23 33 43 / 35%);
    }
    dialog::backdrop { background: rgb(23 33 43 / 55%); }
    header { display: flex; justify-content: space-between; align-items: start; gap: 1rem; padding: 1rem 1rem 0; }
    .content { padding: .5rem 1rem 1rem; overflow-wrap: anywhere; }
    footer { display: flex; flex-wrap: wrap; gap: .5rem; justify-content: flex-end; padding: .75rem 1rem; border-top: 1px solid var(--line); }
  `];

  override render() {
    return html`
      <dialog aria-labelledby="heading" @close=${this.leave}>
        <header>
          <h2 id="heading">${this.heading}</h2>
          <button class="plain" aria-label=${t('Đóng', 'Close')} @click=${() => this.dialog.close()}>✕</button>
        </header>
        <div class="content"><slot></slot></div>
        <footer><slot name="actions"></slot></footer>
      </dialog>`;
  }

  protected override firstUpdated(): void {
    this.dialog.showModal();
  }

  private leave(): void {
    this.dispatchEvent(new Event('close'));
  }
}
