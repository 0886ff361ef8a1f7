package vn.monitoring.bench.load;

import java.util.List;
import vn.monitoring.bench.country.Country;
import vn.monitoring.bench.country.Province;
import vn.monitoring.bench.load.Accounts.Account;

/// The users that act for the whole generated country.
public final class NationalAccounts {

    /// Enters units, plans and figures of every province.
    public static final String LOADER = "country-loader";

    /// Verifies the figures: another user than the one who entered them.
    public static final String VERIFIER = "country-verifier";

    /// Takes tasks on for their leads.
    public static final String REPORTER = "country-reporter";

    private NationalAccounts() {}

    /// They may act in all 34 provinces, also where fewer are loaded: a load of another size leaves them as they are.
    static List<Account> all() {
        List<String> provinces =
                Country.allProvinces().stream().map(Province::code).toList();
        return List.of(
                new Account(
                        LOADER,
                        "Nạp số liệu cả nước",
                        provinces,
                        List.of("province-admin", "standing-body", "integration")),
                new Account(VERIFIER, "Xác nhận số liệu cả nước", provinces, List.of("standing-body")),
                new Account(REPORTER, "Tiếp nhận nhiệm vụ cả nước", provinces, List.of("reporter")));
    }
}
