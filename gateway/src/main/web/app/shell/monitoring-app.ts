import {LitElement, css, html, nothing} from 'lit';
import {customElement, state} from 'lit/decorators.js';
import {html as exactly, unsafeStatic} from 'lit/static-html.js';
import {SIGNED_OUT} from '../kit/api';
import {follow} from '../kit/feed';
import {followLinks, link, onMove, place, type Place} from '../kit/router';
import {findSession, isSignedIn, may, session, signIn, signOut} from '../kit/session';
import {styles} from '../kit/styles';
import {language, switchLanguage, t} from '../kit/text';
import {NAVIGATION, ROUTES} from '../routes';
import '../parts/state-notes';
import './feed-light';
import './unit-picker';

/** How long a word on what was done stays. */
const TOLD = 6000;

/** The frame of every page: where one is, whose units, who one is, whether news arrives. */
@customElement('monitoring-app')
export class MonitoringApp extends LitElement {
  @state() private here: Place | null = null;
  @state() private ready = false;
  @state() private signedOut = false;
  @state() private failure: unknown = null;
  @state() private said = '';
  @state() private menuOpen = false;

  private timer: ReturnType<typeof setTimeout> | undefined;

  static override styles = [...styles, css`
    :host { min-height: 100dvh; display: flex; flex-direction: column; }
    .skip { position: absolute; left: -100vw; }
    .skip:focus { left: 1rem; top: .5rem; z-index: 20; }
    header { background: var(--paper); border-bottom: 1px solid var(--line); position: sticky; top: 0; z-index: 10; }
    .bar { display: flex; flex-wrap: wrap; align-items: center; gap: .4rem 1rem; padding: .5rem 1rem; max-width: 90rem; margin: 0 auto; }
    .brand { font-weight: 600; color: var(--ink); text-decoration: none; white-space: nowrap; }
    nav.pages { display: flex; flex-wrap: wrap; gap: .15rem; }
    nav.pages a { padding: .4rem .7rem; border-radius: var(--radius); color: var(--ink); text-decoration: none; }
    nav.pages a:hover { background: var(--accent-soft); }
    nav.pages a[aria-current] { background: var(--accent); color: var(--accent-ink); }
    .place { border-top: 1px solid var(--line); }
    .push { margin-left: auto; }
    .menu { display: none; }
    main { flex: 1; width: 100%; max-width: 90rem; margin: 0 auto; padding: 1.25rem 1rem 3rem; min-width: 0; }
    .over { background: var(--fair-soft); color: var(--fair); padding: .6rem 1rem; text-align: center; }
    .toast {
      position: fixed; bottom: 1rem; left: 50%; transform: translateX(-50%); background: var(--ink); color: #fff; z-index: 30;
      padding: .7rem 1.2rem; border-radius: var(--radius); max-width: calc(100vw - 2rem);
    }
    .toast:empty { display: none; }
    @media (max-width: 48rem) {
      header { position: static; }
      .menu { display: inline-flex; }
      nav.pages { display: none; flex-direction: column; width: 100%; }
      nav.pages.open { display: flex; }
      feed-light { order: -1; }
      .brand { order: -2; }
      .menu { order: -1; }
      .who:not(.open):not(.push) { display: none; }
      main { padding: 1rem .75rem 3rem; }
    }
    @media print { header, .toast, .over { display: none !important; } main { padding: 0; } }
  `];

  override connectedCallback(): void {
    super.connectedCallback();
    followLinks(this);
    window.addEventListener(SIGNED_OUT, () => { this.signedOut = isSignedIn(); });
    window.addEventListener('toast', (event) => this.say((event as CustomEvent<string>).detail));
    void this.begin();
  }

  private async begin(): Promise<void> {
    try {
      await findSession();
    } catch (failure) {
      this.failure = failure;
      return;
    }
    onMove(() => this.arrive());
    if (isSignedIn()) {
      follow(() => {});
    }
    this.ready = true;
  }

