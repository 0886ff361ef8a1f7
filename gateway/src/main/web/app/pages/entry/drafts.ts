/** What was typed and not sent yet, kept on this device so that a lost connection loses nothing. */

import {session} from '../../kit/session';

export interface Draft {
  numerator: string;
  denominator: string;
  value: string;
  /** Only the percentage is known, not the counts behind it. */
  percentOnly: boolean;
  asOf: string;
  source: string;
  note: string;
}

const key = (indicatorId: string, period: string) => `entry ${session().username} ${indicatorId} ${period}`;

export function keptDraft(indicatorId: string, period: string): Draft | null {
  const kept = localStorage.getItem(key(indicatorId, period));
  return kept ? JSON.parse(kept) as Draft : null;
}

export function keepDraft(indicatorId: string, period: string, draft: Draft): void {
  localStorage.setItem(key(indicatorId, period), JSON.stringify(draft));
}

export function forgetDraft(indicatorId: string, period: string): void {
  localStorage.removeItem(key(indicatorId, period));
}
