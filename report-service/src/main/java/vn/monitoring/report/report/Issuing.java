package vn.monitoring.report.report;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.calendar.VietnamCalendar;
import vn.monitoring.kit.security.Caller;
import vn.monitoring.report.content.Vietnamese;
import vn.monitoring.report.edition.Difference;
import vn.monitoring.report.edition.Edition;
import vn.monitoring.report.edition.Editions;
import vn.monitoring.report.edition.Issue;

/// Issues a report: what it says becomes an edition that never changes, and names what it says otherwise than the one
/// before.
@ApplicationScoped
class Issuing {

    private final ReportDocuments documents;
    private final Editions editions;
    private final Caller caller;

    Issuing(ReportDocuments documents, Editions editions, Caller caller) {
        this.documents = documents;
        this.editions = editions;
        this.caller = caller;
    }

    /// Within the caller's transaction.
    ///
    /// @param reasons why it is corrected, empty for a first edition and after a return
    /// @return the number of the edition
    int issue(ReportView view, SubmissionRequest request, List<String> reasons, Instant now) {
        JsonNode statement = documents.statement(view);
        Optional<Edition> before =
                editions.find(view.report().id(), view.report().edition());
        List<Difference> differences = before.map(edition ->
                        Differences.between(editions.statement(edition.reportId(), edition.number()), statement))
                .orElse(List.of());
        @Nullable String reason = reason(view, reasons, before.isPresent());
        LocalDate issuedOn =
                request.issuedOn() == null ? LocalDate.ofInstant(now, VietnamCalendar.ZONE) : request.issuedOn();
        Edition issued = editions.issue(new Issue(
                view.report().id(),
                view.obligation().unitCode(),
                documents.document(view, before.map(Issuing::named).orElse(null), differences),
                statement,
                now,
                issuedOn,
                request.documentNumber(),
                caller.username(),
                reason,
                differences));
        return issued.number();
    }

    private static @Nullable String reason(ReportView view, List<String> reasons, boolean again) {
        if (!reasons.isEmpty()) {
            return String.join("; ", reasons);
        }
        return again ? view.report().returnReason() : null;
    }

    /// `số 12/BC-UBND ngày 18/09/2026`.
    private static String named(Edition edition) {
        return "số %s ngày %s".formatted(edition.notation(), Vietnamese.day(edition.issuedOn()));
    }
}
