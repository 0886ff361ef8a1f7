import {LitElement, css, html} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {Overlay} from '@monitoring/api';
import {base} from '../../kit/styles';
import {OVERLAYS} from './grades';

/** What a grade warns of besides its status, in words. */
@customElement('overlay-marks')
export class OverlayMarks extends LitElement {
  @property({attribute: false}) marks: readonly Overlay[] = [];

  static override styles = [base, css`
    :host { display: inline; }
    span {
      display: inline-block; border: 1px solid var(--fair); color: var(--fair); background: var(--paper); border-radius: 1rem;
      padding: 0 .45rem; font-size: .8rem; font-weight: 600; white-space: nowrap; margin: .1rem .1rem 0 0;
    }
  `];

  override render() {
    return this.marks.map((mark) => html`<span title=${OVERLAYS[mark].hint()}>! ${OVERLAYS[mark].label()}</span>`);
  }
}
