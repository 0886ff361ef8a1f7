package vn.monitoring.indicator.central;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.monitoring.indicator.figure.CountedFigures;
import vn.monitoring.kit.calendar.Period;
import vn.monitoring.kit.web.Cursor;
import vn.monitoring.kit.web.Page;

/// The marks, appended by the set.
@ApplicationScoped
class CentralUpdates {

    private static final String APPEND = """
            insert into central_update (update_id, unit_code, canonical_code, period, measurement_id, revision, numerator,
                denominator, value, as_of, updated_on, note, marked_by, marked_at)
            select cast(? as uuid), c.unit_code, c.canonical_code, c.period, c.measurement_id, c.revision, c.numerator,
                c.denominator, c.value, c.as_of, cast(? as date), cast(? as text), cast(? as text), cast(? as timestamptz)
            from %s
            where (cast(? as text[]) is null or c.canonical_code = any (cast(? as text[])))
                and (cast(? as uuid[]) is null or c.measurement_id = any (cast(? as uuid[])))
            """.formatted(CountedFigures.TABLE);

    private static final String LIST = """
            select k.*, not exists (select from central_update later where later.unit_code = k.unit_code
                    and later.canonical_code = k.canonical_code and later.period = k.period and later.id > k.id) as latest,
                not exists (select from verified_figure v where v.measurement_id = k.measurement_id
                    and v.revision = k.revision) as stale,
                m.status <> 'VERIFIED' as revision_waits
            from central_update k
            join measurement m on m.id = k.measurement_id
            join indicator i on i.id = m.indicator_id
            join unit u on u.code = i.responsible_unit_code
            where u.path <@ any (cast(? as ltree[]))
                and (cast(? as text) is null or u.path <@ (select path from unit where code = ?))
                and (cast(? as text) is null or k.period = ?)
                and (cast(? as bigint) is null or k.id < ?)
            order by k.id desc limit ?""";

    private final DataSource dataSource;

    CentralUpdates(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /// Who marks, and when.
    record Mark(UUID updateId, String by, Instant at) {}

    /// Marks the counted figures that the request means, in the caller's transaction; how many they
    /// were.
    int append(CentralUpdateRequest request, String paths, Mark mark) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(APPEND)) {
            insert.setObject(1, mark.updateId());
            insert.setObject(2, request.updatedOn());
            insert.setString(3, request.note());
            insert.setString(4, mark.by());
            insert.setObject(5, mark.at().atOffset(ZoneOffset.UTC));
            @Nullable Object[] figures = CountedFigures.parameters(paths, request.unitCode(), request.period());
            for (int i = 0; i < figures.length; i++) {
                insert.setObject(6 + i, figures[i]);
            }
            int next = 6 + figures.length;
            setArray(insert, next, "text", request.canonicalCodes());
            setArray(insert, next + 2, "uuid", request.measurementIds());
            return insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot mark figures", e);
        }
    }

    private static void setArray(PreparedStatement statement, int index, String type, @Nullable Collection<?> values)
            throws SQLException {
        for (int i = index; i < index + 2; i++) {
            statement.setArray(
                    i, values == null ? null : statement.getConnection().createArrayOf(type, values.toArray()));
        }
    }

    /// What was named and not found among the figures that were marked.
    Set<String> missing(CentralUpdateRequest request, UUID updateId) {
        Set<String> missing = new LinkedHashSet<>();
        if (request.canonicalCodes() != null) {
            missing.addAll(request.canonicalCodes());
        }
        if (request.measurementIds() != null) {
            request.measurementIds().forEach(id -> missing.add(id.toString()));
        }
        if (missing.isEmpty()) {
            return missing;
        }
        Set<String> marked = new HashSet<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select distinct canonical_code, measurement_id::text from central_update where update_id = ?")) {
            select.setObject(1, updateId);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    marked.add(request.measurementIds() == null ? row.getString(1) : row.getString(2));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read marks", e);
        }
        missing.removeAll(marked);
        return missing;
    }

    /// Newest first, within the given tree paths.
    Page<CentralUpdate> list(
            String paths, @Nullable String unitCode, @Nullable Period period, @Nullable Cursor after, int limit) {
        Long before = after == null ? null : after.number(0);
        String key = period == null ? null : period.key();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(LIST)) {
            select.setString(1, paths);
            select.setString(2, unitCode);
            select.setString(3, unitCode);
            select.setString(4, key);
            select.setString(5, key);
            select.setObject(6, before);
            select.setObject(7, before);
            select.setInt(8, limit + 1);
            List<CentralUpdate> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(read(row));
                }
            }
            return Page.of(found, limit, last -> Cursor.at(last.id()));
        } catch (SQLException e) {
            throw new IllegalStateException("cannot list marks", e);
        }
    }

    private static CentralUpdate read(ResultSet row) throws SQLException {
        return new CentralUpdate(
                row.getLong("id"),
                row.getObject("update_id", UUID.class),
                row.getString("unit_code"),
                row.getString("canonical_code"),
                row.getString("period"),
                row.getObject("measurement_id", UUID.class),
                row.getInt("revision"),
                row.getBigDecimal("numerator"),
                row.getBigDecimal("denominator"),
                row.getBigDecimal("value"),
                row.getObject("as_of", LocalDate.class),
                row.getObject("updated_on", LocalDate.class),
                row.getString("note"),
                row.getString("marked_by"),
                row.getObject("marked_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("latest"),
                row.getBoolean("stale"),
                row.getBoolean("revision_waits"));
    }
}
