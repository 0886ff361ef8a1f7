package vn.monitoring.report.report;

import vn.monitoring.report.obligation.Obligation;
import vn.monitoring.report.obligation.ReportEvent;

/// Tells of a report in full.
final class ReportEvents {

    private ReportEvents() {}

    static ReportEvent of(ReportView view) {
        Obligation obligation = view.obligation();
        Report report = view.report();
        return new ReportEvent(
                obligation.id(),
                obligation.id(),
                report.id(),
                obligation.regimeId(),
                obligation.unitCode(),
                obligation.receiverUnitCode(),
                obligation.period().key(),
                obligation.status().name(),
                obligation.window().from(),
                obligation.window().cutOff(),
                obligation.dueOn(),
                obligation.openedAt(),
                report.draftedAt(),
                obligation.submittedAt(),
                report.acceptedAt(),
                report.returnedAt(),
                report.returnReason(),
                obligation.version());
    }
}
