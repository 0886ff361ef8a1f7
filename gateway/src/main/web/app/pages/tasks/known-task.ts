import type {Deliverable, Extension, ProgressUpdate, Reminder, StoryEntry, Submission, Task, Warning} from '@monitoring/api';
import {all, get, read} from '../../kit/api';
import {may} from '../../kit/session';

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
}

export async function findTask(id: string, signal: AbortSignal): Promise<KnownTask> {
  const list = async <T>(operation: string, part: string): Promise<T[]> =>
    may(operation) ? (await get<{items: T[]}>(`/tasks/${id}/${part}`, {}, signal)).items : [];
  const [held, updates, deliverables, submissions, extensions, reminders, warnings, story] = await Promise.all([
    read<Task>(`/tasks/${id}`, {}, signal),
    list<ProgressUpdate>('listProgressUpdates', 'updates'),
    list<Deliverable>('listDeliverables', 'deliverables'),
    list<Submission>('listSubmissions', 'submissions'),
    list<Extension>('listExtensions', 'extensions'),
    list<Reminder>('listTaskReminders', 'reminders'),
    may('listWarnings') ? all<Warning>('/warnings', {taskId: id}, signal) : [],
    may('readTaskHistory') ? all<StoryEntry>(`/tasks/${id}/history`, {}, signal) : [],
  ]);
  return {task: held.body, etag: held.etag, updates, deliverables, submissions, extensions, reminders, warnings, story};
}
