package vn.monitoring.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AttacksTest {

    private static final Map<String, String> KNOWN = Map.of("/api/v1/notes/{id}", "7");

    @Test
    void addsAHeaderAndLeavesTheRest() {
        Attack usual = attacks().usual();
        Attack dressed = usual.with("Authorization", "Bearer x");

        assertThat(dressed.head())
                .startsWith("PUT /api/v1/notes/7 HTTP/1.1\r\nAuthorization: Bearer x\r\nHost: localhost\r\n");
        assertThat(dressed.body()).isEqualTo(usual.body());
        assertThat(new String(usual.body(), StandardCharsets.UTF_8))
                .isEqualTo("{\"text\":\"ghi\",\"kind\":\"PUBLIC\",\"share\":1,\"on\":\"2026-06-30\"}");
    }

    @Test
    void makesTheSameRequestsInTheSameOrder() {
        List<String> once = attacks().drafts().stream().map(Draft::what).toList();

        assertThat(once).hasSizeGreaterThan(300).doesNotHaveDuplicates();
        assertThat(attacks().drafts().stream().map(Draft::what)).isEqualTo(once);
    }

    @Test
    void marksEachStoredTextWithItsOwnMark() {
        List<String> marks = attacks().drafts().stream()
                .filter(draft -> draft.what().startsWith("body /text: text "))
                .map(draft -> draft.make().mark())
                .toList();

        assertThat(marks).isNotEmpty().doesNotHaveDuplicates().allMatch(mark -> mark.matches(Marks.PATTERN));
    }

    @Test
    void tellsWhatNoServerReads() {
        Attack large = attacks().drafts().stream()
                .filter(draft -> draft.what().equals("a header of 1 MB"))
                .findFirst()
                .orElseThrow()
                .make();

        assertThat(large.bare()).isTrue();
        assertThat(attacks().usual().bare()).isFalse();
    }

    private static Attacks attacks() {
        Contract contract = Documents.notes(KNOWN);
        return new Attacks(contract, contract.operations().get(1), KNOWN, null, new Marks("test", 1), Door.GATEWAY);
    }
}
