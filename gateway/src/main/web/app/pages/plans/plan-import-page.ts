import {LitElement, css, html, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import type {IndicatorImportResult, PlanRequest, TaskImportResult} from '@monitoring/api';
import {Problem, send} from '../../kit/api';
import {link} from '../../kit/router';
import {styles} from '../../kit/styles';
import {t, today} from '../../kit/text';
import {toast} from '../../kit/toast';
import {unit} from '../../kit/units';
import '../../parts/state-notes';
import './import-findings';
import {BLOCKS} from './words';

type Step = 'describe' | 'indicators' | 'tasks' | 'done';

const STEPS: [Step, string][] = [
  ['describe', t('1. Chọn tệp', '1. Choose the file')],
  ['indicators', t('2. Xem trước chỉ tiêu', '2. Look at the indicators')],
  ['tasks', t('3. Xem trước nhiệm vụ', '3. Look at the tasks')],
  ['done', t('4. Xong', '4. Done')],
];

const HEARD_AFTER = 1000;
const ATTEMPTS = 10;

/** Brings a plan in from the office's workbook: everything is shown before anything is written, cell by cell. */
@customElement('plan-import-page')
export class PlanImportPage extends LitElement {
  @property({attribute: false}) params: Record<string, string> = {};
  @state() private step: Step = 'describe';
  @state() private busy = '';
  @state() private failure: unknown = null;
  @state() private indicators: IndicatorImportResult | null = null;
  @state() private tasks: TaskImportResult | null = null;
  @state() private planId = '';

  private file: File | null = null;
  private plan: PlanRequest | null = null;

  static override styles = [...styles, css`
    ol { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; list-style: none; padding: 0; margin: 0 0 1rem; }
    li[aria-current] { font-weight: 600; border-bottom: 3px solid var(--accent); }
    li:not([aria-current]) { color: var(--ink-soft); }
    .two { display: grid; gap: 0 1rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 16rem), 1fr)); }
    .two .field { margin-top: .75rem; }
    .actions { margin-top: 1rem; }
  `];

  override render() {
    return html`
      <h1>${t('Nhập kế hoạch', 'Import a plan')}</h1>
      <ol>${STEPS.map(([key, name]) => html`<li aria-current=${key === this.step ? 'step' : nothing}>${name}</li>`)}</ol>
      <div class="card">
        ${this.renderStep()}
        ${this.busy ? html`<p role="status"><progress aria-label=${this.busy}></progress> ${this.busy}</p>` : nothing}
        <problem-note .failure=${this.failure}></problem-note>
      </div>`;
  }

  private renderStep() {
    switch (this.step) {
      case 'describe': return this.renderForm();
      case 'indicators': return this.renderIndicators(this.indicators!);
      case 'tasks': return this.renderTasks();
      case 'done': return this.renderDone();
    }
  }

  private renderForm() {
    const line = (name: string, label: string, required = false, value = '', type = 'text') => {
      const said = this.failure instanceof Problem ? this.failure.ofField(name) : undefined;
      return html`
        <div class="field">
          <label for=${name}>${label}</label>
          <input id=${name} name=${name} type=${type} ?required=${required} value=${value} aria-invalid=${said ? 'true' : nothing}>
          ${said ? html`<p class="error">${said}</p>` : nothing}
        </div>`;
    };
    const year = today().slice(0, 4);
    return html`
      <form @submit=${this.preview}>
        <div class="field">
          <label for="file">${t('Tệp Excel của kế hoạch (.xlsx)', "The plan's workbook (.xlsx)")}</label>
          <input id="file" name="file" type="file" required accept=".xlsx,.csv">
          <p class="hint">${t('Trang tính “Chỉ tiêu” và “Nhiệm vụ” như cơ quan đã lập; chưa có gì được ghi ở bước này.',
            'Sheets “Chỉ tiêu” and “Nhiệm vụ” as the office made them; nothing is written yet.')}</p>
        </div>
        <div class="two">
          ${line('unitCode', t('Mã đơn vị ban hành', 'Code of the unit'), true, unit())}
          <div class="field">
            <label for="block">${t('Khối', 'Block')}</label>
            <select id="block" name="block">${Object.entries(BLOCKS).map(([code, name]) => html`<option value=${code}>${name}</option>`)}</select>
          </div>
          ${line('docType', t('Loại văn bản', 'Kind of document'), true, t('Kế hoạch', 'Kế hoạch'))}
          ${line('number', t('Số, ký hiệu', 'Number'))}
          ${line('issuedOn', t('Ngày ban hành', 'Issued on'), false, '', 'date')}
          ${line('issuer', t('Cơ quan ban hành', 'Issuer'))}
        </div>
        ${line('title', t('Tên kế hoạch', 'Title'), true)}
        <div class="two">
          ${line('horizonStart', t('Từ năm', 'From year'), true, year, 'number')}
          ${line('horizonEnd', t('Đến năm', 'To year'), true, '2030', 'number')}
          ${line('planYear', t('Năm của kế hoạch (nếu là kế hoạch năm)', 'Year of the plan (if it is of one year)'), false, '', 'number')}
        </div>
        <p class="actions"><button class="primary" ?disabled=${this.busy !== ''}>${t('Xem trước', 'Preview')}</button></p>
      </form>`;
  }

  private renderIndicators(result: IndicatorImportResult) {
    return html`
      <h2>${t('Chỉ tiêu đọc được', 'Indicators that were read')}</h2>
      <import-findings .result=${result}></import-findings>
      <p>${t('Dòng “cần quyết định” được lưu tạm, chưa chấm cho tới khi có người xác nhận; dòng không nhận thì bỏ qua.',
        'Rows that need a decision are kept provisionally, not graded until somebody confirms them; rejected rows are left out.')}</p>
      <div class="row actions">
        <button class="primary" ?disabled=${this.busy !== ''} @click=${this.takeIndicators}>${t('Nhập chỉ tiêu', 'Import the indicators')}</button>
        <button @click=${this.back}>${t('Chọn lại tệp', 'Choose another file')}</button>
      </div>`;
  }

  private renderTasks() {
    return html`
      <h2>${t('Nhiệm vụ đọc được', 'Tasks that were read')}</h2>
      ${this.tasks ? html`<import-findings .result=${this.tasks}></import-findings>` : html`
        <p>${t('Chưa đọc được nhiệm vụ từ tệp này.', 'No tasks were read from this file.')}</p>`}
      <div class="row actions">
        ${this.tasks ? html`
          <button class="primary" ?disabled=${this.busy !== ''} @click=${this.takeTasks}>${t('Nhập nhiệm vụ', 'Import the tasks')}</button>` : nothing}
        <button @click=${() => { this.failure = null; this.step = 'done'; }}>${t('Bỏ qua nhiệm vụ', 'Leave the tasks out')}</button>
      </div>`;
  }

  private renderDone() {
    const undecided = (this.indicators?.counts.needsDecision ?? 0) + (this.tasks?.counts.needsDecision ?? 0);
    return html`
      <h2>${t('Kế hoạch đã có trong hệ thống', 'The plan is in the system')}</h2>
      ${undecided > 0 ? html`<p>${t(`Còn ${undecided} dòng cần quyết định: mở kế hoạch để xác nhận cách hiểu.`,
        `${undecided} rows need a decision: open the plan to confirm how they are read.`)}</p>` : nothing}
      <div class="row">
        <a class="button primary" href=${link(`/plans/${this.planId}`)}>${t('Mở kế hoạch', 'Open the plan')}</a>
        <a class="button" href=${link(`/tasks?planId=${this.planId}`)}>${t('Xem nhiệm vụ', 'See the tasks')}</a>
      </div>`;
  }

  private async preview(event: Event): Promise<void> {
    event.preventDefault();
    const data = new FormData(event.target as HTMLFormElement);
    const said = (name: string) => String(data.get(name) ?? '').trim() || undefined;
    this.file = data.get('file') as File;
    this.plan = {
      unitCode: said('unitCode')!, block: said('block') as PlanRequest['block'], docType: said('docType')!, number: said('number'),
      issuedOn: said('issuedOn'), title: said('title')!, issuer: said('issuer'), planYear: said('planYear') ? Number(said('planYear')) : undefined,
      horizonStart: `${said('horizonStart')}-01-01`, horizonEnd: `${said('horizonEnd')}-12-31`,
    };
    await this.during(t('Đang đọc chỉ tiêu…', 'Reading the indicators…'), async () => {
      this.indicators = await this.sendIndicators(true);
      this.step = 'indicators';
    });
  }

  private async takeIndicators(): Promise<void> {
    await this.during(t('Đang nhập chỉ tiêu…', 'Importing the indicators…'), async () => {
      this.indicators = await this.sendIndicators(false);
      this.planId = this.indicators.planId!;
      this.step = 'tasks';
      toast(t('Đã nhập chỉ tiêu.', 'The indicators are imported.'));
    });
    if (this.step === 'tasks') {
      await this.during(t('Đang đọc nhiệm vụ…', 'Reading the tasks…'), async () => { this.tasks = await this.readTasks(); });
    }
  }

  private async takeTasks(): Promise<void> {
    await this.during(t('Đang nhập nhiệm vụ…', 'Importing the tasks…'), async () => {
      this.tasks = await this.sendTasks(false);
      this.step = 'done';
      toast(t('Đã nhập nhiệm vụ.', 'The tasks are imported.'));
    });
  }

  /** The tasks' service hears of a new plan a moment later: it is asked again until it knows. */
  private async readTasks(): Promise<TaskImportResult> {
    for (let attempt = 1; ; attempt++) {
      await new Promise((later) => setTimeout(later, HEARD_AFTER));
      try {
        return await this.sendTasks(true);
      } catch (failure) {
        if (attempt === ATTEMPTS || !(failure instanceof Problem && failure.status === 404)) {
          throw failure;
        }
      }
    }
  }

  private async sendIndicators(dryRun: boolean): Promise<IndicatorImportResult> {
    const form = new FormData();
    form.set('file', this.file!);
    form.set('plan', new Blob([JSON.stringify(this.plan)], {type: 'application/json'}));
    return (await send<IndicatorImportResult>('POST', '/plans/imports', {form, query: {dryRun}})).body;
  }

  private async sendTasks(dryRun: boolean): Promise<TaskImportResult> {
    const form = new FormData();
    form.set('file', this.file!);
    return (await send<TaskImportResult>('POST', `/plans/${this.planId}/task-imports`, {form, query: {dryRun}})).body;
  }

  private async during(what: string, work: () => Promise<void>): Promise<void> {
    this.busy = what;
    this.failure = null;
    try {
      await work();
    } catch (failure) {
      this.failure = failure;
    } finally {
      this.busy = '';
    }
  }

  private back(): void {
    this.failure = null;
    this.step = 'describe';
  }
}
