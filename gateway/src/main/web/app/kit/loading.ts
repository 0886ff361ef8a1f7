import {html, type ReactiveController, type ReactiveControllerHost, type TemplateResult} from 'lit';
import type {FeedEntry} from '@monitoring/api';
import {follow} from './feed';
import '../parts/state-notes';

type State<T> =
  | {is: 'loading'; last?: T}
  | {is: 'ready'; value: T}
  | {is: 'failed'; failure: unknown; last?: T};

/** How long news is gathered before what it concerns is loaded again: a batch brings thousands at once. */
const GATHERED = 250;

/**
 * Something of the API that a component shows: loads it, says how that stands, loads it again when its question changes or when
 * the feed tells of a change. The last answer stays on the screen meanwhile.
 */
export class Loading<T> implements ReactiveController {
  private state: State<T> = {is: 'loading'};
  private asked: string | null = null;
  private controller: AbortController | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private stop: (() => void) | undefined;
  /** News came while a request was under way. */
  private stale = false;

  /**
   * @param question what the answer depends on: asked anew when it changes; null while there is nothing to ask
   * @param concerns whether news of the feed may change the answer
   */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly question: () => string | null,
    private readonly load: (signal: AbortSignal) => Promise<T>,
    private readonly concerns?: (entry: FeedEntry) => boolean,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    if (this.concerns) {
      this.stop = follow((entry) => this.concerns?.(entry) && this.soon(), () => this.soon());
    }
  }

  hostDisconnected(): void {
    this.stop?.();
    clearTimeout(this.timer);
    this.controller?.abort();
    this.asked = null;
  }

  hostUpdate(): void {
    const question = this.question();
    if (question !== this.asked) {
      this.asked = question;
      // The last answer was to another question.
      this.state = {is: 'loading'};
      void this.run();
    }
  }

  /** Asks again, as after a change of one's own. */
  async again(): Promise<void> {
    await this.run();
  }

  /** Takes over an answer that is known already, as the one to a change. */
  put(value: T): void {
    this.controller?.abort();
    this.become({is: 'ready', value});
  }

  get value(): T | undefined {
    return this.state.is === 'ready' ? this.state.value : this.state.last;
  }

  get isLoading(): boolean {
    return this.state.is === 'loading';
  }

  /** The answer as the host shows it; a note while it loads the first time, and a problem with a way to try again. */
  render(show: (value: T) => unknown, waiting?: TemplateResult): unknown {
    const value = this.value;
    const problem = this.state.is === 'failed'
      ? html`<problem-note .failure=${this.state.failure} .retry=${() => this.run()}></problem-note>`
      : null;
    if (value !== undefined) {
      return html`${problem}${show(value)}`;
    }
    return problem ?? waiting ?? html`<loading-note></loading-note>`;
  }

  private soon(): void {
    // A stream of news must not end a request again and again before it answers.
    if (this.state.is === 'loading') {
      this.stale = true;
      return;
    }
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      void this.run();
    }, GATHERED);
  }

  private async run(): Promise<void> {
    if (this.asked === null) {
      return;
    }
    this.controller?.abort();
    const controller = new AbortController();
    this.controller = controller;
    const last = this.value;
    this.become(last === undefined ? {is: 'loading'} : {is: 'loading', last});
    try {
      const value = await this.load(controller.signal);
      if (!controller.signal.aborted) {
        this.become({is: 'ready', value});
      }
    } catch (failure) {
      if (!controller.signal.aborted) {
        this.become(last === undefined ? {is: 'failed', failure} : {is: 'failed', failure, last});
      }
    }
  }

  private become(state: State<T>): void {
    this.state = state;
    this.host.requestUpdate();
    if (state.is !== 'loading' && this.stale) {
      this.stale = false;
      this.soon();
    }
  }
}
