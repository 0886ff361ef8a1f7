import {LitElement, css, html, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import type {CalendarLink, CalendarLinks as Links, NewCalendarLink} from '@monitoring/api';
import {Problem, address, get, send} from '../../kit/api';
import {Loading} from '../../kit/loading';
import {may} from '../../kit/session';
import {styles} from '../../kit/styles';
import {date, t} from '../../kit/text';
import {toast} from '../../kit/toast';
import '../../parts/modal-dialog';
import '../../parts/state-notes';

/** Deadlines in one's own calendar program: the file, and secret links that the program reads by itself until they are revoked. */
@customElement('calendar-links')
export class CalendarLinksPart extends LitElement {
  /** The unit whose deadlines a new link tells. */
  @property() code = '';

  /** Of the link just made: its secret is told only once. */
  @state() private made: string | null = null;
  @state() private revoking: CalendarLink | null = null;
  @state() private failure: unknown = null;
  @state() private busy = false;

  private readonly links = new Loading(
    this,
    () => may('listCalendarLinks') ? 'links' : null,
    async (signal) => (await get<Links>('/calendar-links', {}, signal)).items,
  );

  static override styles = [...styles, css`
    :host { display: block; margin-top: var(--gap); }
    form { display: flex; flex-wrap: wrap; gap: .5rem .75rem; align-items: end; margin: .75rem 0; }
    form > div { flex: 1 1 14rem; max-width: 26rem; }
    ul { list-style: none; margin: 0; padding: 0; }
    li { padding: .5rem 0; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
    .made { margin: .75rem 0; }
  `];

  override render() {
    return html`
      <section class="card no-print">
        <h2>${t('Đưa vào lịch của tôi', 'In my own calendar')}</h2>
        ${may('readUnitCalendar') ? html`
          <p><a href=${address(`/units/${encodeURIComponent(this.code)}/tasks.ics`)} download>${t('Tải tệp lịch (.ics)', 'Download the calendar (.ics)')}</a></p>` : nothing}
        ${may('createCalendarLink') ? this.renderNew() : nothing}
        ${this.made ? this.renderMade(this.made) : nothing}
        ${this.failure && !this.revoking ? html`<problem-note .failure=${this.failure}></problem-note>` : nothing}
        ${may('listCalendarLinks') ? this.links.render((links) => links.length === 0
          ? html`<p class="soft">${t('Chưa có liên kết nào.', 'No link yet.')}</p>`
          : html`<ul>${links.map((link) => this.renderLink(link))}</ul>`) : nothing}
      </section>
      ${this.revoking ? this.renderRevocation(this.revoking) : nothing}`;
  }

  private renderNew() {
    const error = this.failure instanceof Problem ? this.failure.ofField('label') : undefined;
    return html`
      <p class="soft">${t('Liên kết bí mật để ứng dụng lịch tự cập nhật. Ai có liên kết đều đọc được thời hạn của đơn vị: đừng chia sẻ.',
        'A secret link lets a calendar program keep itself up to date. Whoever has it reads the deadlines of the unit: do not share it.')}</p>
      <form @submit=${this.make}>
        <div><label for="label">${t('Tên liên kết', 'Name of the link')}</label>
          <input id="label" name="label" maxlength="200" aria-describedby="label-hint ${error ? 'label-error' : ''}" aria-invalid=${error ? 'true' : nothing}>
          <p class="hint" id="label-hint">${t('Ví dụ: Điện thoại của phòng', 'For example: the office phone')}</p>
          ${error ? html`<p class="error" id="label-error">${error}</p>` : nothing}</div>
        <button ?disabled=${this.busy}>${t('Tạo liên kết', 'Make a link')}</button>
      </form>`;
  }

  private renderMade(made: string) {
    return html`
      <div class="made" role="status">
        <label for="made">${t('Liên kết mới – chỉ hiện một lần, hãy sao chép ngay', 'The new link – shown only once, copy it now')}</label>
        <div class="row">
          <input id="made" readonly .value=${made}>
          <button class="primary" @click=${this.copy}>${t('Sao chép', 'Copy')}</button>
        </div>
      </div>`;
  }

  private renderLink(link: CalendarLink) {
    const used = link.lastUsedOn ? t(`dùng lần cuối ${date(link.lastUsedOn)}`, `last used ${date(link.lastUsedOn)}`) : t('chưa dùng', 'not used yet');
    const name = link.label ?? t('Liên kết không tên', 'Link without a name');
    return html`
      <li class="row">
        <span><strong>${name}</strong> <span class="small soft">${link.unitCode}, ${used}, ${t('hết hạn', 'expires')} ${date(link.expiresOn)}</span></span>
        ${may('revokeCalendarLink') ? html`
          <button class="push danger" aria-label=${t(`Thu hồi ${name}`, `Revoke ${name}`)} @click=${() => { this.failure = null; this.revoking = link; }}>
            ${t('Thu hồi', 'Revoke')}</button>` : nothing}
      </li>`;
  }

  private renderRevocation(link: CalendarLink) {
    return html`
      <modal-dialog .heading=${t('Thu hồi liên kết', 'Revoke the link')} @close=${this.leave}>
        <p>${t('Ứng dụng lịch dùng liên kết này sẽ không còn cập nhật. Không khôi phục được.',
          'Calendar programs that use this link are no longer kept up to date. It cannot be brought back.')}</p>
        <p><strong>${link.label ?? link.unitCode}</strong></p>
        ${this.failure ? html`<problem-note .failure=${this.failure}></problem-note>` : nothing}
        <button slot="actions" @click=${this.leave}>${t('Thôi', 'Cancel')}</button>
        <button slot="actions" class="danger" ?disabled=${this.busy} @click=${() => this.revoke(link)}>${t('Thu hồi', 'Revoke')}</button>
      </modal-dialog>`;
  }

  private readonly leave = (): void => {
    this.revoking = null;
    this.failure = null;
  };

  private async make(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const label = String(new FormData(form).get('label') ?? '').trim();
    await this.change(async () => {
      const {body} = await send<NewCalendarLink>('POST', '/calendar-links', {body: {unitCode: this.code, ...(label ? {label} : {})}});
      this.made = new URL(body.path, location.origin).href;
      form.reset();
    });
  }

  private async revoke(link: CalendarLink): Promise<void> {
    await this.change(async () => {
      await send('DELETE', `/calendar-links/${link.id}`);
      this.revoking = null;
      this.made = null;
      toast(t('Đã thu hồi liên kết.', 'The link was revoked.'));
    });
  }

  private async change(make: () => Promise<void>): Promise<void> {
    if (this.busy) {
      return;
    }
    this.busy = true;
    this.failure = null;
    try {
      await make();
      await this.links.again();
    } catch (failure) {
      this.failure = failure;
    } finally {
      this.busy = false;
    }
  }

  private async copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.made ?? '');
      toast(t('Đã sao chép liên kết.', 'The link was copied.'));
    } catch {
      // A browser may refuse its clipboard: what is selected can be copied by hand.
      this.renderRoot.querySelector<HTMLInputElement>('#made')?.select();
      toast(t('Trình duyệt không cho sao chép; hãy sao chép phần đã chọn.', 'The browser refused; copy what is selected.'));
    }
  }
}
