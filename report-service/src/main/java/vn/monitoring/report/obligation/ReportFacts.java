package vn.monitoring.report.obligation;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.outbox.Fact;
import vn.monitoring.kit.outbox.Outbox;

/// Tells what became of obligations and their reports: the full state as the transaction sees it.
@ApplicationScoped
public class ReportFacts {

    private static final String STATES = """
            select o.id, r.id, o.regime_id, o.unit_code, o.receiver_unit_code, o.period, o.status, o.from_on, o.cut_off_on,
                o.due_on, o.opened_at, r.drafted_at, o.submitted_at, r.accepted_at, r.returned_at,
                case o.status when 'CORRECTING' then
                    (select c.reason from report_correction c where c.report_id = o.id and c.closed_at is null
                     order by c.number desc limit 1)
                else r.return_reason end,
                nullif(r.edition, 0), o.receiver_name, o.lapsed_on, o.version
            from report_obligation o left join report r on r.id = o.id where o.id = any (?) order by o.unit_code, o.id""";

    private final DataSource dataSource;
    private final Outbox outbox;

    ReportFacts(DataSource dataSource, Outbox outbox) {
        this.dataSource = dataSource;
        this.outbox = outbox;
    }

    /// A notice to a sender that has not sent; see `ReportEvent`.
    public record Notice(int level, int days) {}

    /// Tells of these obligations, whose changes have been written to the database.
    public void tell(Collection<UUID> obligationIds, ReportEvent.Kind kind, Instant occurredAt) {
        tell(obligationIds, kind, null, occurredAt);
    }

    /// Tells a notice to the senders of these obligations.
    public void tellNotice(Collection<UUID> obligationIds, ReportEvent.Kind kind, Notice notice, Instant occurredAt) {
        tell(obligationIds, kind, notice, occurredAt);
    }

    private void tell(
            Collection<UUID> obligationIds, ReportEvent.Kind kind, @Nullable Notice notice, Instant occurredAt) {
        if (obligationIds.isEmpty()) {
            return;
        }
        List<Fact> facts = new ArrayList<>(obligationIds.size());
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(STATES)) {
            statement.setArray(1, connection.createArrayOf("uuid", obligationIds.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    facts.add(state(rows, notice).as(kind, occurredAt));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read what became of reports", e);
        }
        outbox.append(facts);
    }

    private static ReportEvent state(ResultSet rows, @Nullable Notice notice) throws SQLException {
        UUID id = rows.getObject(1, UUID.class);
        Instant openedAt = instant(rows, 11);
        if (openedAt == null) {
            throw new IllegalStateException("an obligation was opened at some time");
        }
        return new ReportEvent(
                id,
                id,
                rows.getObject(2, UUID.class),
                rows.getObject(3, UUID.class),
                rows.getString(4),
                rows.getString(5),
                rows.getString(6),
                rows.getString(7),
                rows.getObject(8, LocalDate.class),
                rows.getObject(9, LocalDate.class),
                rows.getObject(10, LocalDate.class),
                openedAt,
                instant(rows, 12),
                instant(rows, 13),
                instant(rows, 14),
                instant(rows, 15),
                rows.getString(16),
                rows.getObject(17, Integer.class),
                rows.getString(18),
                rows.getObject(19, LocalDate.class),
                notice == null ? null : notice.level(),
                notice == null ? null : notice.days(),
                rows.getLong(20));
    }

    private static @Nullable Instant instant(ResultSet rows, int column) throws SQLException {
        OffsetDateTime value = rows.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
