package vn.monitoring.report.report;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.report.ReportProblem;

/// A report's life beside its obligation, which has the same id and holds the status.
///
/// What of it may be changed is said here and nowhere else: [#requireOpen]. All of a draft and of a returned report is
/// open, nothing while it lies with the receiver or after it was accepted, and of an accepted report that is being
/// corrected the parts that were opened. Its version, and with it the ETag, rises with every edit and every step.
@Entity
@Table(name = "report")
public class Report {

    @Id
    private UUID id;

    private String title;
    private Instant draftedAt;
    private String draftedBy;
    private @Nullable Instant editedAt;
    private @Nullable Instant submittedAt;
    private @Nullable String submittedBy;
    private @Nullable String submittedBySubject;
    private @Nullable Instant acceptedAt;
    private @Nullable String acceptedBy;
    private @Nullable Instant returnedAt;
    private @Nullable String returnedBy;
    private @Nullable String returnReason;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> openParts;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> correctionParts;

    private int edition;
    private @Nullable Integer acceptedEdition;
    private boolean changed;

    @Version
    private long version;

    /// Rows are made by `draft.Drafting`.
    protected Report() {}

    /// @throws Problem REPORT_NOT_EDITABLE
    void requireOpen(ReportPart part) {
        if (openParts.contains(ReportPart.WHOLE.code()) || openParts.contains(part.code())) {
            return;
        }
        throw new Problem(
                        ReportProblem.REPORT_NOT_EDITABLE,
                        openParts.isEmpty()
                                ? "Báo cáo đã gửi hoặc đã được tiếp nhận nên không sửa được. Đề nghị đơn vị nhận trả lại, hoặc mở đính chính."
                                : "Chỉ các phần đã mở để đính chính mới sửa được: " + String.join(", ", openParts)
                                        + ".",
                        openParts.isEmpty()
                                ? "The report was sent or accepted and cannot be changed. Ask the receiver to return it, or open a correction."
                                : "Only the parts opened for the correction can be changed: "
                                        + String.join(", ", openParts) + ".")
                .with("openParts", List.copyOf(openParts));
    }

    void markEdited(Instant now) {
        editedAt = now;
        changed = true;
    }

    /// Signed and sent: the edition is issued, nothing is open.
    void markSubmitted(Instant now, String username, String subject, int issued) {
        submittedAt = now;
        submittedBy = username;
        submittedBySubject = subject;
        edition = issued;
        changed = false;
        openParts = List.of();
    }

    /// Sent back: open again as it was before it was sent.
    void markReturned(Instant now, String username, String reason) {
        returnedAt = now;
        returnedBy = username;
        returnReason = reason;
        openParts = acceptedEdition == null ? List.of(ReportPart.WHOLE.code()) : correctionParts;
    }

    /// Opens parts of the accepted report for a correction, beside those that are open already.
    void openForCorrection(Collection<ReportPart> parts) {
        TreeSet<String> open = new TreeSet<>(openParts);
        parts.forEach(part -> open.add(part.code()));
        openParts = List.copyOf(open);
        correctionParts = openParts;
    }

    /// Locks what was opened for a correction.
    void closeCorrection() {
        openParts = List.of();
        correctionParts = List.of();
    }

    /// Whether anything was changed since the newest edition was issued.
    boolean isChanged() {
        return changed;
    }

    boolean wasSubmittedBy(String subject) {
        return subject.equals(submittedBySubject);
    }

    /// Whether an edition has been accepted, so that a further one is a correction.
    boolean isAccepted() {
        return acceptedEdition != null;
    }

    UUID id() {
        return id;
    }

    String title() {
        return title;
    }

    Instant draftedAt() {
        return draftedAt;
    }

    String draftedBy() {
        return draftedBy;
    }

    @Nullable
    Instant editedAt() {
        return editedAt;
    }

    @Nullable
    Instant submittedAt() {
        return submittedAt;
    }

    @Nullable
    String submittedBy() {
        return submittedBy;
    }

    @Nullable
    Instant acceptedAt() {
        return acceptedAt;
    }

    @Nullable
    String acceptedBy() {
        return acceptedBy;
    }

    @Nullable
    Instant returnedAt() {
        return returnedAt;
    }

    @Nullable
    String returnedBy() {
        return returnedBy;
    }

    @Nullable
    String returnReason() {
        return returnReason;
    }

    List<String> openParts() {
        return List.copyOf(openParts);
    }

    /// The newest issued edition, 0 before the first.
    int edition() {
        return edition;
    }

    /// The newest accepted edition, null before the first.
    @Nullable
    Integer acceptedEdition() {
        return acceptedEdition;
    }

    long version() {
        return version;
    }
}
