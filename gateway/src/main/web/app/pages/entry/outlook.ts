import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {GradePreview} from '@monitoring/api';
import {inquire} from '../../kit/api';
import {may} from '../../kit/session';

/** The figures as they are asked about. */
export interface Asked {
  period: string;
  numerator?: number | null;
  denominator?: number | null;
  value?: number | null;
  asOf: string;
  source: string | null;
}

/** How long one types before it is asked what the figure would lead to. */
const PAUSE = 350;

/** What the figure in a form would lead to: asked when the typing pauses; an answer that was overtaken is not waited for. */
export class Outlook implements ReactiveController {
  /** The last answer; of the figures before while `pending`. */
  preview: GradePreview | null = null;
  failure: unknown = null;
  pending = false;

  private asked: string | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private controller: AbortController | null = null;

  /** @param figures what is typed; null while it is no figure */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly indicatorId: () => string,
    private readonly figures: () => Asked | null,
  ) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.stop();
    this.asked = null;
  }

  hostUpdate(): void {
    const figures = may('previewGrade') ? this.figures() : null;
    const question = figures && JSON.stringify(figures);
    if (question === this.asked) {
      return;
    }
    this.stop();
    this.asked = question;
    this.pending = figures !== null;
    if (figures === null) {
      this.preview = null;
      this.failure = null;
      return;
    }
    this.timer = setTimeout(() => void this.ask(figures), PAUSE);
  }

  private stop(): void {
    clearTimeout(this.timer);
    this.controller?.abort();
    this.pending = false;
  }

  private async ask(figures: Asked): Promise<void> {
    const controller = new AbortController();
    this.controller = controller;
    try {
      const preview = await inquire<GradePreview>(`/indicators/${this.indicatorId()}/grade-previews`, figures, controller.signal);
      if (!controller.signal.aborted) {
        this.preview = preview;
        this.failure = null;
      }
    } catch (failure) {
      if (!controller.signal.aborted) {
        this.preview = null;
        this.failure = failure;
      }
    }
    if (!controller.signal.aborted) {
      this.pending = false;
      this.host.requestUpdate();
    }
  }
}
