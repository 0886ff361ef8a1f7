/// What senders are told that have not sent: reminders before the due date, escalating notices after it.
@NullMarked
package vn.monitoring.report.notice;

import org.jspecify.annotations.NullMarked;
