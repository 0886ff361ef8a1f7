package vn.monitoring.task.progress;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.calendar.Period;

/// Which window holds for which plan: its own, else that of the nearest unit above it, else the default.
@ApplicationScoped
public class UpdateWindows {

    /// Nearest last, so that it overrides what is farther away.
    private static final String OF_PLANS = """
            select p.id, w.valid_from, w.first_day, w.last_day
            from plan p
            join unit issuer on issuer.code = p.unit_code
            join update_window w on w.plan_id = p.id or w.plan_id is null
            join unit set_by on set_by.code = w.unit_code and issuer.path <@ set_by.path
            where cast(? as uuid) is null or p.id = ?
            order by p.id, w.plan_id is not null, nlevel(set_by.path), set_by.code, w.valid_from""";

    private final DataSource dataSource;
    private final UpdateWindow standard;

    UpdateWindows(
            DataSource dataSource,
            @ConfigProperty(name = "monitoring.task.update-window.first-day", defaultValue = "1") int firstDay,
            @ConfigProperty(name = "monitoring.task.update-window.last-day", defaultValue = "31") int lastDay) {
        this.dataSource = dataSource;
        this.standard = new UpdateWindow(firstDay, lastDay);
    }

    /// The windows as they are set now.
    @FunctionalInterface
    public interface Book {
        WindowSeries of(UUID planId);
    }

    /// Reads the windows of all plans at once.
    public Book openAll() {
        Map<UUID, WindowSeries> byPlan = read(null);
        WindowSeries otherwise = new WindowSeries(standard, Map.of());
        return planId -> byPlan.getOrDefault(planId, otherwise);
    }

    /// Reads the windows of a plan when it is asked for.
    public Book openByPlan() {
        Map<UUID, WindowSeries> byPlan = new HashMap<>();
        WindowSeries otherwise = new WindowSeries(standard, Map.of());
        return planId -> byPlan.computeIfAbsent(planId, id -> read(id).getOrDefault(id, otherwise));
    }

    private Map<UUID, WindowSeries> read(@Nullable UUID planId) {
        Map<UUID, TreeMap<YearMonth, UpdateWindow>> set = new HashMap<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(OF_PLANS)) {
            select.setObject(1, planId);
            select.setObject(2, planId);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    YearMonth from = YearMonth.from(rows.getObject(2, LocalDate.class));
                    TreeMap<YearMonth, UpdateWindow> months =
                            set.computeIfAbsent(rows.getObject(1, UUID.class), id -> new TreeMap<>());
                    months.tailMap(from, true).clear();
                    months.put(from, new UpdateWindow(rows.getInt(3), rows.getInt(4)));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the windows of updates", e);
        }
        Map<UUID, WindowSeries> byPlan = new HashMap<>();
        set.forEach((plan, months) -> byPlan.put(plan, new WindowSeries(standard, months)));
        return byPlan;
    }

    /// Sets a window from a month on; one set before for the same unit, plan and month is replaced.
    void set(UpdateWindowState window, String by) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into update_window (id, unit_code, plan_id, valid_from, first_day, last_day, recorded_at,
                            by_username)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (unit_code, plan_id, valid_from) do update set first_day = excluded.first_day,
                            last_day = excluded.last_day, recorded_at = excluded.recorded_at,
                            by_username = excluded.by_username""")) {
            insert.setObject(1, UUID.randomUUID());
            insert.setString(2, window.unitCode());
            insert.setObject(3, window.planId());
            insert.setObject(4, window.validFrom().firstDay());
            insert.setInt(5, window.firstDay());
            insert.setInt(6, window.lastDay());
            insert.setObject(7, window.recordedAt().atOffset(ZoneOffset.UTC));
            insert.setString(8, by);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot set the window of " + window.unitCode(), e);
        }
    }

    /// What a unit has set for itself and its plans, in order of the months.
    List<UpdateWindowState> list(String unitCode) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select plan_id, to_char(valid_from, 'YYYY-MM'), first_day, last_day, recorded_at
                        from update_window where unit_code = ? order by valid_from, plan_id nulls first""")) {
            select.setString(1, unitCode);
            try (ResultSet rows = select.executeQuery()) {
                List<UpdateWindowState> windows = new ArrayList<>();
                while (rows.next()) {
                    windows.add(new UpdateWindowState(
                            unitCode,
                            rows.getObject(1, UUID.class),
                            Period.of(rows.getString(2)),
                            rows.getInt(3),
                            rows.getInt(4),
                            rows.getObject(5, OffsetDateTime.class).toInstant()));
                }
                return windows;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the windows of " + unitCode, e);
        }
    }

    /// Whether the plan is one of the unit.
    boolean isOf(UUID planId, String unitCode) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select 1 from plan where id = ? and unit_code = ?")) {
            select.setObject(1, planId);
            select.setString(2, unitCode);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read plan " + planId, e);
        }
    }

    UpdateWindow standard() {
        return standard;
    }
}
