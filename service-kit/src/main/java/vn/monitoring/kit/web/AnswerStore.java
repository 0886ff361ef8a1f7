package vn.monitoring.kit.web;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// The answers already given under an idempotency key, kept 24 hours.
@ApplicationScoped
class AnswerStore {

    @SuppressWarnings("ArrayRecordComponent")
    record StoredAnswer(
            byte[] fingerprint,
            int status,
            @Nullable String location,
            @Nullable String etag,
            @Nullable String body) {}

    private final DataSource dataSource;

    AnswerStore(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /// Reserves the key until the end of the transaction; false while another transaction has it.
    boolean lock(String owner, String key) {
        return query(
                "select pg_try_advisory_xact_lock(hashtextextended(? || chr(31) || ?, 0))",
                owner,
                key,
                rows -> rows.next() && rows.getBoolean(1));
    }

    Optional<StoredAnswer> find(String owner, String key) {
        return query(
                """
                select fingerprint, status, location, etag, body from idempotent_answer
                where owner = ? and key = ? and answered_at > now() - interval '24 hours'""",
                owner,
                key,
                rows -> rows.next()
                        ? Optional.of(new StoredAnswer(
                                rows.getBytes(1),
                                rows.getInt(2),
                                rows.getString(3),
                                rows.getString(4),
                                rows.getString(5)))
                        : Optional.empty());
    }

    void store(String owner, String key, StoredAnswer answer) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into idempotent_answer (owner, key, fingerprint, status, location, etag, body)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (owner, key) do update set fingerprint = excluded.fingerprint,
                            status = excluded.status, location = excluded.location, etag = excluded.etag,
                            body = excluded.body, answered_at = now()""")) {
            insert.setString(1, owner);
            insert.setString(2, key);
            insert.setBytes(3, answer.fingerprint());
            insert.setInt(4, answer.status());
            insert.setString(5, answer.location());
            insert.setString(6, answer.etag());
            insert.setString(7, answer.body());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot store an answer", e);
        }
    }

    @Scheduled(every = "1h", delayed = "1m", identity = "forget-old-answers")
    void forgetOld() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement delete = connection.prepareStatement(
                        "delete from idempotent_answer where answered_at <= now() - interval '24 hours'")) {
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot forget old answers", e);
        }
    }

    private <T> T query(String sql, String owner, String key, RowReader<T> reader) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, owner);
            statement.setString(2, key);
            try (ResultSet rows = statement.executeQuery()) {
                return reader.read(rows);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read stored answers", e);
        }
    }

    @FunctionalInterface
    private interface RowReader<T> {
        T read(ResultSet rows) throws SQLException;
    }
}