  private arrive(): void {
    const here = place(ROUTES);
    if (here && !here.route.open && !isSignedIn()) {
      signIn();
      return;
    }
    const title = here?.route.title() ?? t('Không có trang này', 'No such page');
    document.title = `${title} – ${t('Giám sát NQ 57', 'Resolution 57')}`;
    void here?.route.load().catch((failure: unknown) => { this.failure = failure; });
    if (here?.route !== this.here?.route) {
      this.menuOpen = false;
    }
    this.here = here;
    this.requestUpdate();
  }

  private say(message: string): void {
    this.said = message;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => { this.said = ''; }, TOLD);
  }

  override render() {
    if (!this.ready) {
      return this.failure ? html`<main><problem-note .failure=${this.failure} .retry=${() => location.reload()}></problem-note></main>`
        : html`<main><loading-note></loading-note></main>`;
    }
    return html`
      <header>
        <button class="skip" @click=${this.skip}>${t('Tới nội dung', 'Skip to content')}</button>
        <div class="bar">
          <a class="brand" href=${isSignedIn() ? link('/overview') : '/'}>${t('Giám sát NQ 57', 'Resolution 57')}</a>
          <button class="menu" aria-expanded=${this.menuOpen} @click=${() => { this.menuOpen = !this.menuOpen; }}>${t('Danh mục', 'Menu')}</button>
          <nav class="pages ${this.menuOpen ? 'open' : ''}" aria-label=${t('Trang', 'Pages')}>${this.renderPages()}</nav>
          ${isSignedIn() ? html`<feed-light class="push"></feed-light>` : nothing}
          <div class="row who ${this.menuOpen ? 'open' : ''} ${isSignedIn() ? '' : 'push'}">
            ${isSignedIn() ? html`<span class="small soft">${session().username}</span>` : nothing}
            <button class="plain" lang=${language === 'vi' ? 'en' : 'vi'} @click=${() => switchLanguage(language === 'vi' ? 'en' : 'vi')}>
              ${language === 'vi' ? 'English' : 'Tiếng Việt'}</button>
            ${isSignedIn()
              ? html`<button @click=${signOut}>${t('Đăng xuất', 'Sign out')}</button>`
              : html`<button class="primary" @click=${() => signIn('/overview')}>${t('Đăng nhập', 'Sign in')}</button>`}
          </div>
        </div>
        ${isSignedIn() && !this.here?.route.open ? html`<div class="place"><div class="bar"><unit-picker></unit-picker></div></div>` : nothing}
      </header>
      ${this.signedOut ? html`
        <div class="over" role="alert">${t('Phiên làm việc đã hết.', 'The session is over.')}
          <button @click=${() => signIn()}>${t('Đăng nhập lại', 'Sign in again')}</button></div>` : nothing}
      <main id="content" tabindex="-1">${this.renderPage()}</main>
      <div class="toast" role="status">${this.said}</div>`;
  }

  private renderPages() {
    return NAVIGATION
      .filter(({to, needs}) => isSignedIn() ? !needs || may(needs) : to === '/public')
      .map(({to, label}) => html`
        <a href=${link(to)} aria-current=${location.pathname === to || location.pathname.startsWith(`${to}/`) ? 'page' : nothing}>${label()}</a>`);
  }

  private renderPage() {
    if (this.failure) {
      return html`<problem-note .failure=${this.failure} .retry=${() => location.reload()}></problem-note>`;
    }
    if (!this.here) {
      return html`<empty-note .heading=${t('Không có trang này', 'There is no such page')}>
        <a href="/overview">${t('Về trang tổng quan', 'Back to the overview')}</a></empty-note>`;
    }
    const tag = unsafeStatic(this.here.route.element);
    return exactly`<${tag} .params=${this.here.params}></${tag}>`;
  }

  private skip(): void {
    this.renderRoot.querySelector<HTMLElement>('#content')?.focus();
  }
}
