package vn.monitoring.report.publication;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.shield.AsSystem;
import vn.monitoring.kit.snapshot.Snapshots;
import vn.monitoring.kit.sql.Rows;

/// The register and the copies in the database. What is public is read as the system: nobody signs in for it.
@ApplicationScoped
class PublicationStore {

    /// A public row at its place.
    record PlacedRow(int position, JsonNode data) {}

    /// Takes the public rows one by one.
    @FunctionalInterface
    interface RowTaker {
        void take(JsonNode row) throws IOException;
    }

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final String SELECT =
            "select p.*, u.name as unit_name from publication p join unit u on u.code = p.unit_code where ";
    private static final String IN_SIGHT = "u.path <@ any (cast(? as ltree[]))";
    private static final String IS_PUBLIC = "p.withdrawn_at is null and p.public_from <= ?";
    private static final String FILTERED = """
             and (cast(? as text) is null or u.path <@ (select path from unit where code = cast(? as text)))
            and (cast(? as text) is null or p.kind = cast(? as text))
            and (cast(? as text) is null or p.period = cast(? as text))
            and (cast(? as uuid) is null or p.id > cast(? as uuid)) order by p.id limit ?""";

    private final Rows rows;
    private final Snapshots snapshots;
    private final AsSystem asSystem;

    PublicationStore(Rows rows, Snapshots snapshots, AsSystem asSystem) {
        this.rows = rows;
        this.snapshots = snapshots;
        this.asSystem = asSystem;
    }

    void add(Publication publication, List<String> data) {
        rows.change(
                """
                insert into publication (id, kind, unit_code, period, as_at, fields, decision, licence, public_from,
                    decided_by, decided_at, row_count, version)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)""",
                publication.id(),
                publication.kind(),
                publication.unitCode(),
                publication.period(),
                publication.asAt(),
                publication.fields().toArray(String[]::new),
                publication.decision(),
                publication.licence(),
                publication.publicFrom(),
                publication.decidedBy(),
                publication.decidedAt(),
                data.size());
        rows.change("""
                insert into publication_row (publication_id, position, data)
                select ?, position, data::jsonb from unnest(?) with ordinality as one (data, position)""", publication.id(), data.toArray(String[]::new));
    }

    /// Locks what is published of this kind, unit and period now.
    Optional<Publication> findCurrent(String kind, String unitCode, String period) {
        return rows
                .list(
                        SELECT
                                + "p.kind = ? and p.unit_code = ? and p.period = ? and p.withdrawn_at is null for update of p",
                        PublicationStore::read,
                        kind,
                        unitCode,
                        period)
                .stream()
                .findFirst();
    }

    /// False when it was changed since it was read.
    boolean withdraw(Publication publication, String by, Instant at, String reason) {
        return rows.change("""
                        update publication set withdrawn_by = ?, withdrawn_at = ?, withdrawal_reason = ?, version = version + 1
                        where id = ? and version = ? and withdrawn_at is null""", by, at, reason, publication.id(), publication.version()) == 1;
    }

    Optional<Publication> find(UUID id, String paths) {
        return rows.list(SELECT + IN_SIGHT + " and p.id = ?", PublicationStore::read, paths, id).stream()
                .findFirst();
    }

    Optional<Publication> findPublic(UUID id, Instant now) {
        return asSystem
                .call(() -> rows.list(SELECT + IS_PUBLIC + " and p.id = ?", PublicationStore::read, now, id))
                .stream()
                .findFirst();
    }

    List<Publication> list(
            String paths,
            @Nullable String unit,
            @Nullable String kind,
            @Nullable String period,
            @Nullable UUID after,
            int most) {
        return rows.list(
                SELECT + IN_SIGHT + FILTERED,
                PublicationStore::read,
                paths,
                unit,
                unit,
                kind,
                kind,
                period,
                period,
                after,
                after,
                most);
    }

    List<Publication> listPublic(
            Instant now,
            @Nullable String unit,
            @Nullable String kind,
            @Nullable String period,
            @Nullable UUID after,
            int most) {
        return asSystem.call(() -> rows.list(
                SELECT + IS_PUBLIC + FILTERED,
                PublicationStore::read,
                now,
                unit,
                unit,
                kind,
                kind,
                period,
                period,
                after,
                after,
                most));
    }

    /// Of a publication that is public.
    List<PlacedRow> rows(UUID id, int after, int most) {
        return asSystem.call(() ->
                rows.list("""
                select position, data::text from publication_row where publication_id = ? and position > ?
                order by position limit ?""", row -> new PlacedRow(row.getInt(1), json(row.getString(2))), id, after, most));
    }

    /// Hands over all rows of a publication that is public, without holding them; not within a transaction.
    void forEachRow(UUID id, RowTaker taker) throws IOException {
        try {
            asSystem.run(() -> readEachRow(id, taker));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void readEachRow(UUID id, RowTaker taker) {
        try {
            snapshots.read(snapshot -> snapshot.forEach(
                    "select data::text from publication_row where publication_id = ? order by position",
                    row -> taker.take(json(row.getString(1))),
                    id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a published row is no JSON", e);
        }
    }

    private static Publication read(ResultSet row) throws SQLException {
        return new Publication(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("unit_code"),
                row.getString("unit_name"),
                row.getString("period"),
                row.getObject("as_at", LocalDate.class),
                List.of((String[]) row.getArray("fields").getArray()),
                row.getString("decision"),
                row.getString("licence"),
                Objects.requireNonNull(Rows.instant(row, "public_from")),
                row.getString("decided_by"),
                Objects.requireNonNull(Rows.instant(row, "decided_at")),
                Rows.instant(row, "withdrawn_at"),
                row.getString("withdrawal_reason"),
                row.getInt("row_count"),
                row.getLong("version"));
    }
}
