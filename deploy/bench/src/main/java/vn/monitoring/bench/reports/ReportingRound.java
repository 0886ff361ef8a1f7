package vn.monitoring.bench.reports;

import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.monitoring.bench.indicators.IndicatorBench;
import vn.monitoring.bench.load.NationalAccounts;
import vn.monitoring.client.ClientFailure;
import vn.monitoring.client.Parallel;
import vn.monitoring.client.Session;
import vn.monitoring.client.Write;

/// One period in which every commune of every loaded province owes a report: a regime for each province, opened for a
/// month that nobody has reported yet.
final class ReportingRound {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    static final String NAME = "Báo cáo đo hiệu năng của cấp xã";

    private static final int PROVINCES_AT_ONCE = 4;
    private static final int OLDEST = 60;

    private record Regime(String id, String name, String receiverUnitCode) {}

    private record NewRegime(
            String name, String receiverUnitCode, String senderRule, List<String> frequencies, String calendar) {}

    private record NewPeriod(String period) {}

    record OpenPeriod(int created, int existing, List<Obligation> obligations) {}

    record Obligation(
            String id,
            String unitCode,
            String status,
            @Nullable String reportId) {}

    private record Drafts(long owed, long drafted, long present, long open) {}

    private record Nothing() {}

    private final Session receiver;
    private final ReportDatabase database;
    private final Map<String, String> regimes;
    private final String period;

    private ReportingRound(Session receiver, ReportDatabase database, Map<String, String> regimes, String period) {
        this.receiver = receiver;
        this.database = database;
        this.regimes = regimes;
        this.period = period;
    }

    /// Opens the newest month that is free.
    static ReportingRound open(IndicatorBench bench, ReportDatabase database) {
        Session receiver = bench.api().as(NationalAccounts.VERIFIER);
        Map<String, String> present = receiver.list("/api/v1/report-regimes", Regime.class).stream()
                .filter(regime -> regime.name().equals(NAME))
                .collect(Collectors.toMap(Regime::receiverUnitCode, Regime::id));
        Map<String, String> regimes = bench.provinces().stream()
                .collect(Collectors.toMap(
                        province -> province,
                        province -> present.containsKey(province)
                                ? present.get(province)
                                : receiver.write(Write.post(
                                                "/api/v1/report-regimes",
                                                new NewRegime(
                                                        NAME,
                                                        province,
                                                        "COMMUNES_BELOW_RECEIVER",
                                                        List.of("MONTH"),
                                                        "DECREE")))
                                        .as(Regime.class)
                                        .id()));
        return new ReportingRound(receiver, database, regimes, freeMonth(database.monthsOf(NAME)));
    }

    private static String freeMonth(List<String> used) {
        YearMonth month = YearMonth.now(ZONE).minusMonths(1);
        for (int back = 0; back < OLDEST; back++) {
            String key = month.minusMonths(back).toString();
            if (!used.contains(key)) {
                return key;
            }
        }
        throw new ClientFailure("Every month of %d was reported in benchmarks: ./platform reset.".formatted(OLDEST));
    }

    String period() {
        return period;
    }

    /// Opens the period in every province; how many reports are owed.
    long owe() {
        Parallel.forEach(
                regimes.values(),
                PROVINCES_AT_ONCE,
                regime -> receiver.write(
                        Write.post("/api/v1/report-regimes/" + regime + "/periods", new NewPeriod(period))));
        return database.owed(NAME, period);
    }

    /// Drafts all of them.
    void draft() {
        Parallel.forEach(
                regimes.values(),
                PROVINCES_AT_ONCE,
                regime -> receiver.write(Write.post(
                                "/api/v1/report-regimes/%s/periods/%s/drafts".formatted(regime, period), new Nothing()))
                        .as(Drafts.class));
    }

    long drafted() {
        return database.drafted(NAME, period);
    }

    List<UUID> putAsSent() {
        return database.putAsSent(NAME, period);
    }

    /// Accepts them in one batch; how many were accepted.
    int accept(List<UUID> reports) {
        String csv = reports.stream().map(id -> id + ",1\n").collect(Collectors.joining("", "report_id,edition\n", ""));
        return receiver.write(Write.csv("/api/v1/report-acceptances:batch?results=failed", csv))
                .as(BatchAnswer.class)
                .summary()
                .updated();
    }

    private record BatchAnswer(Summary summary) {
        record Summary(int rows, int updated, int failed) {}
    }
}
