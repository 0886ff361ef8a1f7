import {LitElement, css, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {Reminder, StoryEntry, Warning} from '@monitoring/api';
import {styles} from '../../kit/styles';
import {date, moment, t, told} from '../../kit/text';
import '../../parts/status-badge';

/** What happened to a task, and what was said to hurry it. */
@customElement('task-story')
export class TaskStory extends LitElement {
  @property({attribute: false}) story: StoryEntry[] = [];
  @property({attribute: false}) reminders: Reminder[] = [];
  @property({attribute: false}) warnings: Warning[] = [];

  static override styles = [...styles, css`
    ol, ul { list-style: none; margin: 0; padding: 0; }
    li { padding: .6rem 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
    li:last-child { border: 0; }
    p { margin: .2rem 0; }
  `];

  override render() {
    return html`
      <div class="stack">
        ${this.warnings.length === 0 ? nothing : html`
          <section class="card"><h2>${t('Cảnh báo', 'Warnings')}</h2>
            <ul>${this.warnings.map((one) => html`
              <li><status-badge of="warning" .code=${one.kind}></status-badge>
                <p>${t(`Cấp ${one.level}, từ ${date(one.openedOn)}`, `Level ${one.level}, since ${date(one.openedOn)}`)}</p></li>`)}</ul></section>`}
        ${this.reminders.length === 0 ? nothing : html`
          <section class="card"><h2>${t('Đôn đốc', 'Reminders')}</h2>
            <ul>${this.reminders.map((one) => html`
              <li><strong>${date(one.issuedOn)}: ${one.text}</strong>
                ${one.explainBy ? html`<p>${t('Giải trình trước', 'Explain by')} ${date(one.explainBy)}</p>` : nothing}
                <p>${one.explanation ? html`${t('Giải trình', 'Explanation')}: ${one.explanation}`
                  : one.acknowledgedAt ? t(`Đã tiếp nhận ${moment(one.acknowledgedAt)}`, `Acknowledged ${moment(one.acknowledgedAt)}`)
                    : t('Chưa có trả lời', 'Not answered yet')}</p>
                <span class="small soft">${one.issuedBy}</span></li>`)}</ul></section>`}
        <section class="card"><h2>${t('Diễn biến', 'Story')}</h2>
          <ol>${[...this.story].reverse().map((one) => html`<li>${told(one.sentence)}</li>`)}</ol>
        </section>
      </div>`;
  }
}
