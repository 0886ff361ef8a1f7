package vn.monitoring.kit.metric;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/// Asks the database for all [figures][Figures] every few seconds, however often they are scraped. Every replica does:
/// what they tell is the same, so dashboards take the largest.
///
/// While the database is away the last values stand, and [Freshness] tells since when.
@ApplicationScoped
public class DatabaseFigures {

    private static final Logger LOG = Logger.getLogger(DatabaseFigures.class);
    private static final int LONGEST_QUERY_SECONDS = 5;

    private final DataSource dataSource;
    private final Freshness freshness;
    private final Map<Figure, MultiGauge> gauges;

    DatabaseFigures(DataSource dataSource, Instance<Figures> sources, Freshness freshness, MeterRegistry registry) {
        this.dataSource = dataSource;
        this.freshness = freshness;
        this.gauges = sources.stream()
                .flatMap(source -> source.list().stream())
                .collect(Collectors.toMap(
                        figure -> figure,
                        figure -> MultiGauge.builder(figure.name())
                                .description(figure.description())
                                .register(registry)));
    }

    @Scheduled(
            every = "{monitoring.metrics.every}",
            identity = "refresh-figures",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void refresh() {
        try (Connection connection = dataSource.getConnection()) {
            for (Map.Entry<Figure, MultiGauge> gauge : gauges.entrySet()) {
                gauge.getValue().register(ask(connection, gauge.getKey()), true);
            }
            freshness.refreshed("database");
        } catch (SQLException e) {
            LOG.warnf("the figures for metrics wait for the database: %s", e.getMessage());
        }
    }

    private static List<MultiGauge.Row<Number>> ask(Connection connection, Figure figure) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(figure.sql())) {
            statement.setQueryTimeout(LONGEST_QUERY_SECONDS);
            List<MultiGauge.Row<Number>> values = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    values.add(
                            figure.label() == null
                                    ? MultiGauge.Row.of(Tags.empty(), rows.getDouble(1))
                                    : MultiGauge.Row.of(Tags.of(figure.label(), rows.getString(1)), rows.getDouble(2)));
                }
            }
            return values;
        }
    }
}
