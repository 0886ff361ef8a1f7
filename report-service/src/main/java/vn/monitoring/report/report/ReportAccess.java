package vn.monitoring.report.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.UUID;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.scope.Scope;
import vn.monitoring.kit.security.Caller;
import vn.monitoring.report.ReportProblem;
import vn.monitoring.report.obligation.Obligation;
import vn.monitoring.report.obligation.Obligations;

/// Who may take a step with a report: the sender's own people, or the receiver's, and never the one who sent it as
/// the one who takes it.
///
/// The steps of one report take turns on its obligation. Within the caller's transaction.
@ApplicationScoped
class ReportAccess {

    private final ReportRepository reports;
    private final Obligations obligations;
    private final EntityManager entities;
    private final Scope scope;
    private final Caller caller;

    ReportAccess(
            ReportRepository reports, Obligations obligations, EntityManager entities, Scope scope, Caller caller) {
        this.reports = reports;
        this.obligations = obligations;
        this.entities = entities;
        this.scope = scope;
        this.caller = caller;
    }

    /// A report whose sender lies in the caller's units.
    ReportView get(UUID id) {
        Obligation obligation = obligations.get(id);
        Report report = reports.findByIdOptional(id).orElseThrow(Problem::notFound);
        return new ReportView(report, obligation);
    }

    /// A report for a step of the sender's people.
    ReportView forSender(UUID id) {
        ReportView view = get(id);
        lock(view.obligation());
        entities.refresh(view.report());
        requireSender(view.obligation());
        return view;
    }

    /// A report for a step of the receiver's people.
    ReportView forReceiver(UUID id) {
        ReportView view = get(id);
        lock(view.obligation());
        entities.refresh(view.report());
        requireReceiver(view.obligation().receiverUnitCode(), view.report().wasSubmittedBy(caller.subject()));
        return view;
    }

    void requireSender(Obligation obligation) {
        if (!belongsTo(obligation.unitCode())) {
            throw new Problem(
                    ReportProblem.NOT_SENDER,
                    "Chỉ người của đơn vị gửi (" + obligation.unitCode() + ") được lập, sửa và gửi báo cáo này.",
                    "Only people of the sending unit (" + obligation.unitCode()
                            + ") draft, edit and send this report.");
        }
    }

    /// @param isSender whether it was the caller who sent the report
    void requireReceiver(String receiverUnitCode, boolean isSender) {
        if (!belongsTo(receiverUnitCode) || isSender) {
            throw new Problem(
                    ReportProblem.NOT_RECEIVER,
                    "Chỉ cơ quan thường trực của đơn vị nhận (" + receiverUnitCode
                            + ") được tiếp nhận hoặc trả lại báo cáo này.",
                    "Only the standing body of the receiver (" + receiverUnitCode
                            + ") accepts or returns this report.");
        }
    }

    /// Takes turns with other steps on the same obligation.
    Obligation lock(Obligation obligation) {
        entities.refresh(obligation, LockModeType.PESSIMISTIC_WRITE);
        return obligation;
    }

    /// Whether the unit is one of the caller's own: neither above nor below.
    private boolean belongsTo(String unitCode) {
        return caller.unitCodes().contains(unitCode) && scope.covers(unitCode);
    }
}
