import {html, type ReactiveControllerHost} from 'lit';
import type {Dataset} from '@monitoring/api';
import {all} from '../../kit/api';
import {Loading} from '../../kit/loading';

/** There is no public list of units: those that published something can be chosen by name, any other by its code. */
const LOOKED_THROUGH = 1000;

let known: Promise<Map<string, string>> | null = null;

function find(): Promise<Map<string, string>> {
  known ??= all<Dataset>('/public/datasets', {}, undefined, LOOKED_THROUGH)
    .then((datasets) => new Map(datasets.map(({publisher}) => [publisher.unitCode, publisher.name])));
  known.catch(() => { known = null; });
  return known;
}

/** What a field for a unit offers, and which unit was meant. */
export class Publishers {
  private readonly names: Loading<Map<string, string>>;

  constructor(host: ReactiveControllerHost) {
    this.names = new Loading(host, () => 'publishers', find);
  }

  /** To be named by the field's attribute `list`. Without it codes can still be typed. */
  list(id: string) {
    return html`
      <datalist id=${id}>${[...this.names.value ?? []].map(([code, name]) => html`<option value="${name} (${code})"></option>`)}</datalist>`;
  }

  /** The code in what was chosen or typed: `Phường Kinh Môn (10675)`, `Phường Kinh Môn` or `10675`. */
  codeOf(text: string): string {
    const said = text.trim();
    const chosen = /\(([^()]+)\)$/.exec(said)?.[1];
    if (chosen) {
      return chosen;
    }
    const folded = said.toLocaleLowerCase('vi').normalize('NFC');
    const named = [...this.names.value ?? []].filter(([, name]) => name.toLocaleLowerCase('vi') === folded);
    return named.length === 1 ? named[0]![0] : said;
  }

  /** As it is shown in the field. */
  shown(code: string): string {
    const name = this.names.value?.get(code);
    return name ? `${name} (${code})` : code;
  }
}
