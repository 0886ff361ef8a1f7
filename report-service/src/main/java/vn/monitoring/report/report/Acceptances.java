package vn.monitoring.report.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.bulk.BatchAnswer.RowResult;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.scope.Scope;
import vn.monitoring.kit.security.Caller;
import vn.monitoring.kit.sheet.Change;
import vn.monitoring.kit.web.ETags;
import vn.monitoring.report.ReportProblem;
import vn.monitoring.report.obligation.ObligationStatus;
import vn.monitoring.report.obligation.ReportEvent;
import vn.monitoring.report.obligation.ReportFacts;

/// Takes reports, one or thousands alike: a few statements for all of them, in the caller's transaction.
@ApplicationScoped
class Acceptances {

    private static final Logger LOG = Logger.getLogger(Acceptances.class);

    private static final String LOCK = """
            select o.id, o.receiver_unit_code, o.status, r.version, r.submitted_by_subject, r.edition, r.accepted_edition
            from report_obligation o join report r on r.id = o.id join unit u on u.code = o.unit_code
            where o.id = any (?) and u.path <@ any (cast(? as ltree[])) order by o.id for update of o, r""";

    private static final String SETTLE = """
            update report_obligation set status = 'ACCEPTED', accepted_at = coalesce(accepted_at, ?), consolidated_in = null,
                version = version + 1
            where id = any (?)""";

    private static final String ACCEPT = """
            update report set accepted_at = ?, accepted_by = ?, accepted_edition = edition, open_parts = '{}',
                correction_parts = '{}', version = version + 1
            where id = any (?)""";

    private static final String REVIEW = """
            insert into report_review (report_id, number, outcome, edition, submitted_at, decided_at, decided_by)
            select r.id, (select count(*) + 1 from report_review before where before.report_id = r.id), 'ACCEPTED', r.edition,
                r.submitted_at, ?, ?
            from report r where r.id = any (?)""";

    private final DataSource dataSource;
    private final ReportFacts facts;
    private final ReportAccess access;
    private final Scope scope;
    private final Caller caller;
    private final Clock clock;

    Acceptances(
            DataSource dataSource, ReportFacts facts, ReportAccess access, Scope scope, Caller caller, Clock clock) {
        this.dataSource = dataSource;
        this.facts = facts;
        this.access = access;
        this.scope = scope;
        this.caller = caller;
        this.clock = clock;
    }

    /// A report to be taken.
    ///
    /// @param row its place in the request, told with the result
    /// @param edition what the receiver has read, null for whatever lies there
    /// @param ifMatch the ETag that was read, null where the edition says enough
    record Wanted(
            int row,
            UUID reportId,
            @Nullable Integer edition,
            @Nullable String ifMatch) {}

    /// How a report stands that is asked for.
    private record Standing(
            String receiverUnitCode,
            ObligationStatus status,
            long version,
            @Nullable String submittedBySubject,
            int edition,
            @Nullable Integer acceptedEdition) {}

    /// Takes one report.
    ///
    /// @throws Problem why it is not taken
    void acceptOne(UUID id, @Nullable String ifMatch) {
        Wanted wanted = new Wanted(1, id, null, ifMatch);
        @Nullable Standing standing = lock(List.of(wanted)).get(id);
        if (standing != null && ifMatch == null) {
            ETags.requireMatch(null, standing.version());
        }
        if (!judge(wanted, standing, new HashSet<>())) {
            settle(List.of(id));
        }
    }

    /// @param write false to judge only
    List<RowResult> accept(List<Wanted> wanted, boolean write) {
        Map<UUID, Standing> standing = lock(wanted);
        List<RowResult> results = new ArrayList<>(wanted.size());
        List<UUID> accepted = new ArrayList<>(wanted.size());
        Set<UUID> seen = new HashSet<>();
        Set<String> receivers = new HashSet<>();
        for (Wanted row : wanted) {
            try {
                boolean already = judge(row, standing.get(row.reportId()), receivers) || !seen.add(row.reportId());
                if (!already) {
                    accepted.add(row.reportId());
                }
                results.add(RowResult.done(
                        row.row(),
                        already ? Change.UNCHANGED : Change.UPDATED,
                        row.reportId().toString()));
            } catch (Problem problem) {
                results.add(RowResult.failed(row.row(), problem));
            }
        }
        if (write && !accepted.isEmpty()) {
            settle(accepted);
        }
        return results;
    }

    /// @param receivers for which the caller was found to act: asked of the database once each
    /// @return whether just this edition has been accepted before
    private boolean judge(Wanted wanted, @Nullable Standing standing, Set<String> receivers) {
        if (standing == null) {
            throw Problem.notFound();
        }
        boolean isSender = caller.subject().equals(standing.submittedBySubject());
        if (isSender || !receivers.contains(standing.receiverUnitCode())) {
            access.requireReceiver(standing.receiverUnitCode(), isSender);
            receivers.add(standing.receiverUnitCode());
        }
        if (wanted.ifMatch() != null) {
            ETags.requireMatch(wanted.ifMatch(), standing.version());
        }
        if (wanted.edition() != null && wanted.edition().equals(standing.acceptedEdition())) {
            return true;
        }
        if (standing.status() != ObligationStatus.SUBMITTED) {
            throw notUnderReview();
        }
        if (wanted.edition() != null && wanted.edition() != standing.edition()) {
            throw new Problem(
                            ReportProblem.REPORT_EDITION_CHANGED,
                            "Báo cáo đã có bản phát hành số %d. Hãy đọc bản đó rồi tiếp nhận."
                                    .formatted(standing.edition()),
                            "Edition %d of the report has been issued. Read it, then accept."
                                    .formatted(standing.edition()))
                    .with("edition", standing.edition());
        }
        return false;
    }

    static Problem notUnderReview() {
        return new Problem(
                ReportProblem.REPORT_NOT_UNDER_REVIEW,
                "Báo cáo chưa được gửi, hoặc đã được xử lý. Hãy tải lại để xem trạng thái.",
                "The report has not been sent, or has been dealt with. Reload to see its status.");
    }

    private Map<UUID, Standing> lock(List<Wanted> wanted) {
        Map<UUID, Standing> standing = new HashMap<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(LOCK)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid", wanted.stream().map(Wanted::reportId).toArray()));
            statement.setString(2, scope.paths());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    standing.put(
                            rows.getObject(1, UUID.class),
                            new Standing(
                                    rows.getString(2),
                                    ObligationStatus.valueOf(rows.getString(3)),
                                    rows.getLong(4),
                                    rows.getString(5),
                                    rows.getInt(6),
                                    rows.getObject(7, Integer.class)));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read reports to accept", e);
        }
        return standing;
    }

    private void settle(List<UUID> ids) {
        Instant now = clock.instant();
        try (Connection connection = dataSource.getConnection()) {
            Array all = connection.createArrayOf("uuid", ids.toArray());
            write(connection, SETTLE, now.atOffset(ZoneOffset.UTC), all);
            write(connection, ACCEPT, now.atOffset(ZoneOffset.UTC), caller.username(), all);
            write(connection, REVIEW, now.atOffset(ZoneOffset.UTC), caller.username(), all);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot accept reports", e);
        }
        facts.tell(ids, ReportEvent.Kind.ACCEPTED, now);
        LOG.infof("%d reports accepted", ids.size());
    }

    private static void write(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int index = 0; index < values.length; index++) {
                statement.setObject(index + 1, values[index]);
            }
            statement.executeUpdate();
        }
    }
}
