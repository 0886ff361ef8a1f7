package vn.monitoring.indicator.measurement;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import vn.monitoring.kit.bulk.CopyRows;

/// The table `measurement` written in sets, in the caller's transaction.
///
/// New figures are laid in a temporary table of the connection. From there those without a measurement are
/// inserted; the others are compared with what stands.
@ApplicationScoped
class FigureTable {

    /// Namespace of the advisory locks: "bulk".
    private static final int LOCK_SPACE = 0x62756c6b;

    private static final String CREATE_INTAKE = """
            create temporary table if not exists figure_intake (
                row_number integer, id uuid, indicator_id uuid, plan_id uuid, unit_code text, period text, period_start date,
                period_end date, numerator numeric, denominator numeric, value numeric, cumulative boolean, as_of date,
                flags text[], source text, note text
            ) on commit delete rows""";

    private static final String INSERT = """
            insert into measurement (id, indicator_id, plan_id, unit_code, period, period_start, period_end, numerator,
                denominator, value, cumulative, as_of, flags, source, note, status, submitted_by, submitter_subject,
                submitter_units, submitted_at, verifier_units, revision, version)
            select id, indicator_id, plan_id, unit_code, period, period_start, period_end, numerator, denominator, value,
                cumulative, as_of, flags, source, note, 'SUBMITTED', ?, ?, ?, ?, '{}', 1, 0
            from figure_intake
            on conflict (indicator_id, period) do nothing""";

    /// What a returned figure says counts as changed even if it says the same: it is sent again.
    private static final String STANDING = """
            select s.row_number, m.id, m.revision, m.version,
                m.status = 'RETURNED' or (m.numerator, m.denominator, m.value, m.cumulative, m.as_of, m.source, m.note)
                    is distinct from (s.numerator, s.denominator, s.value, s.cumulative, s.as_of, s.source, s.note)
            from figure_intake s
            join measurement m on m.indicator_id = s.indicator_id and m.period = s.period
            where m.id <> s.id""";

    private static final String REVISE = """
            update measurement m set numerator = s.numerator, denominator = s.denominator, value = s.value,
                cumulative = s.cumulative, as_of = s.as_of, flags = s.flags, source = s.source, note = s.note,
                status = 'SUBMITTED', submitted_by = ?, submitter_subject = ?, submitter_units = ?, submitted_at = ?,
                verified_by = null, verifier_units = '{}', verified_at = null, reason = null, revision = m.revision + 1,
                version = m.version + 1
            from figure_intake s
            where m.indicator_id = s.indicator_id and m.period = s.period and m.id <> s.id and (m.status = 'RETURNED'
                or (m.numerator, m.denominator, m.value, m.cumulative, m.as_of, m.source, m.note)
                    is distinct from (s.numerator, s.denominator, s.value, s.cumulative, s.as_of, s.source, s.note))""";

    private final DataSource dataSource;

    FigureTable(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /// A measurement that stood before the batch.
    ///
    /// @param row     of the batch
    /// @param changed the batch says something else
    record Standing(int row, UUID id, int revision, long version, boolean changed) {}

    /// Lets one bulk write of a period go after the other, so that no two wait for each other's rows.
    void lockForBulk(String period) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement lock = connection.prepareStatement("select pg_advisory_xact_lock(?, hashtext(?))")) {
            lock.setInt(1, LOCK_SPACE);
            lock.setString(2, period);
            lock.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot wait for other bulk writes", e);
        }
    }

    /// Lays the figures ready in place of the ones laid before.
    void lay(Collection<NewFigure> figures) {
        try (Connection connection = dataSource.getConnection()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(CREATE_INTAKE);
                statement.execute("truncate figure_intake");
            }
            try (CopyRows rows = CopyRows.into(connection, "figure_intake")) {
                for (NewFigure figure : figures) {
                    add(rows, figure);
                }
                rows.send();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot lay figures ready", e);
        }
    }

    private static void add(CopyRows rows, NewFigure figure) throws SQLException {
        FigureIndicator indicator = figure.indicator();
        Figures figures = figure.figures();
        rows.value(figure.row())
                .value(figure.id())
                .value(indicator.id())
                .value(indicator.planId())
                .value(indicator.unitCode())
                .value(figure.period())
                .value(figure.period().firstDay())
                .value(figure.period().lastDay())
                .value(figures.numerator())
                .value(figures.denominator())
                .value(figures.shownValue())
                .value(figures.cumulative())
                .value(figures.asOf())
                .value(figures.flags(indicator.percentage()))
                .value(figure.remarks().source())
                .value(figure.remarks().note())
                .end();
    }

    /// Inserts those of the laid figures whose indicator has none for the period.
    ///
    /// @return how many that were
    int insertNew(Measurement.Actor by, Instant at) {
        return execute(INSERT, by, at);
    }

    /// The measurements that stand for the laid figures and were not inserted by them.
    List<Standing> listStanding() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(STANDING);
                ResultSet row = statement.executeQuery()) {
            List<Standing> standing = new ArrayList<>();
            while (row.next()) {
                standing.add(new Standing(
                        row.getInt(1), row.getObject(2, UUID.class), row.getInt(3), row.getLong(4), row.getBoolean(5)));
            }
            return standing;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot compare figures", e);
        }
    }

    /// Revises the measurements that stand and say something else than the laid figures.
    void revise(Measurement.Actor by, Instant at) {
        execute(REVISE, by, at);
    }

    private int execute(String sql, Measurement.Actor by, Instant at) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, by.username());
            statement.setString(2, by.subject());
            statement.setArray(
                    3, connection.createArrayOf("text", by.unitCodes().toArray()));
            statement.setObject(4, at.atOffset(ZoneOffset.UTC));
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot write figures", e);
        }
    }
}
