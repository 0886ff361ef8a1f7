import {LitElement, css, html, nothing} from 'lit';
import {customElement, state} from 'lit/decorators.js';
import type {Unit} from '@monitoring/api';
import {Loading} from '../kit/loading';
import {onMove, setQuery} from '../kit/router';
import {session} from '../kit/session';
import {styles} from '../kit/styles';
import {t} from '../kit/text';
import {findUnit, unit, unitsBelow} from '../kit/units';

/** Where the reader looks: the way from his own unit down, and the units below to go on to. */
@customElement('unit-picker')
export class UnitPicker extends LitElement {
  @state() private code = '';

  static override styles = [...styles, css`
    :host { min-width: 0; }
    .row { gap: .25rem .5rem; }
    a { white-space: nowrap; }
    select { width: auto; max-width: 15rem; min-height: 2.25rem; }
  `];

  private stop: (() => void) | undefined;

  private readonly units = new Loading(this, () => this.code || null, async () => {
    const way = await this.way(this.code);
    return {way, below: await unitsBelow(this.code)};
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.stop = onMove(() => { this.code = unit(); });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop?.();
  }

  /** From the caller's own unit down to the one looked at. */
  private async way(code: string): Promise<Unit[]> {
    const found = await findUnit(code);
    const own = session().units.includes(code);
    return own || !found.parentCode ? [found] : [...await this.way(found.parentCode), found];
  }

  override render() {
    return this.units.render(({way, below}) => html`
      <nav class="row" aria-label=${t('Đơn vị', 'Unit')}>
        ${way.map((one, at) => at === way.length - 1
          ? html`<strong aria-current="true">${one.name}</strong>`
          : html`<a href="?unit=${one.code}" @click=${(click: Event) => { click.preventDefault(); this.choose(one.code); }}>${one.name}</a>
            <span aria-hidden="true">›</span>`)}
        ${below.length > 0 ? html`
          <select class="no-print" aria-label=${t('Chọn đơn vị trực thuộc', 'Choose a unit below')}
              @change=${(change: Event) => this.choose((change.target as HTMLSelectElement).value)}>
            <option value="">${t(`Đơn vị trực thuộc (${below.length})`, `Units below (${below.length})`)}</option>
            ${below.map((one) => html`<option value=${one.code}>${one.name}</option>`)}
          </select>` : nothing}
      </nav>`, html`<span class="soft">…</span>`);
  }

  private choose(code: string): void {
    if (code) {
      setQuery({unit: code}, true);
    }
  }
}
