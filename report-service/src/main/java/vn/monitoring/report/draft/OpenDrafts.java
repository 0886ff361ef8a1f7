package vn.monitoring.report.draft;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Finds the obligations that have no report yet and has them drafted, some hundreds in a transaction.
///
/// What is drafted stays drafted when it stops in between; asking again goes on with the rest. Replicas, and whoever
/// asks
/// at the same time, take different obligations.
@ApplicationScoped
class OpenDrafts {

    private static final int AT_ONCE = 200;
    private static final int SECONDS = 120;

    private static final String NEXT = """
            select o.id from report_obligation o join unit u on u.code = o.unit_code
            where o.status = 'OPEN' and o.lapsed_on is null and o.cut_off_on < ? and o.opened_at <= ?
            and (?::uuid is null or o.regime_id = ?) and (?::text is null or o.period = ?)
            order by o.cut_off_on, o.id limit ? for update of o skip locked""";

    private static final String COUNT = """
            select count(*), count(*) filter (where status = 'OPEN'), min(cut_off_on) from report_obligation
            where regime_id = ? and period = ?""";

    private final Drafting drafting;
    private final DataSource dataSource;
    private final Counter drafted;

    OpenDrafts(Drafting drafting, DataSource dataSource, MeterRegistry registry) {
        this.drafting = drafting;
        this.dataSource = dataSource;
        this.drafted = Counter.builder("monitoring.drafts.made")
                .description("Reports that the platform drafted by itself or for a whole period")
                .register(registry);
    }

    /// Which obligations are meant.
    ///
    /// @param cutOffBefore cut off before this day
    /// @param openedUntil opened by this moment
    record Wanted(
            LocalDate cutOffBefore,
            Instant openedUntil,
            @Nullable UUID regimeId,
            @Nullable String period) {}

    /// @param cutOffOn null when the period is not open
    record Counts(long owed, long open, @Nullable LocalDate cutOffOn) {}

    /// Drafts all of them; how many.
    int draftAll(Wanted wanted, String draftedBy) {
        int drafted = 0;
        while (true) {
            int more = QuarkusTransaction.requiringNew().timeout(SECONDS).call(() -> draftSome(wanted, draftedBy));
            if (more == 0) {
                return drafted;
            }
            drafted += more;
            this.drafted.increment(more);
        }
    }

    @Transactional
    Counts count(UUID regimeId, String period) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(COUNT)) {
            statement.setObject(1, regimeId);
            statement.setString(2, period);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return new Counts(rows.getLong(1), rows.getLong(2), rows.getObject(3, LocalDate.class));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot count what is owed", e);
        }
    }

    private int draftSome(Wanted wanted, String draftedBy) {
        List<UUID> next = next(wanted);
        return next.isEmpty() ? 0 : drafting.draft(next, draftedBy).size();
    }

    private List<UUID> next(Wanted wanted) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(NEXT)) {
            statement.setObject(1, wanted.cutOffBefore());
            statement.setObject(2, wanted.openedUntil().atOffset(ZoneOffset.UTC));
            statement.setObject(3, wanted.regimeId());
            statement.setObject(4, wanted.regimeId());
            statement.setString(5, wanted.period());
            statement.setString(6, wanted.period());
            statement.setInt(7, AT_ONCE);
            List<UUID> ids = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getObject(1, UUID.class));
                }
            }
            return ids;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read what is owed", e);
        }
    }
}
