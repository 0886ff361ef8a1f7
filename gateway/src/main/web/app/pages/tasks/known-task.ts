import type {
  Budget, Deliverable, Disbursement, Extension, Occurrence, ProgressUpdate, Reminder, StoryEntry, Submission, Task, TaskDecision, Unit, Warning,
} from '@monitoring/api';
import {all, get, read} from '../../kit/api';
import {may} from '../../kit/session';
import {unitsBelow} from '../../kit/units';

/** A task with all that is told of it. */
export interface KnownTask {
  task: Task;
  etag: string | null;
  updates: ProgressUpdate[];
  deliverables: Deliverable[];
  submissions: Submission[];
  extensions: Extension[];
  reminders: Reminder[];
  warnings: Warning[];
  story: StoryEntry[];
  /** Its rounds, the latest first; none of a task that is done once. */
  occurrences: Occurrence[];
  budget: Budget | null;
  disbursements: Disbursement[];
  /** What paused, resumed or ended it. */
  decisions: TaskDecision[];
  /** Who could be given it, while it is to be assigned. */
  agencies: Unit[];
}

export async function findTask(id: string, signal: AbortSignal): Promise<KnownTask> {
  const list = async <T>(operation: string, part: string): Promise<T[]> =>
    may(operation) ? (await get<{items: T[]}>(`/tasks/${id}/${part}`, {}, signal)).items : [];
  const [
    held, updates, deliverables, submissions, extensions, reminders, warnings, story, occurrences, budget, disbursements, decisions,
  ] = await Promise.all([
    read<Task>(`/tasks/${id}`, {}, signal),
    list<ProgressUpdate>('listProgressUpdates', 'updates'),
    list<Deliverable>('listDeliverables', 'deliverables'),
    list<Submission>('listSubmissions', 'submissions'),
    list<Extension>('listExtensions', 'extensions'),
    list<Reminder>('listTaskReminders', 'reminders'),
    may('listWarnings') ? all<Warning>('/warnings', {taskId: id}, signal) : [],
    may('readTaskHistory') ? all<StoryEntry>(`/tasks/${id}/history`, {}, signal) : [],
    list<Occurrence>('listOccurrences', 'occurrences'),
    may('getTaskBudget') ? get<Budget>(`/tasks/${id}/budget`, {}, signal) : null,
    list<Disbursement>('listDisbursements', 'disbursements'),
    list<TaskDecision>('listTaskDecisions', 'decisions'),
  ]);
  const task = held.body;
  return {
    task, etag: held.etag, updates, deliverables, submissions, extensions, reminders, warnings, story, occurrences, budget, disbursements,
    decisions, agencies: task.status === 'DRAFT' && may('assignTask') ? await unitsBelow(task.unitCode) : [],
  };
}
