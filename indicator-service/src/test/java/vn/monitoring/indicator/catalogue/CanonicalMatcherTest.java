package vn.monitoring.indicator.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.monitoring.indicator.catalogue.CanonicalMatcher.Candidate;
import vn.monitoring.kit.testing.PlatformTestResource;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class CanonicalMatcherTest {

    private final CanonicalIndicatorRepository catalogue;

    CanonicalMatcherTest(CanonicalIndicatorRepository catalogue) {
        this.catalogue = catalogue;
    }

    private List<Candidate> rank(String name, int limit) {
        return new CanonicalMatcher(catalogue.listAll()).rank(name, limit);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HỒ SƠ TTHC  xử lý trực tuyến | CQ.HOSO_TT | 1.0",
                "Tỷ lệ hồ sơ thủ tục hành chính được xử lý trực tuyến | CQ.HOSO_TT | 0.999",
                "Tỷ lệ người dân trưởng thành có chữ ký số | XH.CKS | 0.999",
                "Phủ sóng 6G | HT.6G | 0.999",
            })
    void ranksTheLikeliestFirst(String name, String code, double atMost) {
        List<Candidate> ranked = rank(name, 5);

        assertThat(ranked.getFirst().canonical().code()).isEqualTo(code);
        assertThat(ranked.getFirst().score()).isLessThanOrEqualTo(atMost);
        assertThat(ranked).extracting(Candidate::score).isSortedAccordingTo((one, other) -> Double.compare(other, one));
    }

    @Test
    void namesTheWordsThatTheNamesShare() {
        Candidate first = rank("Tỷ lệ người dân trưởng thành có chữ ký số", 1).getFirst();

        assertThat(first.words()).contains("trưởng thành", "chữ", "ký");
    }

    @Test
    void suggestsNothingForWordsThatNoEntryHas() {
        assertThat(rank("Số con bò được gắn thẻ tai", 5)).isEmpty();
        assertThat(rank("của và các", 5)).isEmpty();
        assertThat(rank("", 5)).isEmpty();
    }
}
