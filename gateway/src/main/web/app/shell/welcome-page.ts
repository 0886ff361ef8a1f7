import {LitElement, css, html} from 'lit';
import {customElement} from 'lit/decorators.js';
import {isSignedIn, signIn} from '../kit/session';
import {go} from '../kit/router';
import {styles} from '../kit/styles';
import {t} from '../kit/text';

/** The door: whoever is signed in goes on to the overview, everybody else signs in or looks at what is public. */
@customElement('welcome-page')
export class WelcomePage extends LitElement {
  static override styles = [...styles, css`
    .card { max-width: 36rem; margin: 8vh auto; padding: 2rem; }
  `];

  override connectedCallback(): void {
    super.connectedCallback();
    if (isSignedIn()) {
      go('/overview');
    }
  }

  override render() {
    return html`
      <div class="card">
        <h1>${t('Giám sát thực hiện Nghị quyết 57', 'Monitoring of Resolution 57')}</h1>
        <p>${t(
          'Chỉ tiêu, nhiệm vụ và báo cáo về khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số của tỉnh và xã.',
          'Indicators, tasks and reports on science, technology, innovation and digital transformation of the province and its communes.')}</p>
        <div class="row">
          <button class="primary" @click=${() => signIn('/overview')}>${t('Đăng nhập', 'Sign in')}</button>
          <a class="button" href="/public">${t('Xem số liệu công khai', 'See what is public')}</a>
        </div>
      </div>`;
  }
}
