package vn.monitoring.bench.indicators;

import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import vn.monitoring.bench.country.Country;
import vn.monitoring.bench.suite.Bench;
import vn.monitoring.bench.suite.Field;
import vn.monitoring.bench.suite.Unavailable;
import vn.monitoring.client.ClientFailure;

/// What a benchmark of figures works with; those of reports, too, since reports and feed tell what is entered here.
public class IndicatorBench extends Bench {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final int WHOLE_COUNTRY = Country.Size.FULL.communes() * Country.Size.FULL.indicators();

    private final Database database;
    private final List<LoadedIndicator> loaded;
    private final FreshMonths months;

    /// @throws ClientFailure when nothing is loaded
    public IndicatorBench(Field field) {
        super(field);
        this.database = new Database(field.site().databaseUrl(Database.ROLE));
        this.loaded = database.loaded();
        this.months = new FreshMonths(YearMonth.now(ZONE), database.periods());
        if (loaded.isEmpty()) {
            close();
            throw new ClientFailure("No figures of a country are loaded: run ./platform load-country first.");
        }
    }

    public final Database database() {
        return database;
    }

    /// The indicators of the generated communes.
    public final List<LoadedIndicator> loaded() {
        return loaded;
    }

    public final FreshMonths months() {
        return months;
    }

    @Override
    public final String postgresql() {
        return database.version();
    }

    @Override
    public final String loadedInWords() {
        long communes = loaded.stream().map(LoadedIndicator::commune).distinct().count();
        return "%,d indicators of %,d communes".formatted(loaded.size(), communes);
    }

    @Override
    public final Map<String, Integer> sizes() {
        return Map.of("indicators", loaded.size());
    }

    @Override
    public final boolean hasWholeCountry() {
        return loaded.size() >= WHOLE_COUNTRY;
    }

    /// Until the service has told its events and graded what is due.
    @Override
    protected final boolean isBusy() {
        return database.backlog() > 0 || !database.isGraded();
    }

    /// The period to read: the one with most verified figures.
    ///
    /// @throws Unavailable when there is none
    final String period() {
        return database.fullestPeriod().orElseThrow(() -> new Unavailable("no figures are loaded"));
    }

    public final List<LoadedIndicator> ofProvince(String province) {
        return loaded.stream()
                .filter(indicator -> indicator.province().equals(province))
                .toList();
    }

    @Override
    public final List<String> provinces() {
        return loaded.stream().map(LoadedIndicator::province).distinct().toList();
    }

    @Override
    public final void close() {
        database.close();
    }
}
