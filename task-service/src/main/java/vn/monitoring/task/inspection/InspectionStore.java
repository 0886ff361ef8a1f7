package vn.monitoring.task.inspection;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.shield.AsSystem;
import vn.monitoring.kit.web.Cursor;
import vn.monitoring.kit.web.Page;
import vn.monitoring.task.task.TaskStatus;

/// The stored inspections with their tasks and findings.
@ApplicationScoped
class InspectionStore {

    record Filter(@Nullable String unit, Inspection.@Nullable Status status) {}

    private static final String INSPECTIONS = """
            select i.id, i.unit_code, i.kind, i.title, i.plan_id, i.subject, i.starts_on, i.ends_on, i.head_position,
                i.status, i.started_on, i.conclusion, i.concluded_on, i.closed_on, i.recorded_at, i.by_username,
                i.version, array(select task_id from inspection_task it where it.inspection_id = i.id order by 1) as tasks
            from inspection i""";

    private static final String FINDINGS = """
            select f.inspection_id, f.id, f.number, f.text, f.about_task_id, f.remedy_task_id, t.status, t.due_on,
                f.recorded_on
            from inspection_finding f join task t on t.id = f.remedy_task_id
            where f.inspection_id = any (?) order by f.inspection_id, f.number""";

    private final DataSource dataSource;
    private final AsSystem asSystem;

    InspectionStore(DataSource dataSource, AsSystem asSystem) {
        this.dataSource = dataSource;
        this.asSystem = asSystem;
    }

    /// A page, the last to start first.
    ///
    /// @param scope tree paths as a PostgreSQL array literal
    Page<Inspection> list(String scope, Filter filter, @Nullable Cursor after, int limit) {
        List<@Nullable Object> values = new ArrayList<>(Arrays.asList(scope, filter.unit(), filter.unit()));
        StringBuilder sql = new StringBuilder(INSPECTIONS).append("""

                where i.unit_code = any (array (select u.code from unit u
                    where u.path <@ any (cast(? as ltree[]))
                      and (cast(? as text) is null or u.path <@ (select path from unit where code = ?))))""");
        if (filter.status() != null) {
            sql.append(" and i.status = ?");
            values.add(filter.status().name());
        }
        if (after != null) {
            sql.append(" and (i.starts_on, i.id) < (?, ?)");
            values.add(after.date(0));
            values.add(after.id(1));
        }
        sql.append(" order by i.starts_on desc, i.id desc limit ").append(limit + 1);
        return Page.of(query(sql.toString(), values), limit, last -> Cursor.at(last.startsOn(), last.id()));
    }

    Optional<Inspection> find(UUID id) {
        return query(INSPECTIONS + " where i.id = ?", List.of(id)).stream().findFirst();
    }

    /// Locks it until the end of the transaction.
    Optional<Inspection> findLocked(UUID id) {
        return query(INSPECTIONS + " where i.id = ? for update", List.of(id)).stream()
                .findFirst();
    }

