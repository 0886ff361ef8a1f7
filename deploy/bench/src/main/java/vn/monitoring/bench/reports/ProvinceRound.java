package vn.monitoring.bench.reports;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.monitoring.bench.indicators.IndicatorBench;
import vn.monitoring.bench.indicators.LoadedIndicator;
import vn.monitoring.bench.load.Accounts;
import vn.monitoring.bench.measure.Target;
import vn.monitoring.client.Session;
import vn.monitoring.client.Write;

/// The largest province's own report, which takes up the accepted reports of its communes.
final class ProvinceRound {

    private static final Target CONSOLIDATION = Target.atMost(2);
    private static final int ENOUGH_COMMUNES = 100;
    private static final String NAME = "Báo cáo đo hiệu năng của cấp tỉnh";

    private record Regime(String id, String name) {}

    private record NewRegime(
            String name,
            String receiverUnitCode,
            String receiverName,
            String senderRule,
            List<String> senders,
            List<String> frequencies,
            String calendar) {}

    private record NewPeriod(String period) {}

    private record Draft(String obligationId) {}

    private record Drafted(String id) {}

    private record Nothing() {}

    private record Consolidation(Facts facts) {
        record Facts(int reported, int expected) {}
    }

    private final IndicatorBench bench;
    private final String period;

    ProvinceRound(IndicatorBench bench, String period) {
        this.bench = bench;
        this.period = period;
    }

    void measure(String benchmark) {
        String province = largest();
        Session own = account(province);
        String regime = own.list("/api/v1/report-regimes", Regime.class).stream()
                .filter(present -> present.name().equals(NAME))
                .map(Regime::id)
                .findFirst()
                .orElseGet(() -> own.write(Write.post(
                                "/api/v1/report-regimes",
                                new NewRegime(
                                        NAME,
                                        province,
                                        "Bộ Khoa học và Công nghệ",
                                        "LISTED",
                                        List.of(province),
                                        List.of("MONTH"),
                                        "DECREE")))
                        .as(Regime.class)
                        .id());
        String report = own.write(Write.post("/api/v1/report-regimes/" + regime + "/periods", new NewPeriod(period)))
                .as(ReportingRound.OpenPeriod.class)
                .obligations()
                .getFirst()
                .id();
        if (own.find("/api/v1/reports/" + report, Drafted.class).isEmpty()) {
            own.write(Write.post("/api/v1/reports", new Draft(report)));
        }
        long begin = System.nanoTime();
        Consolidation made = own.write(Write.post("/api/v1/reports/" + report + "/consolidation", new Nothing())
                        .ifMatch("*"))
                .as(Consolidation.class);
        bench.figure(
                benchmark,
                "reports of %d of %d communes consolidated"
                        .formatted(made.facts().reported(), made.facts().expected()),
                (System.nanoTime() - begin) / 1e9,
                "s",
                made.facts().reported() >= ENOUGH_COMMUNES ? CONSOLIDATION : null);
    }

    private String largest() {
        Map<String, Long> communes = bench.loaded().stream()
                .collect(Collectors.groupingBy(
                        LoadedIndicator::province,
                        Collectors.collectingAndThen(
                                Collectors.mapping(LoadedIndicator::commune, Collectors.toSet()),
                                set -> (long) set.size())));
        return communes.entrySet().stream()
                .max(Comparator.comparing(Map.Entry<String, Long>::getValue).thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .orElseThrow();
    }

    private Session account(String province) {
        String user = "bench-office-" + province;
        try (Accounts accounts = new Accounts(bench.site().keycloak())) {
            accounts.ensure(new Accounts.Account(
                    user,
                    "Văn phòng đo hiệu năng",
                    List.of(province),
                    List.of("standing-body", "reporter", "unit-head")));
        }
        return bench.api().as(user);
    }
}
