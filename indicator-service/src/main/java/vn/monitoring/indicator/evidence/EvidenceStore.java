package vn.monitoring.indicator.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.calendar.Period;
import vn.monitoring.kit.file.ReceivedFile;

/// The rows of evidence, their content apart. Does not check the caller's scope.
@ApplicationScoped
class EvidenceStore {

    /// Parts of a file are read by position, so that a download holds one of them and not the file.
    static final String CONTENT_PART = "select substring(content from ? for " + EvidenceStore.PART_BYTES
            + ") from evidence_content where evidence_id = ?";

    static final int PART_BYTES = 1 << 20;

    private static final String COLUMNS = """
            id, measurement_id, revision, file_name, original_name, media_type, size, sha256, uploaded_by, uploaded_at""";

    private static final String MEASUREMENT = """
            select m.revision, m.period, i.responsible_unit_code, m.submitter_units, m.status = 'VERIFIED'
            from measurement m join indicator i on i.id = m.indicator_id
            where m.id = ?""";

    private final DataSource dataSource;

    EvidenceStore(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    Optional<MeasurementUnderProof> findMeasurement(UUID id) {
        return measurement(MEASUREMENT, id);
    }

    /// Holds back every change of the measurement until the end of the transaction.
    Optional<MeasurementUnderProof> findLockedMeasurement(UUID id) {
        return measurement(MEASUREMENT + " for update of m", id);
    }

    private Optional<MeasurementUnderProof> measurement(String sql, UUID id) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                return Optional.of(new MeasurementUnderProof(
                        id,
                        row.getInt(1),
                        Period.of(row.getString(2)),
                        row.getString(3),
                        List.of((String[]) row.getArray(4).getArray()),
                        row.getBoolean(5)));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read measurement " + id, e);
        }
    }

    void insert(Evidence evidence, ReceivedFile file) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into evidence (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
                PreparedStatement insertContent = connection.prepareStatement(
                        "insert into evidence_content (evidence_id, content) values (?, ?)");
                InputStream content = Files.newInputStream(file.content())) {
            insert.setObject(1, evidence.id());
            insert.setObject(2, evidence.measurementId());
            insert.setInt(3, evidence.revision());
            insert.setString(4, evidence.fileName());
            insert.setString(5, evidence.originalName());
            insert.setString(6, evidence.mediaType());
            insert.setInt(7, evidence.size());
            insert.setString(8, evidence.sha256());
            insert.setString(9, evidence.uploadedBy());
            insert.setObject(10, evidence.uploadedAt().atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
            insertContent.setObject(1, evidence.id());
            insertContent.setBinaryStream(2, content, file.size());
            insertContent.executeUpdate();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot store evidence of measurement " + evidence.measurementId(), e);
        }
    }

    /// In the order in which they came.
    List<Evidence> list(UUID measurementId) {
        return query(measurementId, null);
    }

    Optional<Evidence> find(UUID measurementId, UUID id) {
        return query(measurementId, id).stream().findFirst();
    }

    private List<Evidence> query(UUID measurementId, @Nullable UUID id) {
        String sql = "select " + COLUMNS + " from evidence where measurement_id = ?"
                + (id == null ? " order by uploaded_at, id" : " and id = ?");
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, measurementId);
            if (id != null) {
                select.setObject(2, id);
            }
            try (ResultSet row = select.executeQuery()) {
                List<Evidence> found = new ArrayList<>();
                while (row.next()) {
                    found.add(read(row));
                }
                return found;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the evidence of measurement " + measurementId, e);
        }
    }

    private static Evidence read(ResultSet row) throws SQLException {
        return new Evidence(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getInt(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getInt(7),
                row.getString(8),
                row.getString(9),
                row.getObject(10, OffsetDateTime.class).toInstant());
    }

    /// Whether a figure was verified with this evidence at hand: its revision or a later one.
    boolean provesVerifiedFigure(Evidence evidence) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select exists (select from verified_figure where measurement_id = ? and revision >= ?)""")) {
            select.setObject(1, evidence.measurementId());
            select.setInt(2, evidence.revision());
            try (ResultSet row = select.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read what was verified with evidence " + evidence.id(), e);
        }
    }

    void delete(UUID id) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement delete = connection.prepareStatement("delete from evidence where id = ?")) {
            delete.setObject(1, id);
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot remove evidence " + id, e);
        }
    }
}
