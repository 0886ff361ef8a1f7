import {LitElement, html} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {styles} from '../../kit/styles';

@customElement('plan-page')
export class PlanPage extends LitElement {
  @property({attribute: false}) params: Record<string, string> = {};

  static override styles = styles;

  override render() {
    return html`<h1>plan-page</h1>`;
  }
}
