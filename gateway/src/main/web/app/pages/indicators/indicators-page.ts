import {LitElement, html} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {styles} from '../../kit/styles';

@customElement('indicators-page')
export class IndicatorsPage extends LitElement {
  @property({attribute: false}) params: Record<string, string> = {};

  static override styles = styles;

  override render() {
    return html`<h1>indicators-page</h1>`;
  }
}
