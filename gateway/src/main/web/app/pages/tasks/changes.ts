import type {Task} from '@monitoring/api';

/** Which of the tasks shown are new or changed since the same was shown before: what news brought. */
export class Changes {
  private question = '';
  private versions: ReadonlyMap<string, number> = new Map();

  /**
   * @param question what the tasks answer; of another one nothing counts as changed
   * @returns the ids
   */
  since(question: string, tasks: readonly Task[]): ReadonlySet<string> {
    const before = this.versions;
    const same = question === this.question;
    this.question = question;
    this.versions = new Map(tasks.map(({id, version}) => [id, version]));
    return new Set(same ? tasks.filter(({id, version}) => before.get(id) !== version).map(({id}) => id) : []);
  }
}
