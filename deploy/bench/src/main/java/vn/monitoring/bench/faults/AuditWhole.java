package vn.monitoring.bench.faults;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.List;
import vn.monitoring.audit.Trails;
import vn.monitoring.audit.Verification;
import vn.monitoring.bench.Site;
import vn.monitoring.bench.faults.check.CheckResult;
import vn.monitoring.client.ClientFailure;

/// The audit trails are whole, and the tables hold what they say.
public final class AuditWhole {

    private AuditWhole() {}

    public static CheckResult check(Site site) {
        try {
            List<Verification.Result> results = Trails.verify(site.home(), site.ports(), true);
            List<String> violations = results.stream()
                    .flatMap(result -> result.findings().stream()
                            .map(finding -> "%s %s %s: %s"
                                    .formatted(result.service(), finding.kind(), finding.place(), finding.message())))
                    .toList();
            long entries =
                    results.stream().mapToLong(Verification.Result::entries).sum();
            long lines =
                    results.stream().mapToLong(Verification.Result::signedLines).sum();
            return CheckResult.of(
                    "The audit trails are whole and agree with the tables",
                    "%,d entries, %,d lines of signed heads".formatted(entries, lines),
                    violations);
        } catch (IOException | GeneralSecurityException | SQLException e) {
            throw new ClientFailure("The audit trails cannot be verified: " + e.getMessage(), e);
        }
    }
}
