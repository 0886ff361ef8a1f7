package vn.monitoring.report.report;

import vn.monitoring.report.obligation.ObligationStatus;

/// Where a report stands.
enum ReportStatus {
    DRAFT,
    SUBMITTED,
    ACCEPTED,
    RETURNED,
    /// Accepted, and open again in some parts.
    CORRECTING,
    /// Accepted, and gone into the receiver's own report.
    CONSOLIDATED;

    static ReportStatus of(ObligationStatus status) {
        return switch (status) {
            case OPEN, DRAFTED -> DRAFT;
            case SUBMITTED -> SUBMITTED;
            case ACCEPTED -> ACCEPTED;
            case RETURNED -> RETURNED;
            case CORRECTING -> CORRECTING;
            case CONSOLIDATED -> CONSOLIDATED;
        };
    }

    ObligationStatus toObligationStatus() {
        return switch (this) {
            case DRAFT -> ObligationStatus.DRAFTED;
            case SUBMITTED -> ObligationStatus.SUBMITTED;
            case ACCEPTED -> ObligationStatus.ACCEPTED;
            case RETURNED -> ObligationStatus.RETURNED;
            case CORRECTING -> ObligationStatus.CORRECTING;
            case CONSOLIDATED -> ObligationStatus.CONSOLIDATED;
        };
    }
}
