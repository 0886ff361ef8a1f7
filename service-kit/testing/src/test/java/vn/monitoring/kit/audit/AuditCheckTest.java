package vn.monitoring.kit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.monitoring.kit.metric.Freshness;
import vn.monitoring.kit.testing.PlatformTestResource;
import vn.monitoring.kit.testing.Scrape;
import vn.monitoring.kit.testing.TestDatabase;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class AuditCheckTest {

    private static final TestDatabase DATABASE = TestDatabase.shared();

    @Inject
    DataSource dataSource;

    @Inject
    Freshness freshness;

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private AuditCheck check;

    @BeforeEach
    void writeAFew() {
        DATABASE.truncateAll();
        check = new AuditCheck(dataSource, freshness, registry);
        writeThree();
    }

    @Test
    void findsAWholeTrailWholeAndSaysWhen() {
        check.check();
        writeThree();
        check.check();
        assertThat(broken()).isZero();
        assertThat(Scrape.now().value("monitoring_audit_checked_timestamp_seconds{trail=\"youngest\"}"))
                .isPositive();
    }

    /// Of what was looked at before and of what is new.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entry set username = 'somebody' where (chain, seq) in (select chain, max(seq) from audit_entry group by chain)",
                "delete from audit_entry where (chain, seq) in (select chain, max(seq) from audit_entry group by chain)"
            })
    void missesAnEndThatWasChangedOrCutOff(String tampering) {
        check.check();
        tamper(tampering);
        check.check();
        assertThat(broken()).isPositive();
    }

    @Test
    void findsAnEntryThatWasChangedBeforeItLooked() {
        tamper("update audit_entry set username = 'somebody' where seq = 1");
        check.check();
        assertThat(broken()).isPositive();
    }

    private double broken() {
        return registry.get("monitoring.audit.chains.broken").gauge().value();
    }

    private static void writeThree() {
        for (int n = 0; n < 3; n++) {
            DATABASE.execute("insert into note (unit_code, content) values ('31', '%s')".formatted(UUID.randomUUID()));
        }
    }

    private static void tamper(String statement) {
        DATABASE.execute("alter table audit_entry disable trigger user");
        DATABASE.execute(statement);
        DATABASE.execute("alter table audit_entry enable trigger user");
    }
}
