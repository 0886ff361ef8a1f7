package vn.monitoring.indicator.rollup;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.calendar.Period;
import vn.monitoring.kit.web.Cursor;
import vn.monitoring.kit.web.Page;

/// Reads what was added up, within the caller's units.
@ApplicationScoped
class Rollups {

    private static final String SCOPE = "any (array (select path from unit where code = any (?)))";

    /// The sums of the provinces, and beside them their own figures.
    private static final String PROVINCES = """
            with mine as materialized (
                select code, name from unit where parent_code is null and path <@ %s
            )
            select m.code, m.name, s.canonical_code, s.numerator, s.denominator, s.reporting, s.expected, false as own,
                null as value
            from mine m
            join (
                select coalesce(s.province_code, e.province_code) as province_code,
                    coalesce(s.canonical_code, e.canonical_code) as canonical_code, s.verified_numerator as numerator,
                    s.verified_denominator as denominator, coalesce(s.verified_units, 0) as reporting,
                    coalesce(e.units, 0) as expected
                from (select * from province_sum where period = ?) s
                full join province_expected e
                    on e.province_code = s.province_code and e.canonical_code = s.canonical_code
            ) s on s.province_code = m.code
            union all
            select m.code, m.name, f.canonical_code, f.numerator, f.denominator, 1, 1, true, f.value
            from mine m
            join unit_figure f on f.unit_code = m.code and f.period = ?
            order by 1, 3
            """.formatted(SCOPE);

    /// The facts of communes, and what is expected of them.
    private static final String COMMUNES = """
            with mine as materialized (
                select u.code, u.name from unit top
                join unit u on u.path <@ top.path and u.type in ('COMMUNE_XA', 'COMMUNE_PHUONG', 'COMMUNE_DACKHU')
                where top.code = ? and u.path <@ %s
            ),
            expected as (
                select distinct i.unit_code, i.canonical_code from mine m
                join indicator i on i.unit_code = m.code and i.canonical_code is not null
                    and i.canonical_match is distinct from 'NEAR'
                join plan p on p.id = i.plan_id and p.status = 'IN_FORCE'
            ),
            reported as (
                select f.* from mine m join unit_figure f on f.unit_code = m.code and f.period = ?
            )
            select m.code, m.name, coalesce(e.canonical_code, f.canonical_code), f.numerator, f.denominator,
                (f.unit_code is not null)::integer, (e.unit_code is not null)::integer, false, f.value
            from expected e
            full join reported f on f.unit_code = e.unit_code and f.canonical_code = e.canonical_code
            join mine m on m.code = coalesce(e.unit_code, f.unit_code)
            order by 1, 3
            """.formatted(SCOPE);

    private static final String FIGURES = """
            select u.code, u.name, f.numerator, f.denominator, f.value, f.as_of, f.indicator_id, f.measurement_id,
                f.revision, f.version, v.source, v.submitted_by, v.verified_by, f.verified_at
            from unit top
            join unit u on u.path <@ top.path and u.path <@ %s
            join unit_figure f on f.unit_code = u.code
            join verified_figure v on v.measurement_id = f.measurement_id
            where top.code = ? and f.period = ? and f.canonical_code = ? and u.code > ?
            order by u.code limit ?
            """.formatted(SCOPE);

    private final DataSource dataSource;
    private final Catalogue catalogue;

    Rollups(DataSource dataSource, Catalogue catalogue) {
        this.dataSource = dataSource;
        this.catalogue = catalogue;
    }

    /// A unit's fact as it is counted, with where it comes from.
    ///
    /// @param measurementId the subject of the event that told it; revision and version say which
    @Schema(name = "RollupFigure")
    record UnitFigure(
            String unitCode,
            String unitName,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable BigDecimal value,
            LocalDate asOf,
            UUID indicatorId,
            UUID measurementId,
            int revision,
            long version,
            @Nullable String source,
            String submittedBy,
            @Nullable String verifiedBy,
            OffsetDateTime verifiedAt) {}

    /// The provinces among the caller's units.
    Rollup byProvince(Period period, Predicate<String> wanted, List<String> callerUnits) {
        return query(PROVINCES, period, wanted, statement -> {
            statement.setArray(1, codes(statement, callerUnits));
            statement.setString(2, period.key());
            statement.setString(3, period.key());
        });
    }

    /// The communes below the unit, or the commune itself.
    Rollup byCommune(String unitCode, Period period, Predicate<String> wanted, List<String> callerUnits) {
        return query(COMMUNES, period, wanted, statement -> {
            statement.setString(1, unitCode);
            statement.setArray(2, codes(statement, callerUnits));
            statement.setString(3, period.key());
        });
    }