    void insert(Inspection inspection) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into inspection (id, unit_code, kind, title, plan_id, subject, starts_on, ends_on,
                            head_position, status, recorded_at, by_username, version)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""");
                PreparedStatement insertTasks = connection.prepareStatement(
                        "insert into inspection_task (inspection_id, task_id) select ?, id from unnest(?) as id")) {
            insert.setObject(1, inspection.id());
            insert.setString(2, inspection.unitCode());
            insert.setString(3, inspection.kind().name());
            insert.setString(4, inspection.title());
            insert.setObject(5, inspection.planId());
            insert.setString(6, inspection.subject());
            insert.setObject(7, inspection.startsOn());
            insert.setObject(8, inspection.endsOn());
            insert.setString(9, inspection.headPosition());
            insert.setString(10, inspection.status().name());
            insert.setObject(11, time(inspection.recordedAt()));
            insert.setString(12, inspection.by());
            insert.setLong(13, inspection.version());
            insert.executeUpdate();
            insertTasks.setObject(1, inspection.id());
            insertTasks.setArray(
                    2, connection.createArrayOf("uuid", inspection.tasks().toArray()));
            insertTasks.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot store inspection " + inspection.id(), e);
        }
    }

    /// Writes a step of its life.
    void update(Inspection inspection) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement("""
                        update inspection set status = ?, started_on = ?, conclusion = ?, concluded_on = ?,
                            closed_on = ?, version = ? where id = ?""")) {
            update.setString(1, inspection.status().name());
            update.setObject(2, inspection.startedOn());
            update.setString(3, inspection.conclusion());
            update.setObject(4, inspection.concludedOn());
            update.setObject(5, inspection.closedOn());
            update.setLong(6, inspection.version());
            update.setObject(7, inspection.id());
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot store inspection " + inspection.id(), e);
        }
    }

    /// Adds a finding; the inspection is locked and its version rises.
    void insert(UUID inspectionId, Inspection.Finding finding, Instant at, String by) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into inspection_finding (id, inspection_id, number, text, about_task_id, remedy_task_id,
                            recorded_on, recorded_at, by_username)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""");
                PreparedStatement raise =
                        connection.prepareStatement("update inspection set version = version + 1 where id = ?")) {
            insert.setObject(1, finding.id());
            insert.setObject(2, inspectionId);
            insert.setInt(3, finding.number());
            insert.setString(4, finding.text());
            insert.setObject(5, finding.aboutTaskId());
            insert.setObject(6, finding.remedyTaskId());
            insert.setObject(7, finding.recordedOn());
            insert.setObject(8, time(at));
            insert.setString(9, by);
            insert.executeUpdate();
            raise.setObject(1, inspectionId);
            raise.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot store a finding of inspection " + inspectionId, e);
        }
    }

    /// How many of the tasks are led within the unit, and of the plan when one is given.
    long countInspectable(List<UUID> taskIds, String unitCode, @Nullable UUID planId) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select count(*) from task t join unit u on u.code = t.responsible_unit_code
                        where t.id = any (?) and u.path <@ (select path from unit where code = ?)
                          and (cast(? as uuid) is null or t.plan_id = ?)""")) {
            select.setArray(1, connection.createArrayOf("uuid", taskIds.toArray()));
            select.setString(2, unitCode);
            select.setObject(3, planId);
            select.setObject(4, planId);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot look up inspected tasks", e);
        }
    }

    private List<Inspection> query(String sql, List<? extends @Nullable Object> values) {
        List<Inspection> inspections = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                select.setObject(i + 1, values.get(i));
            }
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    inspections.add(read(rows));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read inspections", e);
        }
        return withFindings(inspections);
    }

    /// As the system: what puts a finding right may be led by a unit that whoever sees the inspection does not see.
    private List<Inspection> withFindings(List<Inspection> inspections) {
        if (inspections.isEmpty()) {
            return inspections;
        }
        List<UUID> ids = inspections.stream().map(Inspection::id).toList();
        Map<UUID, List<Inspection.Finding>> findings = asSystem.call(() -> findings(ids));
        return inspections.stream()
                .map(inspection -> inspection.with(findings.getOrDefault(inspection.id(), List.of())))
                .toList();
    }

    private static Inspection read(ResultSet row) throws SQLException {
        return new Inspection(
                row.getObject("id", UUID.class),
                row.getString("unit_code"),
                Inspection.Kind.valueOf(row.getString("kind")),
                row.getString("title"),
                row.getObject("plan_id", UUID.class),
                row.getString("subject"),
                Arrays.asList((UUID[]) row.getArray("tasks").getArray()),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                row.getString("head_position"),
                Inspection.Status.valueOf(row.getString("status")),
                row.getObject("started_on", LocalDate.class),
                row.getString("conclusion"),
                row.getObject("concluded_on", LocalDate.class),
                row.getObject("closed_on", LocalDate.class),
                List.of(),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("by_username"),
                row.getLong("version"));
    }

    private Map<UUID, List<Inspection.Finding>> findings(List<UUID> inspectionIds) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(FINDINGS)) {
            select.setArray(1, connection.createArrayOf("uuid", inspectionIds.toArray()));
            Map<UUID, List<Inspection.Finding>> findings = new HashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    TaskStatus status = TaskStatus.valueOf(row.getString(7));
                    findings.computeIfAbsent(row.getObject(1, UUID.class), id -> new ArrayList<>())
                            .add(new Inspection.Finding(
                                    row.getObject(2, UUID.class),
                                    row.getInt(3),
                                    row.getString(4),
                                    row.getObject(5, UUID.class),
                                    row.getObject(6, UUID.class),
                                    status,
                                    row.getObject(8, LocalDate.class),
                                    !status.open(),
                                    row.getObject(9, LocalDate.class)));
                }
            }
            return findings;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the findings of inspections", e);
        }
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
