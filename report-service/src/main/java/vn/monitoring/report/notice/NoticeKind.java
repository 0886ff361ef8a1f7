package vn.monitoring.report.notice;

import vn.monitoring.report.obligation.ReportEvent;

/// On which side of the due date a notice lies.
public enum NoticeKind {
    REMINDED(ReportEvent.Kind.REMINDED),
    OVERDUE(ReportEvent.Kind.OVERDUE);

    private final ReportEvent.Kind told;

    NoticeKind(ReportEvent.Kind told) {
        this.told = told;
    }

    ReportEvent.Kind told() {
        return told;
    }
}
