package vn.monitoring.indicator.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import vn.monitoring.indicator.Golden;
import vn.monitoring.indicator.target.Direction;
import vn.monitoring.kit.testing.PlatformTestResource;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class CatalogueTest {

    private final CanonicalIndicatorRepository catalogue;

    CatalogueTest(CanonicalIndicatorRepository catalogue) {
        this.catalogue = catalogue;
    }

    @Test
    void holdsEveryAgreedIndicator() {
        assertThat(catalogue.listAll()).hasSameSizeAs(Golden.rows("indicator-catalogue.csv"));
        assertThat(Golden.rows("indicator-catalogue.csv"))
                .allSatisfy(row -> assertThat(catalogue.findById(row.get("code")))
                        .satisfies(entry -> {
                            assertThat(entry.name()).isEqualTo(row.get("name"));
                            assertThat(entry.unit()).isEqualTo(row.get("unit"));
                            assertThat(entry.numerator()).isEqualTo(row.get("numerator"));
                            assertThat(entry.denominator() == null ? "—" : entry.denominator())
                                    .isEqualTo(row.get("denominator"));
                            assertThat(row.get("measure").toUpperCase(java.util.Locale.ROOT))
                                    .startsWith(entry.measure().name());
                            assertThat(entry.direction() == Direction.MAINTAIN)
                                    .isEqualTo(row.get("direction").startsWith("duy trì"));
                        }));
    }
}
