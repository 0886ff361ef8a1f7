import {send} from '../../kit/api';
import {may} from '../../kit/session';
import {date, t, today} from '../../kit/text';
import type {Action, Field} from '../../parts/action-dialog';
import {decisions, document} from './decisions';
import type {KnownTask} from './known-task';

const IN_HAND = ['ASSIGNED', 'ACCEPTED', 'IN_PROGRESS', 'RETURNED'];
const UNDER_WAY = ['ACCEPTED', 'IN_PROGRESS', 'RETURNED'];
const OPEN = [...IN_HAND, 'SUBMITTED', 'PAUSED'];

const note = (label: string): Field => ({name: 'note', label, type: 'area'});

/** What the caller's role and the task's state allow now, the likeliest first. */
export function actions(known: KnownTask): Action[] {
  return [...ofTheLead(known), ...ofTheOverseer(known), ...decisions(known)];
}

function ofTheLead({task, etag, deliverables, extensions, reminders}: KnownTask): Action[] {
  const way = `/tasks/${task.id}`;
  const post = (part: string) => (body: Record<string, unknown>) => send('POST', `${way}/${part}`, {body, etag});
  const found: Action[] = [];
  if (may('acknowledgeTask') && task.status === 'ASSIGNED') {
    found.push({key: 'acknowledge', label: t('Nhận nhiệm vụ', 'Accept the task'), primary: true, done: t('Đã nhận nhiệm vụ.', 'The task was accepted.'),
      fields: [{name: 'acknowledgedOn', label: t('Ngày nhận', 'Accepted on'), type: 'date', value: today()}, note(t('Ghi chú', 'Note'))],
      run: post('acknowledgement')});
  }
  if (may('submitTask') && task.status === 'IN_PROGRESS' && deliverables.length > 0) {
    found.push({key: 'submit', label: t('Trình nghiệm thu', 'Hand over'), done: t('Đã trình nghiệm thu.', 'The task was handed over.'),
      fields: [{name: 'submittedOn', label: t('Ngày trình', 'Handed over on'), type: 'date', value: today(), required: true}, note(t('Ghi chú', 'Note'))],
      run: post('submissions')});
  }
  if (may('reportProgress') && UNDER_WAY.includes(task.status)) {
    found.push({key: 'progress', label: t('Báo cáo tiến độ', 'Report progress'), primary: true, done: t('Đã ghi tiến độ.', 'Progress was recorded.'),
      note: t('Báo cáo thiếu mục vẫn được lưu, nhưng chưa tính là đã cập nhật tháng.', 'An update that lacks something is kept, but does not count for its month.'),
      fields: [
        {name: 'asOf', label: t('Tính đến ngày', 'As of'), type: 'date', value: today(), required: true},
        {name: 'percent', label: t('Đã làm được (%)', 'Done (%)'), type: 'number', ...(task.percent === null ? {} : {value: String(task.percent)})},
        {name: 'status', label: t('Tình hình', 'Where it stands'), type: 'text'},
        {name: 'result', label: t('Kết quả', 'Result'), type: 'area'},
        {name: 'difficulty', label: t('Khó khăn, vướng mắc', 'Difficulties'), type: 'area', hint: t('Không có thì ghi “Không”.', 'If there is none, say “None”.')},
        {name: 'nextStep', label: t('Việc tiếp theo', 'Next step'), type: 'area'},
      ],
      run: post('updates')});
  }
  if (may('attachDeliverable') && UNDER_WAY.includes(task.status)) {
    found.push({key: 'document', label: t('Gắn văn bản kết quả', 'Name a document'), done: t('Đã gắn văn bản.', 'The document was attached.'),
      fields: [
        {name: 'title', label: t('Trích yếu', 'Title'), type: 'text', required: true},
        {name: 'documentNumber', label: t('Số, ký hiệu', 'Number'), type: 'text', required: true},
        {name: 'issuedOn', label: t('Ngày ban hành', 'Issued on'), type: 'date', required: true},
      ],
      run: post('deliverables')},
    {key: 'file', label: t('Gắn tệp kết quả', 'Attach a file'), done: t('Đã gắn tệp.', 'The file was attached.'),
      note: t('Tối đa 25 MB. Không đưa lên tài liệu mật.', 'At most 25 MB. Nothing classified.'),
      fields: [
        {name: 'title', label: t('Tên kết quả', 'Title'), type: 'text'},
        {name: 'file', label: t('Tệp', 'File'), type: 'file', required: true},
      ],
      run: (_, form) => send('POST', `${way}/deliverables`, {form, etag})});
  }
  if (may('requestExtension') && IN_HAND.includes(task.status) && task.dueOn && extensions.every(({outcome}) => outcome !== null)) {
    found.push({key: 'extension', label: t('Xin gia hạn', 'Ask for more time'), done: t('Đã gửi đề nghị gia hạn.', 'More time was asked for.'),
      note: t(`Hạn hiện nay: ${date(task.dueOn)}.`, `Due now: ${date(task.dueOn)}.`),
      fields: [
        {name: 'dueOn', label: t('Hạn đề nghị', 'Due date asked for'), type: 'date', required: true},
        {name: 'reason', label: t('Lý do', 'Reason'), type: 'area', required: true},
      ],
      run: post('extensions')});
  }
  // The oldest reminder first: the next is offered once this one is answered.
  const reminder = [...reminders].sort((one, other) => one.issuedAt.localeCompare(other.issuedAt)).find(({waiting}) => waiting);
  if (reminder) {
    const answer = (part: string) => (body: Record<string, unknown>) =>
      send('POST', `/reminders/${reminder.id}/${part}`, {etag: `"${reminder.version}"`, ...(part === 'explanation' ? {body} : {})});
    if (may('acknowledgeReminder') && reminder.acknowledgedAt === null) {
      found.push({key: 'hear', label: t('Tiếp nhận đôn đốc', 'Acknowledge the reminder'), note: reminder.text,
        done: t('Đã tiếp nhận đôn đốc.', 'The reminder was acknowledged.'), fields: [], run: answer('acknowledgement')});
    }
    if (may('explainReminder') && reminder.explainBy !== null) {
      found.push({key: 'explain', label: t('Giải trình đôn đốc', 'Explain'), note: reminder.text, done: t('Đã gửi giải trình.', 'The explanation was given.'),
        fields: [{name: 'text', label: t('Nội dung giải trình', 'Explanation'), type: 'area', required: true,
          hint: t(`Trước ngày ${date(reminder.explainBy)}.`, `By ${date(reminder.explainBy)}.`)}],
        run: answer('explanation')});
    }
  }
  return found;
}

