package vn.monitoring.report.regime;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/// Keeps every revision of every regime; they are only added to. Within the caller's transaction.
@ApplicationScoped
class RegimeRevisions {

    private final DataSource dataSource;
    private final ObjectMapper json;

    RegimeRevisions(DataSource dataSource, ObjectMapper json) {
        this.dataSource = dataSource;
        this.json = json;
    }

    void add(UUID regimeId, RegimeRevision revision) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        insert into report_regime_revision (regime_id, revision, settings, set_at, set_by)
                        values (?, ?, ?::jsonb, ?, ?)""")) {
            statement.setObject(1, regimeId);
            statement.setInt(2, revision.revision());
            statement.setString(3, json.writeValueAsString(revision.settings()));
            statement.setObject(4, revision.setAt().atOffset(ZoneOffset.UTC));
            statement.setString(5, revision.setBy());
            statement.executeUpdate();
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("cannot keep a revision of a regime", e);
        }
    }

    List<RegimeRevision> list(UUID regimeId) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        select revision, settings::text, set_at, set_by from report_regime_revision
                        where regime_id = ? order by revision""")) {
            statement.setObject(1, regimeId);
            List<RegimeRevision> revisions = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    revisions.add(new RegimeRevision(
                            rows.getInt(1),
                            json.readValue(rows.getString(2), RegimeSettings.class),
                            rows.getObject(3, OffsetDateTime.class).toInstant(),
                            rows.getString(4)));
                }
            }
            return revisions;
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("cannot read the revisions of a regime", e);
        }
    }
}
