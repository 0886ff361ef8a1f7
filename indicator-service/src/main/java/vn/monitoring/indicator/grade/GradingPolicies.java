package vn.monitoring.indicator.grade;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.monitoring.indicator.grading.GradingPolicy;

/// The versions of the grading policy; the newest one grades. A version is never changed.
@ApplicationScoped
class GradingPolicies {

    /// A version as it was decided.
    ///
    /// @param decisionDocument null for the one that the platform starts with
    @Schema(name = "GradingPolicy")
    record Version(
            int version,
            PolicySettings settings,
            String decidedBy,
            @Nullable String decisionDocument,
            Instant inForceFrom) {}

    private final DataSource dataSource;
    private final ObjectMapper json;

    GradingPolicies(DataSource dataSource, ObjectMapper json) {
        this.dataSource = dataSource;
        this.json = json;
    }

    GradingPolicy current() {
        Version newest = list(Integer.MAX_VALUE, 1).getFirst();
        return policy(newest);
    }

    /// As the rules take it. What an old version does not name is as in the first policy.
    static GradingPolicy policy(Version version) {
        return version.settings().over(GradingPolicy.FIRST, version.version());
    }

    Optional<Version> find(int version) {
        return list(version, 1).stream()
                .filter(found -> found.version() == version)
                .findFirst();
    }

    /// Newest first.
    ///
    /// @param upTo the highest version to be listed
    List<Version> list(long upTo, int limit) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        select version, settings, decided_by, decision_document, in_force_from from grading_policy
                        where version <= ? order by version desc limit ?""")) {
            statement.setLong(1, upTo);
            statement.setInt(2, limit);
            List<Version> versions = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    versions.add(new Version(
                            row.getInt(1),
                            json.readValue(row.getString(2), PolicySettings.class),
                            row.getString(3),
                            row.getString(4),
                            row.getTimestamp(5).toInstant()));
                }
            }
            return versions;
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("cannot read the grading policies", e);
        }
    }

    /// Adds a version after the newest one; in a transaction, one writer after the other.
    ///
    /// @throws vn.monitoring.kit.problem.Problem 422 for settings out of their bounds
    Version add(PolicySettings settings, String decidedBy, String decisionDocument, Instant at) {
        try (Connection connection = dataSource.getConnection()) {
            try (Statement lock = connection.createStatement()) {
                lock.execute("lock table grading_policy in share row exclusive mode");
            }
            GradingPolicy newest = current();
            GradingPolicy policy = settings.over(newest, newest.version() + 1);
            Version version = new Version(policy.version(), PolicySettings.of(policy), decidedBy, decisionDocument, at);
            try (PreparedStatement insert = connection.prepareStatement("""
                    insert into grading_policy (version, settings, decided_by, decision_document, in_force_from)
                    values (?, ?::jsonb, ?, ?, ?)""")) {
                insert.setInt(1, version.version());
                insert.setString(2, json.writeValueAsString(version.settings()));
                insert.setString(3, decidedBy);
                insert.setString(4, decisionDocument);
                insert.setTimestamp(5, Timestamp.from(at));
                insert.executeUpdate();
            }
            return version;
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("cannot add a grading policy", e);
        }
    }
}
