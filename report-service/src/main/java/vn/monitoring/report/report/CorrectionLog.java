package vn.monitoring.report.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Keeps why and by whom reports were opened. Within the caller's transaction.
@ApplicationScoped
class CorrectionLog {

    private final DataSource dataSource;

    CorrectionLog(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    void add(
            UUID reportId,
            List<ReportPart> parts,
            String reason,
            @Nullable String document,
            Instant now,
            String username,
            boolean byReceiver) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        insert into report_correction
                            (report_id, number, parts, reason, document, opened_at, opened_by, opened_by_receiver)
                        select ?, count(*) + 1, ?, ?, ?, ?, ?, ? from report_correction where report_id = ?""")) {
            statement.setObject(1, reportId);
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "text", parts.stream().map(ReportPart::code).toArray()));
            statement.setString(3, reason);
            statement.setString(4, document);
            statement.setObject(5, now.atOffset(ZoneOffset.UTC));
            statement.setString(6, username);
            statement.setBoolean(7, byReceiver);
            statement.setObject(8, reportId);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot note a correction", e);
        }
    }

    /// Ends what is open with the edition that was issued.
    void close(UUID reportId, Instant now, int edition) {
        end(reportId, now, edition);
    }

    /// Ends what is open without an edition.
    void withdraw(UUID reportId, Instant now) {
        end(reportId, now, null);
    }

    /// The reasons of what is open, oldest first.
    List<String> openReasons(UUID reportId) {
        return list(reportId).stream()
                .filter(correction -> correction.closedAt() == null)
                .map(Correction::reason)
                .toList();
    }

    List<Correction> list(UUID reportId) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        select number, parts, reason, document, opened_at, opened_by, opened_by_receiver, closed_at, edition, withdrawn
                        from report_correction where report_id = ? order by number""")) {
            statement.setObject(1, reportId);
            List<Correction> corrections = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    OffsetDateTime closedAt = rows.getObject(8, OffsetDateTime.class);
                    corrections.add(new Correction(
                            rows.getInt(1),
                            List.of((String[]) rows.getArray(2).getArray()),
                            rows.getString(3),
                            rows.getString(4),
                            rows.getObject(5, OffsetDateTime.class).toInstant(),
                            rows.getString(6),
                            rows.getBoolean(7),
                            closedAt == null ? null : closedAt.toInstant(),
                            rows.getObject(9, Integer.class),
                            rows.getBoolean(10)));
                }
            }
            return corrections;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the corrections of a report", e);
        }
    }

    private void end(UUID reportId, Instant now, @Nullable Integer edition) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        update report_correction set closed_at = ?, edition = ?, withdrawn = ?
                        where report_id = ? and closed_at is null""")) {
            statement.setObject(1, now.atOffset(ZoneOffset.UTC));
            statement.setObject(2, edition);
            statement.setBoolean(3, edition == null);
            statement.setObject(4, reportId);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot end a correction", e);
        }
    }
}
