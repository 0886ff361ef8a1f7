import {LitElement, html} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {styles} from '../../kit/styles';

@customElement('verification-page')
export class VerificationPage extends LitElement {
  @property({attribute: false}) params: Record<string, string> = {};

  static override styles = styles;

  override render() {
    return html`<h1>verification-page</h1>`;
  }
}
