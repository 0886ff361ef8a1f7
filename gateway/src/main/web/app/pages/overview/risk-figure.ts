import {LitElement, css, html, nothing, type PropertyValues} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {keyed} from 'lit/directives/keyed.js';
import {link} from '../../kit/router';
import {base} from '../../kit/styles';
import {figure, t} from '../../kit/text';
import type {Provenance} from '../../parts/figure-value';
import '../../parts/figure-value';

/** One number of what will be missed: opens to where it comes from, leads to its list, shows when it changed. */
@customElement('risk-figure')
export class RiskFigure extends LitElement {
  @property() label = '';
  @property({type: Number}) value = 0;
  @property() to = '';
  /** `bad` what is missed already, `fair` what soon will be. */
  @property() tone: 'bad' | 'fair' = 'bad';
  @property({attribute: false}) from: Provenance = {};

  /** What it was before the last change. */
  @state() private earlier: number | undefined;

  static override styles = [base, css`
    .tile { background: var(--paper); border: 1px solid var(--line); border-left: 5px solid var(--none); border-radius: var(--radius); padding: .6rem .8rem; height: 100%; }
    .bad { border-left-color: var(--bad); }
    .fair { border-left-color: #b97c00; }
    .value { display: block; font-size: 1.7rem; font-weight: 600; line-height: 1.2; }
    .bad .value { color: var(--bad); }
    .fair .value { color: var(--fair); }
    .none .value { color: var(--ink-soft); }
    a { display: inline-block; min-height: 1.6rem; font-weight: 600; }
    .before { display: block; color: var(--ink-soft); font-size: .8rem; }
  `];

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('value');
    if (this.hasUpdated && changed.has('value') && before !== this.value) {
      this.earlier = before;
    }
  }

  override render() {
    const changed = this.earlier !== undefined;
    return keyed(this.value, html`
      <div class="tile ${this.value > 0 ? this.tone : 'none'} ${changed ? 'news' : ''}">
        <figure-value class="value" .text=${figure(this.value)} .from=${this.from}></figure-value>
        <a href=${link(this.to)}>${this.label}</a>
        ${changed ? html`<span class="before">${t('vừa đổi, trước là', 'just changed from')} ${figure(this.earlier)}</span>` : nothing}
      </div>`);
  }
}
