package vn.monitoring.report.report;

import vn.monitoring.report.obligation.ObligationStatus;

/// Where a report stands.
enum ReportStatus {
    DRAFT,
    SUBMITTED,
    ACCEPTED,
    RETURNED;

    static ReportStatus of(ObligationStatus status) {
        return switch (status) {
            case OPEN, DRAFTED -> DRAFT;
            case SUBMITTED -> SUBMITTED;
            case ACCEPTED -> ACCEPTED;
            case RETURNED -> RETURNED;
        };
    }

    ObligationStatus toObligationStatus() {
        return switch (this) {
            case DRAFT -> ObligationStatus.DRAFTED;
            case SUBMITTED -> ObligationStatus.SUBMITTED;
            case ACCEPTED -> ObligationStatus.ACCEPTED;
            case RETURNED -> ObligationStatus.RETURNED;
        };
    }
}
