package vn.monitoring.report.ranking;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.bulk.CopyRows;
import vn.monitoring.kit.calendar.Period;
import vn.monitoring.kit.web.Cursor;

/// The stored runs. A published one is in sight of everybody below its unit too; a draft only of those who have the
/// unit in the subtree of their own.
@ApplicationScoped
class RankingStore {

    private static final String RUNS = """
            select r.id, r.unit_code, r.period, r.from_on, r.to_on, r.as_of, r.policy::text, r.policy_version, r.status,
                r.corrects, r.difference, r.task_bound, r.grade_bound, r.update_bound, r.content_hash, r.made_at, r.made_by,
                r.published_at, r.published_by, r.version
            from ranking r""";

    private static final String IN_SIGHT = """

            join unit u on u.code = r.unit_code where (u.path <@ any (cast(? as ltree[]))
                or (r.status <> 'DRAFT' and u.path @> any (cast(? as ltree[]))))""";

    private final DataSource dataSource;

    RankingStore(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    record Filter(
            String paths,
            @Nullable String unit,
            @Nullable Period period,
            @Nullable RankingStatus status) {}

    Optional<Run> findInSight(UUID id, String paths) {
        return query(RUNS + IN_SIGHT + " and r.id = ?", paths, paths, id).stream()
                .findFirst();
    }

    /// Locks it until the end of the transaction.
    Optional<Run> findLocked(UUID id) {
        return query(RUNS + " where r.id = ? for update", id).stream().findFirst();
    }

    /// The run of a unit and period that stands published.
    Optional<Run> findPublished(String unitCode, Period period) {
        return query(
                        RUNS + " where r.unit_code = ? and r.period = ? and r.status = 'PUBLISHED'",
                        unitCode,
                        period.key())
                .stream()
                .findFirst();
    }

    /// The last made first.
    List<Run> list(Filter filter, @Nullable Cursor after, int rows) {
        return query(
                RUNS + IN_SIGHT + """
                 and (cast(? as text) is null or r.unit_code = ?) and (cast(? as text) is null or r.period = ?)
                 and (cast(? as text) is null or r.status = ?)
                 and (cast(? as timestamptz) is null or (r.made_at, r.id) < (cast(? as timestamptz), cast(? as uuid)))
                 order by r.made_at desc, r.id desc limit
                """ + rows,
                filter.paths(),
                filter.paths(),
                filter.unit(),
                filter.unit(),
                key(filter.period()),
                key(filter.period()),
                name(filter.status()),
                name(filter.status()),
                at(after),
                at(after),
                after == null ? null : after.id(1));
    }

    static Cursor after(Run run) {
        return Cursor.at(ChronoUnit.MICROS.between(Instant.EPOCH, run.madeAt()), run.id());
    }

    void insert(Run run, List<Score> scores, List<Frozen> frozen) {
        Map<String, Frozen> byUnit = frozen.stream().collect(Collectors.toMap(Frozen::unitCode, Function.identity()));
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into ranking (id, unit_code, period, from_on, to_on, as_of, policy, policy_version, status,
                            corrects, difference, task_bound, grade_bound, update_bound, content_hash, made_at, made_by,
                            version)
                        values (?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
            bind(
                    insert,
                    run.id(),
                    run.unitCode(),
                    run.period().key(),
                    run.from(),
                    run.to(),
                    run.asOf(),
                    Canonical.write(run.policy()),
                    run.policyVersion(),
                    run.status().name(),
                    run.corrects(),
                    run.difference(),
                    run.bounds().task(),
                    run.bounds().grade(),
                    run.bounds().update(),
                    run.contentHash(),
                    time(run.madeAt()),
                    run.madeBy(),
                    run.version());
            insert.executeUpdate();
            try (CopyRows rows = CopyRows.intoShielded(connection, "ranking_row", """
                    ranking_id, unit_code, ordinal, counts, task_seqs, grade_seqs, update_seqs, feedback_ids,
                    rank, score_numerator, score_denominator, reasons""")) {
                for (int ordinal = 0; ordinal < scores.size(); ordinal++) {
                    write(rows, run.id(), ordinal, scores.get(ordinal), byUnit);
                }
                rows.send();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot store ranking " + run.id(), e);
        }
    }

    private static void write(CopyRows rows, UUID id, int ordinal, Score score, Map<String, Frozen> byUnit)
            throws SQLException {
        String unitCode = score.counts().unitCode();
        Frozen facts = byUnit.get(unitCode);
        if (facts == null) {
            throw new IllegalStateException("nothing was counted of " + unitCode);
        }
        Ratio total = score.total();
        rows.value(id)
                .value(unitCode)
                .value(ordinal)
                .value(Canonical.write(facts.counts()))
                .value(facts.tasks())
                .value(facts.grades())
                .value(facts.updates())
                .value(facts.feedback())
                .value(score.rank())
                .value(total == null ? null : total.numerator())
                .value(total == null ? null : total.denominator())
                .value(score.reasons())
                .end();
    }

    void update(Run run) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement("""
                        update ranking set status = ?, published_at = ?, published_by = ?, version = ? where id = ?""")) {
            bind(
                    update,
                    run.status().name(),
                    run.publishedAt() == null ? null : time(run.publishedAt()),
                    run.publishedBy(),
                    run.version(),
                    run.id());
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot store ranking " + run.id(), e);
        }
    }

