package vn.monitoring.report.edition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import vn.monitoring.kit.sql.Rows;

/// Editions and their files in the database, where rows are only ever inserted.
@ApplicationScoped
class EditionStore {

    /// Of each file all but its bytes: the bytes are fetched one file at a time.
    private static final String SELECT = """
            select e.*, coalesce((select json_agg(json_build_object('format', f.format, 'name', f.name,
                    'mediaType', f.media_type, 'size', f.size, 'sha256', f.sha256)
                    order by array_position(array['PDF', 'DOCX', 'XLSX', 'JSON', 'JADES'], f.format))
                from report_edition_file f where f.report_id = e.report_id and f.number = e.number), '[]')::text as files
            from report_edition e
            """;

    private final Rows rows;
    private final ObjectMapper json;

    EditionStore(Rows rows, ObjectMapper json) {
        this.rows = rows;
        this.json = json;
    }

    void insert(Edition edition) {
        rows.change(
                """
                insert into report_edition (report_id, number, unit_code, document_number, symbol, year, notation, title,
                    issued_on, issued_at, issued_by, reason, differences, content_sha256, previous_sha256)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), ?, ?)""",
                edition.reportId(),
                edition.number(),
                edition.unitCode(),
                edition.documentNumber(),
                edition.symbol(),
                edition.year(),
                edition.notation(),
                edition.title(),
                edition.issuedOn(),
                edition.issuedAt(),
                edition.issuedBy(),
                edition.reason(),
                text(edition.differences()),
                edition.contentSha256(),
                edition.previousSha256());
    }

    void insert(UUID reportId, int number, Edition.File file, byte[] content) {
        rows.change(
                """
                insert into report_edition_file (report_id, number, format, name, media_type, size, sha256, content)
                values (?, ?, ?, ?, ?, ?, ?, ?)""",
                reportId,
                number,
                file.format().name(),
                file.name(),
                file.mediaType(),
                file.size(),
                file.sha256(),
                content);
    }

    /// Oldest first.
    List<Edition> list(UUID reportId) {
        return rows.list(SELECT + "where e.report_id = ? order by e.number", this::read, reportId);
    }

    Optional<Edition> find(UUID reportId, int number) {
        return rows.list(SELECT + "where e.report_id = ? and e.number = ?", this::read, reportId, number).stream()
                .findFirst();
    }

    Optional<Edition> findLatest(UUID reportId) {
        return rows.list(SELECT + "where e.report_id = ? order by e.number desc limit 1", this::read, reportId).stream()
                .findFirst();
    }

    Optional<Edition> findByDocument(String unitCode, String symbol, int year, int documentNumber) {
        return rows
                .list(
                        SELECT + "where e.unit_code = ? and e.symbol = ? and e.year = ? and e.document_number = ?",
                        this::read,
                        unitCode,
                        symbol,
                        year,
                        documentNumber)
                .stream()
                .findFirst();
    }

    /// The edition whose signed PDF has this digest.
    Optional<Edition> findByPdf(String sha256) {
        return rows.list(SELECT + """
                where (e.report_id, e.number) in (select f.report_id, f.number from report_edition_file f
                    where f.sha256 = ? and f.format = 'PDF')""", this::read, sha256).stream().findFirst();
    }

    Optional<byte[]> findContent(UUID reportId, int number, EditionFormat format) {
        return rows
                .list(
                        "select content from report_edition_file where report_id = ? and number = ? and format = ?",
                        row -> row.getBytes(1),
                        reportId,
                        number,
                        format.name())
                .stream()
                .findFirst();
    }

    /// Whether there is such a report of a unit in one of these subtrees.
    boolean isVisible(UUID reportId, String paths) {
        return !rows.list("""
                        select 1 from report r join report_obligation o on o.id = r.id join unit u on u.code = o.unit_code
                        where r.id = ? and u.path <@ any (cast(? as ltree[]))""", row -> row.getInt(1), reportId, paths).isEmpty();
    }

    private Edition read(ResultSet row) throws SQLException {
        return new Edition(
                row.getObject("report_id", UUID.class),
                row.getInt("number"),
                row.getString("unit_code"),
                row.getInt("document_number"),
                row.getString("symbol"),
                row.getInt("year"),
                row.getString("notation"),
                row.getString("title"),
                row.getObject("issued_on", LocalDate.class),
                Objects.requireNonNull(Rows.instant(row, "issued_at")),
                row.getString("issued_by"),
                row.getString("reason"),
                listOf(Difference.class, row.getString("differences")),
                row.getString("content_sha256"),
                row.getString("previous_sha256"),
                listOf(Edition.File.class, row.getString("files")));
    }

    private String text(List<Difference> differences) {
        try {
            return json.writeValueAsString(differences);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private <T> List<T> listOf(Class<T> type, String text) {
        try {
            return json.readerForListOf(type).readValue(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an edition's row is no JSON", e);
        }
    }
}
