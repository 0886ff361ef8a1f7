package vn.monitoring.task.deliverable;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.file.ReceivedFile;

/// The rows of deliverables, their content apart.
@ApplicationScoped
class DeliverableStore {

    /// A file to be downloaded.
    @SuppressWarnings("ArrayRecordComponent")
    record StoredFile(String fileName, String mediaType, byte[] content) {}

    private final DataSource dataSource;

    DeliverableStore(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /// @param file the content of a deliverable that is a file
    void insert(Deliverable deliverable, @Nullable ReceivedFile file) {
        try (Connection connection = dataSource.getConnection()) {
            try (PreparedStatement insert = connection.prepareStatement("""
                    insert into deliverable (id, task_id, kind, title, document_number, issued_on, file_name, media_type,
                        size, sha256, received_at, by_username)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
                insert.setObject(1, deliverable.id());
                insert.setObject(2, deliverable.taskId());
                insert.setString(3, deliverable.kind().name());
                insert.setString(4, deliverable.title());
                insert.setString(5, deliverable.documentNumber());
                insert.setObject(6, deliverable.issuedOn());
                insert.setString(7, deliverable.fileName());
                insert.setString(8, deliverable.mediaType());
                insert.setObject(9, deliverable.size());
                insert.setString(10, deliverable.sha256());
                insert.setObject(11, deliverable.receivedAt().atOffset(ZoneOffset.UTC));
                insert.setString(12, deliverable.by());
                insert.executeUpdate();
            }
            if (file != null) {
                try (PreparedStatement insert = connection.prepareStatement(
                                "insert into deliverable_content (deliverable_id, content) values (?, ?)");
                        InputStream content = Files.newInputStream(file.content())) {
                    insert.setObject(1, deliverable.id());
                    insert.setBinaryStream(2, content, file.size());
                    insert.executeUpdate();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot store a deliverable of task " + deliverable.taskId(), e);
        }
    }

    /// In the order in which they came.
    List<Deliverable> list(UUID taskId) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select id, kind, title, document_number, issued_on, file_name, media_type, size, sha256,
                            received_at, by_username
                        from deliverable where task_id = ? order by received_at, id""")) {
            select.setObject(1, taskId);
            try (ResultSet rows = select.executeQuery()) {
                List<Deliverable> deliverables = new ArrayList<>();
                while (rows.next()) {
                    deliverables.add(new Deliverable(
                            rows.getObject(1, UUID.class),
                            taskId,
                            Deliverable.Kind.valueOf(rows.getString(2)),
                            rows.getString(3),
                            rows.getString(4),
                            rows.getObject(5, LocalDate.class),
                            rows.getString(6),
                            rows.getString(7),
                            rows.getObject(8, Integer.class),
                            rows.getString(9),
                            rows.getObject(10, OffsetDateTime.class).toInstant(),
                            rows.getString(11)));
                }
                return deliverables;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the deliverables of task " + taskId, e);
        }
    }

    Optional<StoredFile> findFile(UUID taskId, UUID id) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select d.file_name, d.media_type, c.content
                        from deliverable d join deliverable_content c on c.deliverable_id = d.id
                        where d.task_id = ? and d.id = ?""")) {
            select.setObject(1, taskId);
            select.setObject(2, id);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next()
                        ? Optional.of(new StoredFile(rows.getString(1), rows.getString(2), rows.getBytes(3)))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read deliverable " + id, e);
        }
    }
}
