import {LitElement, html} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {styles} from '../../kit/styles';

@customElement('indicator-page')
export class IndicatorPage extends LitElement {
  @property({attribute: false}) params: Record<string, string> = {};

  static override styles = styles;

  override render() {
    return html`<h1>indicator-page</h1>`;
  }
}
