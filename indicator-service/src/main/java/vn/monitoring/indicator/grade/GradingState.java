package vn.monitoring.indicator.grade;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// The table `grading_state`: what each indicator was last graded against. Its row is the lock while grading.
@ApplicationScoped
class GradingState {

    private final DataSource dataSource;

    GradingState(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /// What an indicator was last graded against; nulls when never.
    ///
    /// @param provinceVersion of the province's sums
    /// @param marked          earliest day on which something was marked to have changed since
    record Last(
            @Nullable Long indicatorVersion,
            @Nullable Integer policyVersion,
            @Nullable LocalDate on,
            long provinceVersion,
            @Nullable LocalDate marked) {

        static final Last NEVER = new Last(null, null, null, 0, null);

        /// First day that may have to be graded differently.
        LocalDate start(IndicatorFacts now, int currentPolicy, LocalDate asked) {
            boolean same = indicatorVersion != null
                    && indicatorVersion == now.version()
                    && policyVersion != null
                    && policyVersion == currentPolicy
                    && provinceVersion == now.provinceVersion();
            if (!same || on == null) {
                return LocalDate.EPOCH;
            }
            LocalDate start = on.isBefore(asked) ? on : asked;
            return marked != null && marked.isBefore(start) ? marked : start;
        }
    }

    /// Locks the indicators in the order of their ids until the end of the transaction and takes their marks off.
    ///
    /// The marks go before anything is read: what is marked after this is not known to have been read. A mark that
    /// somebody is just setting again stays: waiting for him could end in a deadlock with a bulk change.
    Map<UUID, Last> lock(Collection<UUID> indicatorIds) {
        try (Connection connection = dataSource.getConnection()) {
            Array ids = connection.createArrayOf(
                    "uuid", indicatorIds.stream().sorted().toArray());
            Map<UUID, Last> last = lockKnown(connection, ids);
            if (last.size() < Set.copyOf(indicatorIds).size()) {
                addNew(connection, ids);
                last = lockKnown(connection, ids);
            }
            Map<UUID, Last> locked = last;
            takeMarks(connection, ids)
                    .forEach((id, day) -> locked.computeIfPresent(
                            id,
                            (_, was) -> new Last(
                                    was.indicatorVersion(),
                                    was.policyVersion(),
                                    was.on(),
                                    was.provinceVersion(),
                                    day)));
            return locked;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot lock the grading of indicators", e);
        }
    }

    private static Map<UUID, Last> lockKnown(Connection connection, Array ids) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("""
                select indicator_id, indicator_version, policy_version, graded_on, province_version
                from grading_state where indicator_id = any (?) order by indicator_id for update""")) {
            lock.setArray(1, ids);
            Map<UUID, Last> last = new HashMap<>();
            try (ResultSet row = lock.executeQuery()) {
                while (row.next()) {
                    last.put(
                            row.getObject("indicator_id", UUID.class),
                            new Last(
                                    row.getObject("indicator_version", Long.class),
                                    row.getObject("policy_version", Integer.class),
                                    row.getObject("graded_on", LocalDate.class),
                                    row.getLong("province_version"),
                                    null));
                }
            }
            return last;
        }
    }

    private static void addNew(Connection connection, Array ids) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into grading_state (indicator_id) select id from indicator where id = any (?) order by id
                on conflict do nothing""")) {
            insert.setArray(1, ids);
            insert.executeUpdate();
        }
    }

    /// Joins with the ids, since a plan made while nothing was due would compare each mark with each id.
    private static Map<UUID, LocalDate> takeMarks(Connection connection, Array ids) throws SQLException {
        Map<UUID, LocalDate> marks = new HashMap<>();
        try (PreparedStatement take = connection.prepareStatement("""
                select d.indicator_id, d.changed_from from unnest(?) as id join grading_due d on d.indicator_id = id
                for update of d skip locked""")) {
            take.setArray(1, ids);
            try (ResultSet row = take.executeQuery()) {
                while (row.next()) {
                    marks.put(row.getObject(1, UUID.class), row.getObject(2, LocalDate.class));
                }
            }
        }
        try (PreparedStatement remove = connection.prepareStatement(
                "delete from grading_due d using unnest(?) as id where d.indicator_id = id")) {
            remove.setArray(1, connection.createArrayOf("uuid", marks.keySet().toArray()));
            remove.executeUpdate();
        }
        return marks;
    }

    /// The policy by which all grades of an indicator hold; empty when it was never graded.
    Optional<Integer> policyOf(UUID indicatorId) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "select policy_version from grading_state where indicator_id = ? and policy_version is not null")) {
            statement.setObject(1, indicatorId);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getInt(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read by which policy an indicator was graded", e);
        }
    }

    void note(List<IndicatorFacts> graded, int policyVersion, LocalDate today) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement note = connection.prepareStatement("""
                        update grading_state s
                        set indicator_version = g.version, policy_version = ?, graded_on = ?, province_version = g.province
                        from unnest(?, ?, ?) as g (id, version, province) where s.indicator_id = g.id""")) {
            note.setInt(1, policyVersion);
            note.setObject(2, today);
            note.setArray(
                    3,
                    connection.createArrayOf(
                            "uuid",
                            graded.stream().map(IndicatorFacts::indicatorId).toArray()));
            note.setArray(
                    4,
                    connection.createArrayOf(
                            "bigint",
                            graded.stream().map(IndicatorFacts::version).toArray()));
            note.setArray(
                    5,
                    connection.createArrayOf(
                            "bigint",
                            graded.stream().map(IndicatorFacts::provinceVersion).toArray()));
            note.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot note what was graded", e);
        }
    }
}
