package vn.monitoring.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import vn.monitoring.kit.testing.upgrade.NewMigrations;

/// Migrations that came after the last release (`docs/released`).
class MigrationsTest {

    @Test
    void letTheReleasedVersionRunBesideThem() throws SQLException {
        assertThat(NewMigrations.of(
                                "service-kit/src/main/resources/db/kit",
                                "service-kit/src/main/resources/db/unit",
                                "report-service/src/main/resources/db/migration")
                        .violations())
                .as("add now, take away after the next release: docs/operations.md, Upgrading")
                .isEmpty();
    }
}
