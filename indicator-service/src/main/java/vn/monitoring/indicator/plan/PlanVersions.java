package vn.monitoring.indicator.plan;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.monitoring.indicator.unit.Block;

/// The versions of plans: what each said of itself, when, and by which document. An append-only table.
@ApplicationScoped
class PlanVersions {

    private static final String SAID = """
            block, doc_type, number, title, issuer, issued_on, plan_year, horizon_start, horizon_end, milestone_years,
            legal_bases, supersedes_number, superseded_by, superseded_on, parent_plan_id, parent_number, status,
            activated_on""";

    /// Why a plan has a new version.
    enum Cause {
        IMPORTED,
        ACTIVATED,
        CORRECTED,
        SUPERSEDED,
        EXPIRED,
        /// Its unit was merged into another one, or ended: the plan is expired with it.
        UNIT_CEASED,
        /// The plan above it, named by its number, has come in.
        LINKED
    }

    private final DataSource dataSource;

    PlanVersions(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /// Keeps the plans as they now stand; call it after the flush that wrote them. A version that is kept already is
    /// left alone.
    void record(Collection<Plan> plans, Cause cause, @Nullable String decisionDocument, String by, Instant at) {
        if (plans.isEmpty()) {
            return;
        }
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into plan_version (plan_id, version, cause, %1$s, decision_document, recorded_by, recorded_at)
                        select id, version, ?, %1$s, ?, ?, ? from plan where id = any (?)
                        on conflict (plan_id, version) do nothing""".formatted(SAID))) {
            insert.setString(1, cause.name());
            insert.setString(2, decisionDocument);
            insert.setString(3, by);
            insert.setTimestamp(4, Timestamp.from(at));
            insert.setArray(
                    5,
                    connection.createArrayOf(
                            "uuid", plans.stream().map(Plan::id).toArray()));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot keep versions of plans", e);
        }
    }

    /// One page of a plan's versions, the latest first.
    ///
    /// @param before the last version of the page before
    List<PlanVersion> list(UUID planId, long before, int limit) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("select version, cause, " + SAID
                        + ", decision_document, recorded_by, recorded_at from plan_version"
                        + " where plan_id = ? and version < ? order by version desc limit ?")) {
            select.setObject(1, planId);
            select.setLong(2, before);
            select.setInt(3, limit);
            List<PlanVersion> versions = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    versions.add(read(row));
                }
            }
            return versions;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot list the versions of a plan", e);
        }
    }

    private static PlanVersion read(ResultSet row) throws SQLException {
        Array years = row.getArray("milestone_years");
        Array bases = row.getArray("legal_bases");
        return new PlanVersion(
                row.getLong("version"),
                Cause.valueOf(row.getString("cause")),
                Block.valueOf(row.getString("block")),
                row.getString("doc_type"),
                row.getString("number"),
                row.getString("title"),
                row.getString("issuer"),
                row.getObject("issued_on", LocalDate.class),
                row.getObject("plan_year", Integer.class),
                row.getObject("horizon_start", LocalDate.class),
                row.getObject("horizon_end", LocalDate.class),
                Arrays.asList((Integer[]) years.getArray()),
                Arrays.asList((String[]) bases.getArray()),
                row.getString("supersedes_number"),
                row.getObject("superseded_by", UUID.class),
                row.getObject("superseded_on", LocalDate.class),
                row.getObject("parent_plan_id", UUID.class),
                row.getString("parent_number"),
                PlanStatus.valueOf(row.getString("status")),
                row.getObject("activated_on", LocalDate.class),
                row.getString("decision_document"),
                row.getString("recorded_by"),
                row.getTimestamp("recorded_at").toInstant());
    }
}
