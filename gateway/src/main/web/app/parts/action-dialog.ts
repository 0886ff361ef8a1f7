import {LitElement, css, html, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {Problem} from '../kit/api';
import {styles} from '../kit/styles';
import {t} from '../kit/text';
import {toast} from '../kit/toast';
import './modal-dialog';
import './state-notes';

/** What an action asks for. */
export interface Field {
  /** Where it goes in the request: `document.number` is `number` of the object `document`. */
  name: string;
  label: string;
  type: 'text' | 'area' | 'date' | 'number' | 'file' | 'choice';
  /** What a choice is made from. */
  options?: readonly {value: string; label: string}[];
  required?: boolean;
  value?: string;
  hint?: string;
}

/** Something that may be done now. */
export interface Action {
  key: string;
  label: string;
  fields: readonly Field[];
  /** What to know before doing it. */
  note?: string;
  primary?: boolean;
  /** What was done, in a few words. */
  done: string;
  run: (body: Record<string, unknown>, form: FormData) => Promise<unknown>;
}

/** Asks for what an action needs and does it; fires `done`, `outdated` when somebody else was faster, and `close`. */
@customElement('action-dialog')
export class ActionDialog extends LitElement {
  @property({attribute: false}) action!: Action;

  @state() private failure: Problem | unknown = null;
  @state() private busy = false;

  static override styles = [...styles, css`
    .must { color: var(--bad); }
  `];

  override render() {
    const {label, fields, note} = this.action;
    const asked = fields.map(({name}) => name);
    const elsewhere = this.failure instanceof Problem && this.failure.violations.length > 0
      && this.failure.violations.every(({field}) => asked.includes(field)) ? null : this.failure;
    return html`
      <modal-dialog .heading=${label} @close=${() => this.dispatchEvent(new Event('close'))}>
        ${note ? html`<p>${note}</p>` : nothing}
        <form id="form" @submit=${this.submit}>${fields.map((field) => this.renderField(field))}</form>
        ${elsewhere ? html`<problem-note .failure=${elsewhere}></problem-note>` : nothing}
        <button slot="actions" @click=${() => this.dispatchEvent(new Event('close'))}>${t('Thôi', 'Cancel')}</button>
        <button slot="actions" class="primary" type="submit" form="form" ?disabled=${this.busy}>${label}</button>
      </modal-dialog>`;
  }

  private renderField(field: Field) {
    const {name, label, required, hint} = field;
    const error = this.failure instanceof Problem ? this.failure.ofField(name) : undefined;
    const described = [hint ? `${name}-hint` : '', error ? `${name}-error` : ''].filter(Boolean).join(' ') || nothing;
    return html`
      <div class="field">
        <label for=${name}>${label}${required ? html` <span class="must" aria-hidden="true">*</span>` : nothing}</label>
        ${this.renderInput(field, described, error ? 'true' : nothing)}
        ${hint ? html`<p class="hint" id="${name}-hint">${hint}</p>` : nothing}
        ${error ? html`<p class="error" id="${name}-error">${error}</p>` : nothing}
      </div>`;
  }

  private renderInput({name, type, required, value, options}: Field, described: unknown, invalid: unknown) {
    switch (type) {
      case 'area':
        return html`<textarea id=${name} name=${name} ?required=${required} aria-describedby=${described} aria-invalid=${invalid}
          .value=${value ?? ''}></textarea>`;
      case 'choice':
        return html`<select id=${name} name=${name} ?required=${required} aria-describedby=${described} aria-invalid=${invalid}>
          ${options?.map((one) => html`<option value=${one.value} ?selected=${one.value === (value ?? '')}>${one.label}</option>`)}</select>`;
      default:
        return html`<input id=${name} name=${name} type=${type} value=${value ?? nothing} ?required=${required}
          min=${type === 'number' ? 0 : nothing} max=${type === 'number' ? 100 : nothing}
          aria-describedby=${described} aria-invalid=${invalid}>`;
    }
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (this.busy) {
      return;
    }
    this.busy = true;
    this.failure = null;
    try {
      const form = new FormData(event.target as HTMLFormElement);
      await this.action.run(this.body(form), form);
      toast(this.action.done);
      this.dispatchEvent(new Event('done'));
    } catch (failure) {
      if (failure instanceof Problem && failure.status === 412) {
        toast(t('Người khác vừa thay đổi; đã tải lại, hãy xem rồi làm lại.',
          'Somebody else was faster; it was loaded anew: look at it and try again.'));
        this.dispatchEvent(new Event('outdated'));
      } else {
        this.failure = failure;
      }
    } finally {
      this.busy = false;
    }
  }

  /** What was filled in, as JSON; what was left empty is left out. */
  private body(form: FormData): Record<string, unknown> {
    const body: Record<string, unknown> = {};
    for (const {name, type} of this.action.fields) {
      const value = String(form.get(name) ?? '').trim();
      if (type === 'file' || value === '') {
        continue;
      }
      const way = name.split('.');
      const last = way.pop()!;
      let place = body;
      for (const part of way) {
        place = (place[part] ??= {}) as Record<string, unknown>;
      }
      place[last] = type === 'number' ? Number(value) : value;
    }
    return body;
  }
}
