package vn.monitoring.bench.indicators;

import java.util.List;
import vn.monitoring.bench.load.Accounts;
import vn.monitoring.client.Api;

/// Ordinary users, a reporter for each of some provinces: a load comes from many people, not from one.
public record Reporters(List<Reporter> all) {

    /// @param indicators of his province's communes
    public record Reporter(String user, String province, List<LoadedIndicator> indicators) {

        public String token(Api api) {
            return api.tokens().of(user);
        }
    }

    /// One for each connection where there are as many provinces.
    public static Reporters of(IndicatorBench bench, int connections) {
        return of(bench, bench.provinces().stream().limit(connections).toList());
    }

    static Reporter ofProvince(IndicatorBench bench, String province) {
        return of(bench, List.of(province)).at(0);
    }

    private static Reporters of(IndicatorBench bench, List<String> provinces) {
        List<Reporter> reporters = provinces.stream()
                .map(province -> new Reporter("bench-reporter-" + province, province, bench.ofProvince(province)))
                .toList();
        try (Accounts accounts = new Accounts(bench.site().keycloak())) {
            reporters.forEach(reporter -> accounts.ensure(new Accounts.Account(
                    reporter.user(), "Người nhập số liệu", List.of(reporter.province()), List.of("reporter"))));
        }
        return new Reporters(reporters);
    }

    Reporter at(int connection) {
        return all.get(connection % all.size());
    }
}
