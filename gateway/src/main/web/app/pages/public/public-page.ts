import {LitElement, css, html} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {styles} from '../../kit/styles';
import {t} from '../../kit/text';
import './dataset-list';
import './document-check';
import './feedback-form';
import './feedback-look-up';

/** What everybody may see and do without signing in. */
@customElement('public-page')
export class PublicPage extends LitElement {
  @property({attribute: false}) params: Record<string, string> = {};

  static override styles = [...styles, css`
    .lead { max-width: 60rem; }
    .board { display: grid; gap: 1rem; grid-template-columns: minmax(0, 1fr); align-items: start; }
    .column { display: grid; gap: 1rem; min-width: 0; }
    @media (min-width: 64rem) { .board { grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); } }
  `];

  override render() {
    return html`
      <h1>${t('Số liệu công khai', 'Public data')}</h1>
      <p class="lead">${t(
        'Số liệu về thực hiện Nghị quyết 57 mà các đơn vị đã quyết định công khai. Ai cũng được xem, tải và dùng lại, không cần đăng nhập.',
        'Data on Resolution 57 that units have decided to publish. Everybody may read, download and use it, without signing in.')}</p>
      <div class="board">
        <dataset-list></dataset-list>
        <div class="column">
          <document-check></document-check>
          <feedback-form></feedback-form>
          <feedback-look-up></feedback-look-up>
        </div>
      </div>`;
  }
}
