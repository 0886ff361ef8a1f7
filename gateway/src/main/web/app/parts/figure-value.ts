import {LitElement, css, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {base} from '../kit/styles';
import {NOTHING, figure, moment, t} from '../kit/text';

/** Where a number comes from. */
export interface Provenance {
  numerator?: number | null | undefined;
  denominator?: number | null | undefined;
  /** Who or what says so. */
  source?: string | null | undefined;
  /** As at which instant or day, ISO. */
  at?: string | null | undefined;
  /** More that must be known to read it right. */
  note?: string | null | undefined;
}

/** A number that opens to its numerator, denominator, source and time. */
@customElement('figure-value')
export class FigureValue extends LitElement {
  /** As it is shown: `76,3 %`. */
  @property() text = NOTHING;
  @property({attribute: false}) from: Provenance = {};

  static override styles = [base, css`
    :host { display: inline-block; }
    details { position: relative; }
    summary { display: inline-block; min-width: 1.6rem; min-height: 1.6rem; cursor: pointer; list-style: none; text-decoration: underline dotted var(--ink-soft) 1px; text-underline-offset: .25em; }
    summary::-webkit-details-marker { display: none; }
    dl {
      position: absolute; z-index: 5; left: 0; top: 100%; margin: .25rem 0 0; padding: .75rem; width: max-content; max-width: 17rem;
      background: var(--paper); color: var(--ink); border: 1px solid var(--line); border-radius: var(--radius); box-shadow: var(--shadow);
      display: grid; grid-template-columns: auto 1fr; gap: .2rem .75rem; font-size: .9rem; font-weight: 400; line-height: 1.4; text-align: left;
    }
    dt { color: var(--ink-soft); }
    dd { margin: 0; }
  `];

  override render() {
    const {numerator, denominator, source, at, note} = this.from;
    const line = (term: string, value: unknown) => value === null || value === undefined || value === ''
      ? nothing : html`<dt>${term}</dt><dd>${value}</dd>`;
    const known = (value: number | null | undefined) => value === null || value === undefined ? null : figure(value);
    return html`
      <details @keydown=${this.closeByKey} @focusout=${this.closeWhenLeft}>
        <summary>${this.text}</summary>
        <dl>
          ${line(t('Tử số', 'Numerator'), known(numerator))}
          ${line(t('Mẫu số', 'Denominator'), known(denominator))}
          ${line(t('Nguồn', 'Source'), source)}
          ${line(t('Thời điểm', 'As of'), at && at.length > 10 ? moment(at) : at?.split('-').reverse().join('/'))}
          ${line(t('Ghi chú', 'Note'), note)}
        </dl>
      </details>`;
  }

  private closeByKey(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      (event.currentTarget as HTMLDetailsElement).open = false;
    }
  }

  private closeWhenLeft(event: FocusEvent): void {
    const details = event.currentTarget as HTMLDetailsElement;
    if (!details.contains(event.relatedTarget as Node | null)) {
      details.open = false;
    }
  }
}
