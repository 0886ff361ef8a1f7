package vn.monitoring.indicator.grade;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.monitoring.indicator.grading.PathPoint;
import vn.monitoring.kit.problem.ProblemMapper;

/// Points of paths that people entered; each change is kept as a version.
@ApplicationScoped
class StatedPaths {

    private static final TypeReference<List<PathPoint>> POINTS = new TypeReference<>() {};

    /// The points as they stand.
    ///
    /// @param version 1 for the first statement
    @Schema(name = "StatedPath")
    record StatedPath(List<PathPoint> points, String source, String statedBy, Instant statedAt, long version) {}

    private final DataSource dataSource;
    private final ObjectMapper json;

    StatedPaths(DataSource dataSource, ObjectMapper json) {
        this.dataSource = dataSource;
        this.json = json;
    }

    Optional<StatedPath> find(UUID indicatorId) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        select points, source, stated_by, stated_at, version from stated_path
                        where indicator_id = ? and replaced_at is null""")) {
            statement.setObject(1, indicatorId);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new StatedPath(
                                json.readValue(row.getString(1), POINTS),
                                row.getString(2),
                                row.getString(3),
                                row.getTimestamp(4).toInstant(),
                                row.getLong(5)))
                        : Optional.empty();
            }
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("cannot read a stated path", e);
        }
    }

    /// Puts the path in the place of the one of the version before.
    ///
    /// @throws vn.monitoring.kit.problem.Problem 412 when another one was stated meanwhile
    void replace(UUID indicatorId, StatedPath path) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement close = connection.prepareStatement("""
                        update stated_path set replaced_at = ?
                        where indicator_id = ? and version = ? and replaced_at is null""");
                PreparedStatement insert = connection.prepareStatement("""
                        insert into stated_path (indicator_id, version, points, source, stated_by, stated_at)
                        values (?, ?, ?::json, ?, ?, ?) on conflict do nothing""")) {
            close.setTimestamp(1, Timestamp.from(path.statedAt()));
            close.setObject(2, indicatorId);
            close.setLong(3, path.version() - 1);
            close.executeUpdate();
            insert.setObject(1, indicatorId);
            insert.setLong(2, path.version());
            insert.setString(3, json.writeValueAsString(path.points()));
            insert.setString(4, path.source());
            insert.setString(5, path.statedBy());
            insert.setTimestamp(6, Timestamp.from(path.statedAt()));
            if (insert.executeUpdate() == 0) {
                throw ProblemMapper.stale();
            }
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("cannot store a stated path", e);
        }
    }
}
