import {LitElement, css, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {Problem} from '../kit/api';
import {base, buttons} from '../kit/styles';
import {t} from '../kit/text';

/** Something is on its way. */
@customElement('loading-note')
export class LoadingNote extends LitElement {
  static override styles = [base, css`
    div { color: var(--ink-soft); padding: 1.5rem 0; display: flex; gap: .6rem; align-items: center; }
    span { width: 1rem; height: 1rem; border: 2px solid var(--line); border-top-color: var(--accent); border-radius: 50%; animation: turn 1s linear infinite; }
    @keyframes turn { to { transform: rotate(1turn); } }
    @media (prefers-reduced-motion: reduce) { span { animation: none; } }
  `];

  override render() {
    return html`<div role="status"><span aria-hidden="true"></span>${t('Đang tải…', 'Loading…')}</div>`;
  }
}

/** There is nothing to show, why, and what to do about it (in the slot). */
@customElement('empty-note')
export class EmptyNote extends LitElement {
  @property() heading = '';

  static override styles = [base, css`
    div { color: var(--ink-soft); padding: 1.5rem; text-align: center; border: 1px dashed #b6c0ca; border-radius: var(--radius); }
    strong { display: block; color: var(--ink); }
  `];

  override render() {
    return html`<div><strong>${this.heading || t('Chưa có gì', 'Nothing yet')}</strong><slot></slot></div>`;
  }
}

/** What went wrong, in the API's own words, and a way to try again. */
@customElement('problem-note')
export class ProblemNote extends LitElement {
  @property({attribute: false}) failure: unknown = null;
  @property({attribute: false}) retry: (() => void) | undefined;

  static override styles = [base, buttons, css`
    .note { background: var(--bad-soft); border-left: 4px solid var(--bad); border-radius: var(--radius); padding: .75rem 1rem; margin: .5rem 0; }
    strong { color: var(--bad); }
    ul { margin: .25rem 0; padding-left: 1.25rem; }
    p { margin: .25rem 0; }
  `];

  override render() {
    const failure = this.failure;
    if (!failure) {
      return nothing;
    }
    const problem = failure instanceof Problem ? failure : null;
    return html`
      <div class="note" role="alert">
        <strong>${problem?.title ?? t('Trang gặp lỗi', 'The page failed')}</strong>
        <p>${problem ? problem.message : String(failure)}</p>
        ${problem && problem.violations.length > 0
          ? html`<ul>${problem.violations.map((one) => html`<li>${one.message}</li>`)}</ul>` : nothing}
        ${problem?.traceId ? html`<p class="small soft">${t('Mã tra cứu', 'Trace')}: ${problem.traceId}</p>` : nothing}
        ${this.retry ? html`<button @click=${() => this.retry?.()}>${t('Thử lại', 'Try again')}</button>` : nothing}
      </div>`;
  }
}
