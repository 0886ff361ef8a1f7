package vn.monitoring.report.consolidation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Keeps consolidations. Within the caller's transaction.
@ApplicationScoped
class ConsolidationStore {

    private static final String CONSOLIDATE = """
            update report_obligation set status = 'CONSOLIDATED', consolidated_in = ?, version = version + 1
            where id in (
                select o.id from report_obligation o join report_source s on s.child_id = o.id join report r on r.id = o.id
                where s.report_id = ? and o.status = 'ACCEPTED' and r.accepted_edition = s.edition
                order by o.id for update of o)
            returning id""";

    private final DataSource dataSource;
    private final ObjectMapper json;

    ConsolidationStore(DataSource dataSource, ObjectMapper json) {
        this.dataSource = dataSource;
        this.json = json;
    }

    /// Keeps a report's consolidation in place of the one before.
    void put(UUID reportId, Merged merged, List<Children.Owed> sources, Instant now, String username) {
        try (Connection connection = dataSource.getConnection()) {
            write(connection, "delete from report_source where report_id = ?", reportId);
            write(connection, """
                    insert into report_consolidation (report_id, made_at, made_by, merged) values (?, ?, ?, ?::jsonb)
                    on conflict (report_id) do update set made_at = excluded.made_at, made_by = excluded.made_by,
                        merged = excluded.merged""", reportId, now.atOffset(ZoneOffset.UTC), username, json.writeValueAsString(merged));
            write(
                    connection,
                    "insert into report_source (report_id, child_id, edition) select ?, child, edition from unnest(?, ?) as s (child, edition)",
                    reportId,
                    connection.createArrayOf(
                            "uuid", sources.stream().map(Children.Owed::id).toArray()),
                    connection.createArrayOf(
                            "int4",
                            sources.stream().map(Children.Owed::acceptedEdition).toArray()));
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("cannot keep the consolidation of " + reportId, e);
        }
    }

    Optional<Consolidation> find(UUID reportId) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "select made_at, made_by, merged::text from report_consolidation where report_id = ?")) {
            statement.setObject(1, reportId);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                return Optional.of(new Consolidation(
                        reportId,
                        row.getObject(1, OffsetDateTime.class).toInstant(),
                        row.getString(2),
                        json.readValue(row.getString(3), Merged.class),
                        sources(connection, reportId)));
            }
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("cannot read the consolidation of " + reportId, e);
        }
    }

    /// Marks the reports in it whose accepted edition is the one that went in; their ids.
    List<UUID> markConsolidated(UUID reportId) {
        List<UUID> marked = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(CONSOLIDATE)) {
            statement.setObject(1, reportId);
            statement.setObject(2, reportId);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    marked.add(rows.getObject(1, UUID.class));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot mark what went into " + reportId, e);
        }
        return marked;
    }

    private static List<Consolidation.Source> sources(Connection connection, UUID reportId) throws SQLException {
        List<Consolidation.Source> sources = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("""
                select s.child_id, o.unit_code, u.name, s.edition, r.accepted_edition
                from report_source s join report_obligation o on o.id = s.child_id join report r on r.id = s.child_id
                join unit u on u.code = o.unit_code where s.report_id = ? order by o.unit_code, s.child_id""")) {
            statement.setObject(1, reportId);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    int edition = rows.getInt(4);
                    Integer accepted = rows.getObject(5, Integer.class);
                    sources.add(new Consolidation.Source(
                            rows.getObject(1, UUID.class),
                            rows.getString(2),
                            rows.getString(3),
                            edition,
                            accepted,
                            accepted != null && accepted > edition));
                }
            }
        }
        return sources;
    }

    private static void write(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int index = 0; index < values.length; index++) {
                statement.setObject(index + 1, values[index]);
            }
            statement.executeUpdate();
        }
    }
}
