import {send} from '../../kit/api';
import {may} from '../../kit/session';
import {t, today} from '../../kit/text';
import type {Action, Field} from '../../parts/action-dialog';
import type {KnownTask} from './known-task';

const IN_HAND = ['ASSIGNED', 'ACCEPTED', 'IN_PROGRESS', 'RETURNED'];
/** What can still be ended without being done; what is handed over is decided on first. */
const TO_BE_DONE = ['DRAFT', 'PAUSED', ...IN_HAND];

/** The document that a decision rests on. */
export const document = (required: boolean): Field[] => [
  {name: 'document.number', label: t('Số văn bản quyết định', 'Number of the decision'), type: 'text', required},
  {name: 'document.issuedOn', label: t('Ngày ban hành', 'Issued on'), type: 'date', required},
];

/** Holding a task, going on with it, ending it without its being done: each rests on a document. */
export function decisions({task, etag}: KnownTask): Action[] {
  const post = (part: string) => (body: Record<string, unknown>) => send('POST', `/tasks/${task.id}/${part}`, {body, etag});
  const fields: Field[] = [
    ...document(true),
    {name: 'effectiveOn', label: t('Có hiệu lực từ', 'In effect from'), type: 'date', value: today()},
    {name: 'reason', label: t('Lý do', 'Reason'), type: 'area'},
  ];
  const found: Action[] = [];
  if (may('resumeTask') && task.status === 'PAUSED') {
    found.push({key: 'resume', label: t('Tiếp tục thực hiện', 'Resume'), primary: true, done: t('Nhiệm vụ được tiếp tục.', 'The task goes on.'),
      fields: [...fields, {name: 'dueOn', label: t('Hạn mới', 'New due date'), type: 'date', hint: t('Để trống: giữ hạn cũ.', 'Empty: the old one stays.')}],
      run: post('resumption')});
  }
  if (may('pauseTask') && IN_HAND.includes(task.status)) {
    found.push({key: 'pause', label: t('Tạm dừng', 'Pause'), done: t('Đã tạm dừng nhiệm vụ.', 'The task is paused.'),
      note: t('Trong lúc tạm dừng, nhiệm vụ không bị tính quá hạn.', 'While it is paused, the task does not become overdue.'), fields, run: post('pause')});
  }
  if (may('cancelTask') && TO_BE_DONE.includes(task.status)) {
    found.push({key: 'cancel', label: t('Hủy nhiệm vụ', 'Cancel the task'), done: t('Đã hủy nhiệm vụ.', 'The task is cancelled.'),
      note: t('Nhiệm vụ đã hủy không mở lại được.', 'A cancelled task cannot be opened again.'), fields, run: post('cancellation')});
  }
  if (may('supersedeTask') && TO_BE_DONE.includes(task.status)) {
    found.push({key: 'supersede', label: t('Thay thế', 'Supersede'), done: t('Nhiệm vụ đã được thay thế.', 'The task is superseded.'),
      note: t('Dùng khi một nhiệm vụ khác thay cho nhiệm vụ này.', 'For a task whose place another one takes.'),
      fields: [...fields, {name: 'successorId', label: t('Mã nhiệm vụ thay thế', 'Id of the task that takes its place'), type: 'text',
        hint: t('Là phần cuối địa chỉ trang của nhiệm vụ đó; có thể để trống.', 'The end of the address of its page; may be left empty.')}],
      run: post('supersession')});
  }
  return found;
}
