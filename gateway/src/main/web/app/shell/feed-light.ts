import {LitElement, css, html} from 'lit';
import {customElement, state} from 'lit/decorators.js';
import {watchFeed, type FeedState} from '../kit/feed';
import {base} from '../kit/styles';
import {t} from '../kit/text';

/** Whether news arrives: told by word and shape. */
@customElement('feed-light')
export class FeedLight extends LitElement {
  @state() private state: FeedState = 'connecting';
  private stop: (() => void) | undefined;

  static override styles = [base, css`
    :host { white-space: nowrap; font-size: .875rem; }
    .lost { font-weight: 600; }
  `];

  override connectedCallback(): void {
    super.connectedCallback();
    this.stop = watchFeed((state) => { this.state = state; });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop?.();
  }

  override render() {
    const words: Record<FeedState, string> = {
      connecting: t('◌ Đang kết nối', '◌ Connecting'),
      live: t('● Trực tiếp', '● Live'),
      lost: t('✕ Mất kết nối, đang nối lại', '✕ Connection lost, trying again'),
    };
    return html`<span class=${this.state} role="status">${words[this.state]}</span>`;
  }
}