    /// What a province's sum, or a commune's fact, was from period to period, oldest first.
    List<Trend.Point> trend(String unitCode, Rollup.Entry entry) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        select s.period, s.verified_numerator, s.verified_denominator, s.verified_units, null
                        from province_sum s where s.canonical_code = ? and s.province_code = ?
                        union all
                        select f.period, f.numerator, f.denominator, 1, f.value
                        from unit_figure f where f.canonical_code = ? and f.unit_code = ? and f.unit_code <> f.province_code""")) {
            for (int i = 0; i < 2; i++) {
                statement.setString(2 * i + 1, entry.canonicalCode());
                statement.setString(2 * i + 2, unitCode);
            }
            List<Trend.Point> points = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    points.add(new Trend.Point(
                            Period.of(row.getString(1)),
                            row.getBigDecimal(2),
                            row.getBigDecimal(3),
                            total(row, 2, row.getInt(4), 0, entry).valueOr(row.getBigDecimal(5)),
                            row.getInt(4)));
                }
            }
            points.sort(java.util.Comparator.comparing(Trend.Point::period));
            return points;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read a trend", e);
        }
    }

    /// The facts behind a sum, by unit code.
    Page<UnitFigure> listFigures(
            String unitCode,
            Period period,
            String canonicalCode,
            List<String> callerUnits,
            @Nullable Cursor after,
            int limit) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(FIGURES)) {
            statement.setArray(1, codes(statement, callerUnits));
            statement.setString(2, unitCode);
            statement.setString(3, period.key());
            statement.setString(4, canonicalCode);
            statement.setString(5, after == null ? "" : after.keys().getFirst());
            statement.setInt(6, limit + 1);
            List<UnitFigure> figures = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    figures.add(new UnitFigure(
                            row.getString(1),
                            row.getString(2),
                            row.getBigDecimal(3),
                            row.getBigDecimal(4),
                            row.getBigDecimal(5),
                            row.getObject(6, LocalDate.class),
                            row.getObject(7, UUID.class),
                            row.getObject(8, UUID.class),
                            row.getInt(9),
                            row.getLong(10),
                            row.getString(11),
                            row.getString(12),
                            row.getString(13),
                            row.getObject(14, OffsetDateTime.class)));
                }
            }
            return Page.of(figures, limit, last -> Cursor.at(last.unitCode()));
        } catch (SQLException e) {
            throw new IllegalStateException("cannot list figures", e);
        }
    }

    private interface Binder {
        void bind(PreparedStatement statement) throws SQLException;
    }

    private Rollup query(String sql, Period period, Predicate<String> wanted, Binder binder) {
        Map<String, Rollup.Entry> entries = catalogue.entries();
        Map<String, Total> totals = new TreeMap<>();
        List<Rollup.Row> rows = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            binder.bind(statement);
            try (ResultSet row = statement.executeQuery()) {
                Rollup.@Nullable Row current = null;
                while (row.next()) {
                    String code = row.getString(3);
                    Rollup.Entry entry = entries.get(code);
                    if (entry == null || !wanted.test(code)) {
                        continue;
                    }
                    if (current == null || !current.unitCode().equals(row.getString(1))) {
                        current = new Rollup.Row(
                                row.getString(1), row.getString(2), new ArrayList<>(), new ArrayList<>());
                        rows.add(current);
                    }
                    Total total = total(row, 4, row.getInt(6), row.getInt(7), entry);
                    if (row.getBoolean(8)) {
                        current.own().add(Rollup.Cell.of(code, total, row.getBigDecimal(9)));
                    } else {
                        current.cells().add(Rollup.Cell.of(code, total, row.getBigDecimal(9)));
                        totals.merge(code, total, (one, other) -> one.plus(other, entry.isRatio()));
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot add up figures", e);
        }
        return new Rollup(
                period,
                totals.keySet().stream().map(entries::get).toList(),
                totals.entrySet().stream()
                        .map(total -> Rollup.Cell.of(total.getKey(), total.getValue(), null))
                        .toList(),
                rows);
    }

    private static Total total(ResultSet row, int numerator, int reporting, int expected, Rollup.Entry entry)
            throws SQLException {
        return Total.of(
                row.getBigDecimal(numerator), row.getBigDecimal(numerator + 1), reporting, expected, entry.isRatio());
    }

    private static Array codes(PreparedStatement statement, List<String> codes) throws SQLException {
        return statement.getConnection().createArrayOf("text", codes.toArray());
    }
}
