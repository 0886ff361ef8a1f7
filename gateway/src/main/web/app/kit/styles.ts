import {css} from 'lit';

/** What every component looks alike in; put first in its `styles`. */
export const base = css`
  *, *::before, *::after { box-sizing: border-box; }
  :host { display: block; }
  :host([hidden]), [hidden] { display: none !important; }
  h1, h2, h3 { line-height: 1.25; margin: 0 0 .5rem; text-wrap: balance; }
  h1 { font-size: 1.5rem; }
  h2 { font-size: 1.1rem; }
  h3 { font-size: 1rem; }
  p { margin: 0 0 .75rem; }
  a { color: var(--accent); }
  a, button, input, select, textarea, summary, [tabindex] { outline-offset: 2px; }
  :focus-visible { outline: 3px solid var(--focus); }
  .soft { color: var(--ink-soft); }
  .small { font-size: .875rem; }
  .number { text-align: right; white-space: nowrap; }
  .visually-hidden {
    position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap;
  }
  .row { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; }
  .row > .push { margin-left: auto; }
  .stack > * + * { margin-top: var(--gap); }
  .grid { display: grid; gap: var(--gap); grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)); align-items: start; }
  .card {
    background: var(--paper); border: 1px solid var(--line); border-radius: var(--radius); box-shadow: var(--shadow);
    padding: 1rem; min-width: 0;
  }
  .news { animation: news 2.5s ease-out; }
  @keyframes news { from { background: var(--news-soft); } to { background: transparent; } }
  @media (prefers-reduced-motion: reduce) { .news { animation: none; outline: 2px dashed var(--focus); } }
  @media print {
    .card { break-inside: avoid; }
    .no-print { display: none !important; }
  }
`;

export const buttons = css`
  button, .button {
    font: inherit; font-weight: 600; line-height: 1.2; display: inline-flex; align-items: center; justify-content: center; gap: .4rem;
    min-height: 2.5rem; padding: .4rem .9rem; border: 1px solid #8795a3; border-radius: var(--radius);
    background: var(--paper); color: var(--ink); text-decoration: none; cursor: pointer;
  }
  button:hover, .button:hover { background: var(--accent-soft); }
  button.primary, .button.primary { background: var(--accent); border-color: var(--accent); color: var(--accent-ink); }
  button.primary:hover, .button.primary:hover { background: #094a8c; }
  button.danger { border-color: var(--bad); color: var(--bad); }
  button.plain { border-color: transparent; background: none; color: var(--accent); }
  button:disabled { opacity: .55; cursor: default; }
  button[aria-pressed='true'] { background: var(--accent-soft); border-color: var(--accent); color: var(--accent); }
`;

export const forms = css`
  label, .label { display: block; font-weight: 600; margin-bottom: .2rem; }
  input, select, textarea {
    font: inherit; color: inherit; background: var(--paper); border: 1px solid #7b8996; border-radius: var(--radius);
    padding: .4rem .6rem; min-height: 2.5rem; width: 100%; max-width: 100%;
  }
  input[type='checkbox'], input[type='radio'] { width: 1.25rem; min-height: 1.25rem; height: 1.25rem; accent-color: var(--accent); }
  textarea { min-height: 6rem; resize: vertical; }
  [aria-invalid='true'] { border-color: var(--bad); border-width: 2px; }
  .field + .field { margin-top: .75rem; }
  .hint { color: var(--ink-soft); font-size: .875rem; margin: .2rem 0 0; }
  .error { color: var(--bad); font-size: .9rem; margin: .2rem 0 0; }
  fieldset { border: 0; padding: 0; margin: 0; min-width: 0; }
  legend { font-weight: 600; padding: 0; }
`;

export const tables = css`
  .scroll { overflow-x: auto; position: relative; }
  table { border-collapse: collapse; width: 100%; }
  caption { text-align: left; font-weight: 600; padding-bottom: .4rem; }
  th, td { text-align: left; vertical-align: top; padding: .45rem .6rem; border-bottom: 1px solid var(--line); }
  thead th { color: var(--ink-soft); font-size: .875rem; border-bottom: 2px solid var(--line); vertical-align: bottom; }
  tbody tr:hover { background: #f8fafc; }
  th.number, td.number { text-align: right; }
`;

/** All of them. */
export const styles = [base, buttons, forms, tables];