    /// The frozen counts of all communes of a run, in their order.
    List<UnitCounts> counts(UUID id) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select counts::text from ranking_row where ranking_id = ? order by ordinal")) {
            select.setObject(1, id);
            List<UnitCounts> counts = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    counts.add(Canonical.read(row.getString(1), UnitCounts.class));
                }
            }
            return counts;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read ranking " + id, e);
        }
    }

    /// One commune's frozen counts and facts.
    Optional<Frozen> frozen(UUID id, String unitCode) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select counts::text, task_seqs, grade_seqs, update_seqs, feedback_ids
                        from ranking_row where ranking_id = ? and unit_code = ?""")) {
            bind(select, id, unitCode);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Frozen(
                                Canonical.read(row.getString(1), UnitCounts.class),
                                List.of((Long[]) row.getArray(2).getArray()),
                                List.of((Long[]) row.getArray(3).getArray()),
                                List.of((Long[]) row.getArray(4).getArray()),
                                ids(row.getArray(5))))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read ranking " + id, e);
        }
    }

    private static List<UUID> ids(Array array) throws SQLException {
        return Arrays.asList((UUID[]) array.getArray());
    }

    private List<Run> query(String sql, @Nullable Object... values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            bind(select, values);
            List<Run> runs = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    runs.add(read(row));
                }
            }
            return runs;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read rankings", e);
        }
    }

    private static Run read(ResultSet row) throws SQLException {
        OffsetDateTime publishedAt = row.getObject(18, OffsetDateTime.class);
        return new Run(
                row.getObject(1, UUID.class),
                row.getString(2),
                Period.of(row.getString(3)),
                row.getObject(4, LocalDate.class),
                row.getObject(5, LocalDate.class),
                row.getObject(6, LocalDate.class),
                Canonical.read(row.getString(7), RankingPolicy.class),
                row.getInt(8),
                RankingStatus.valueOf(row.getString(9)),
                row.getObject(10, UUID.class),
                row.getString(11),
                new FactCounts.Bounds(row.getLong(12), row.getLong(13), row.getLong(14)),
                row.getString(15),
                row.getObject(16, OffsetDateTime.class).toInstant(),
                row.getString(17),
                publishedAt == null ? null : publishedAt.toInstant(),
                row.getString(19),
                row.getLong(20));
    }

    private static void bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int index = 0; index < values.length; index++) {
            statement.setObject(index + 1, values[index]);
        }
    }

    private static @Nullable String key(@Nullable Period period) {
        return period == null ? null : period.key();
    }

    private static @Nullable String name(@Nullable RankingStatus status) {
        return status == null ? null : status.name();
    }

    private static @Nullable OffsetDateTime at(@Nullable Cursor after) {
        return after == null ? null : time(Instant.EPOCH.plus(after.number(0), ChronoUnit.MICROS));
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
