import {LitElement, html, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {Problem} from '../kit/api';
import {styles} from '../kit/styles';
import {t} from '../kit/text';
import './modal-dialog';
import './state-notes';

/** One thing to fill in. `name` is the field of the request, so that the API's word on it lands beside it. */
export interface Field {
  name: string;
  label: string;
  kind: 'line' | 'text' | 'number' | 'date' | 'file';
  required?: boolean;
  value?: string;
  hint?: string;
  least?: number;
  most?: number;
}

export type Values = Record<string, string>;

/** What was filled in, empty fields left out, numbers as numbers. */
export function request(fields: readonly Field[], values: Values): Record<string, string | number> {
  return Object.fromEntries(fields
    .filter((field) => field.kind !== 'file' && (values[field.name] ?? '').trim() !== '')
    .map((field) => [field.name, field.kind === 'number' ? Number(values[field.name]) : values[field.name]!.trim()]));
}

/** Asks for some fields and then does something; stays open with the API's words when that fails. Fires `close` when it is over. */
@customElement('form-dialog')
export class FormDialog extends LitElement {
  @property() heading = '';
  /** What the button says. */
  @property() action = '';
  @property({attribute: false}) fields: readonly Field[] = [];
  @property({attribute: false}) run: (values: Values, files: Record<string, File>) => Promise<void> = async () => {};

  @state() private failure: unknown = null;
  @state() private busy = false;

  static override styles = styles;

  override render() {
    return html`
      <modal-dialog .heading=${this.heading} @close=${this.leave}>
        <form id="form" @submit=${this.submit}>
          <slot></slot>
          ${this.fields.map((field) => this.renderField(field))}
          <problem-note .failure=${this.failure}></problem-note>
          <button hidden type="submit"></button>
        </form>
        <button slot="actions" @click=${this.leave}>${t('Thôi', 'Cancel')}</button>
        <button slot="actions" class="primary" ?disabled=${this.busy} @click=${this.press}>${this.action}</button>
      </modal-dialog>`;
  }

  private renderField(field: Field) {
    const said = this.failure instanceof Problem ? this.failure.ofField(field.name) : undefined;
    const invalid = said ? 'true' : nothing;
    const label = html`<label for=${field.name}>${field.label}${field.required ? '' : html` <span class="soft">(${t('không bắt buộc', 'optional')})</span>`}</label>`;
    const control = field.kind === 'text'
      ? html`<textarea id=${field.name} name=${field.name} ?required=${field.required} aria-invalid=${invalid}>${field.value ?? ''}</textarea>`
      : html`
        <input id=${field.name} name=${field.name} ?required=${field.required} aria-invalid=${invalid} value=${field.value ?? ''}
          type=${field.kind === 'line' ? 'text' : field.kind} min=${field.least ?? nothing} max=${field.most ?? nothing}
          step=${field.kind === 'number' ? 'any' : nothing}>`;
    return html`
      <div class="field">
        ${label}${control}
        ${field.hint ? html`<p class="hint">${field.hint}</p>` : nothing}
        ${said ? html`<p class="error">${said}</p>` : nothing}
      </div>`;
  }

  private press(): void {
    this.renderRoot.querySelector('form')?.requestSubmit();
  }

  private async submit(event: Event): Promise<void> {
    event.preventDefault();
    const data = new FormData(event.target as HTMLFormElement);
    const values: Values = {};
    const files: Record<string, File> = {};
    data.forEach((value, name) => {
      if (typeof value === 'string') {
        values[name] = value;
      } else {
        files[name] = value;
      }
    });
    this.busy = true;
    this.failure = null;
    try {
      await this.run(values, files);
      this.leave();
    } catch (failure) {
      this.failure = failure;
    } finally {
      this.busy = false;
    }
  }

  private leave(): void {
    this.dispatchEvent(new Event('close'));
  }
}
