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
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.monitoring.report.fact.Figures;
import vn.monitoring.report.fact.FrozenFigures;
import vn.monitoring.report.regime.Section;

/// The rows under a report: sections with their revisions, frozen figures, reviews. All within the caller's
/// transaction.
@ApplicationScoped
class ReportContents {

    private final DataSource dataSource;
    private final FrozenFigures frozen;

    ReportContents(DataSource dataSource, FrozenFigures frozen) {
        this.dataSource = dataSource;
        this.frozen = frozen;
    }

    Figures figures(UUID reportId) {
        return frozen.of(reportId);
    }

    List<StoredSection> sections(UUID reportId) {
        return list(
                """
                select key, title, content, generated_text, coalesce(edited_text, generated_text), revision, edited_at, edited_by
                from report_section where report_id = ? order by ordinal, key""",
                statement -> statement.setObject(1, reportId),
                rows -> new StoredSection(
                        rows.getString(1),
                        rows.getString(2),
                        Section.Content.valueOf(rows.getString(3)),
                        rows.getString(4),
                        rows.getString(5),
                        rows.getInt(6),
                        instant(rows, 7),
                        rows.getString(8)));
    }

    /// A section `<key>-gathered` behind the one of that content; without text only one that is there is emptied.
    void putGathered(UUID reportId, Section.Content after, String title, String text) {
        write("""
                insert into report_section as gathered (report_id, key, ordinal, title, content, generated_text, revision)
                select report_id, key || '-gathered', ordinal, ?, 'FREE', ?, 0 from report_section
                where report_id = ? and content = ? and (? <> '' or exists (
                    select 1 from report_section there where there.report_id = report_section.report_id
                    and there.key = report_section.key || '-gathered'))
                on conflict (report_id, key) do update set generated_text = excluded.generated_text""", title, text, reportId, after.name(), text);
    }

    /// Writes the generated texts anew, by section; gathered ones and those that begin empty stay as they are.
    void rewrite(UUID reportId, Map<String, String> texts) {
        texts.forEach((key, text) -> write("""
                update report_section set generated_text = ?
                where report_id = ? and key = ? and content <> 'FREE' and generated_text <> ?""", text, reportId, key, text));
    }

    Optional<StoredSection> findSection(UUID reportId, String key) {
        return sections(reportId).stream()
                .filter(section -> section.key().equals(key))
                .findFirst();
    }

    /// Writes a new text and keeps it as a revision.
    void edit(UUID reportId, StoredSection section, String text, Instant now, String username) {
        int revision = section.revision() + 1;
        write(
                "update report_section set edited_text = ?, revision = ?, edited_at = ?, edited_by = ? where report_id = ? and key = ?",
                text,
                revision,
                now.atOffset(ZoneOffset.UTC),
                username,
                reportId,
                section.key());
        write(
                "insert into report_section_revision (report_id, key, revision, text, edited_at, edited_by) values (?, ?, ?, ?, ?, ?)",
                reportId,
                section.key(),
                revision,
                text,
                now.atOffset(ZoneOffset.UTC),
                username);
    }

    List<StoredSection.Revision> revisions(UUID reportId, String key) {
        return list(
                """
                select revision, text, edited_at, edited_by from report_section_revision
                where report_id = ? and key = ? order by revision""",
                statement -> {
                    statement.setObject(1, reportId);
                    statement.setString(2, key);
                },
                rows -> new StoredSection.Revision(
                        rows.getInt(1),
                        rows.getString(2),
                        rows.getObject(3, OffsetDateTime.class).toInstant(),
                        rows.getString(4)));
    }

    void addReturn(Report report, String reason, Instant submittedAt, Instant now, String username) {
        write(
                """
                insert into report_review (report_id, number, outcome, edition, reason, submitted_at, decided_at, decided_by)
                select ?, count(*) + 1, 'RETURNED', ?, ?, ?, ?, ? from report_review where report_id = ?""",
                report.id(),
                report.edition(),
                reason,
                submittedAt.atOffset(ZoneOffset.UTC),
                now.atOffset(ZoneOffset.UTC),
                username,
                report.id());
    }

    List<Review> reviews(UUID reportId) {
        return list(
                """
                select number, outcome, edition, reason, submitted_at, decided_at, decided_by from report_review
                where report_id = ? order by number""",
                statement -> statement.setObject(1, reportId),
                rows -> new Review(
                        rows.getInt(1),
                        Review.Outcome.valueOf(rows.getString(2)),
                        rows.getInt(3),
                        rows.getString(4),
                        rows.getObject(5, OffsetDateTime.class).toInstant(),
                        rows.getObject(6, OffsetDateTime.class).toInstant(),
                        rows.getString(7)));
    }

    private void write(String sql, @Nullable Object... values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int index = 0; index < values.length; index++) {
                statement.setObject(index + 1, values[index]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot write a report", e);
        }
    }

    private <T> List<T> list(String sql, Binder binder, RowReader<T> reader) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            binder.bind(statement);
            List<T> items = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    items.add(reader.read(rows));
                }
            }
            return items;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read a report", e);
        }
    }

    private static @Nullable Instant instant(ResultSet rows, int column) throws SQLException {
        OffsetDateTime value = rows.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private interface Binder {
        void bind(PreparedStatement statement) throws SQLException;
    }

    private interface RowReader<T> {
        T read(ResultSet rows) throws SQLException;
    }
}