function ofTheOverseer({task, etag, submissions, extensions, agencies}: KnownTask): Action[] {
  const way = `/tasks/${task.id}`;
  const post = (part: string) => (body: Record<string, unknown>) => send('POST', `${way}/${part}`, {body, etag});
  const found: Action[] = [];
  if (may('assignTask') && task.status === 'DRAFT') {
    found.push({key: 'assign', label: t('Giao nhiệm vụ', 'Assign the task'), primary: true, done: t('Đã giao nhiệm vụ.', 'The task was assigned.'),
      fields: [
        {name: 'leadUnitCode', label: t('Đơn vị chủ trì', 'Leading unit'), type: 'choice',
          value: agencies.some(({code}) => code === task.responsibleUnitCode) ? task.responsibleUnitCode : '',
          options: [{value: '', label: t('Như trong kế hoạch', 'As the plan says')}, ...agencies.map(({code, name}) => ({value: code, label: name}))]},
        {name: 'deadline', label: t('Thời hạn', 'Deadline'), type: 'date', ...(task.dueOn ? {value: task.dueOn} : {})},
        {name: 'assignedOn', label: t('Ngày giao', 'Assigned on'), type: 'date', value: today()},
        note(t('Ghi chú', 'Note')),
      ],
      run: post('assignment')});
  }
  const submission = submissions.find(({outcome}) => outcome === null);
  if (task.status === 'SUBMITTED' && submission) {
    const place = `submissions/${submission.number}`;
    if (may('acceptSubmission')) {
      found.push({key: 'accept', label: t('Nghiệm thu', 'Accept the result'), primary: true, done: t('Đã nghiệm thu.', 'The result was accepted.'),
        fields: [note(t('Ghi chú', 'Note'))], run: post(`${place}/acceptance`)});
    }
    if (may('returnSubmission')) {
      found.push({key: 'return', label: t('Trả lại', 'Return'), done: t('Đã trả lại.', 'The task was returned.'),
        fields: [{name: 'reason', label: t('Lý do', 'Reason'), type: 'area', required: true}], run: post(`${place}/return`)});
    }
  }
  const extension = extensions.find(({outcome}) => outcome === null);
  if (extension) {
    const place = `extensions/${extension.number}`;
    if (may('approveExtension')) {
      found.push({key: 'approve', label: t('Cho gia hạn', 'Grant more time'), primary: true, done: t('Đã cho gia hạn.', 'More time was granted.'),
        fields: [...document(true), {name: 'dueOn', label: t('Hạn mới', 'New due date'), type: 'date', value: extension.requestedDueOn}, note(t('Ghi chú', 'Note'))],
        run: post(`${place}/approval`)});
    }
    if (may('refuseExtension')) {
      found.push({key: 'refuse', label: t('Không cho gia hạn', 'Refuse more time'), done: t('Đã từ chối gia hạn.', 'More time was refused.'),
        fields: [{name: 'reason', label: t('Lý do', 'Reason'), type: 'area', required: true}, ...document(false)], run: post(`${place}/refusal`)});
    }
  }
  if (may('remindOfTask') && OPEN.includes(task.status)) {
    found.push({key: 'remind', label: t('Đôn đốc', 'Remind'), done: t('Đã gửi đôn đốc.', 'The reminder was sent.'),
      fields: [
        {name: 'text', label: t('Nội dung đôn đốc', 'What is reminded of'), type: 'area', required: true},
        {name: 'explainBy', label: t('Giải trình trước ngày', 'Explain by'), type: 'date'},
      ],
      run: post('reminders')});
  }
  return found;
}
