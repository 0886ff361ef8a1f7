package vn.monitoring.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundariesTest {

    private static final Map<String, String> KNOWN = Map.of("/api/v1/notes/{id}", "7");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            body /text: absent              | true  | {"kind":"PUBLIC","share":1,"on":"2026-06-30"}
            body /text: too long            | true  | "text":"aaaaaa"
            body /text: as long as may be   | false | "text":"\u00c4\u0083\u00c4\u0083\u00c4\u0083\u00c4\u0083\u00c4\u0083"
            body /text: too short           | true  | "text":""
            body /text: null                | true  | "text":null
            body /on: null                  | false | "on":null
            body /on: absent                | false | {"text":"ghi","kind":"PUBLIC","share":1}
            body /on: the day 2025-02-30    | true  | "on":"2025-02-30"
            body /kind: a name that is none | true  | "kind":"NO_SUCH_NAME"
            body /kind: the name OWN        | false | "kind":"OWN"
            body /share: below the least    | true  | "share":-0.01
            body /share: the most           | false | "share":100
            body /share: above the most     | true  | "share":100.01
            body : an unknown field         | true  | "noSuchField":1""")
    void standsOnBothSidesOfWhatTheSchemaAllows(String what, boolean refused, String body) {
        Attack attack = made(boundaries("writeNote"), what.strip());

        assertThat(attack.refused()).isEqualTo(refused);
        assertThat(text(attack)).startsWith("PUT /api/v1/notes/7 HTTP/1.1\r\n").contains(body);
    }

    @ParameterizedTest
    @CsvSource({
        "query limit: below the least, true, limit=0",
        "query limit: the most, false, limit=200",
        "query limit: above the most, true, limit=201",
        "query from: the day 2025-02-30, true, from=2025-02-30"
    })
    void asksWithParametersOnBothSides(String what, boolean refused, String query) {
        Attack attack = made(boundaries("listNotes"), what);

        assertThat(attack.refused()).isEqualTo(refused);
        assertThat(text(attack)).startsWith("GET /api/v1/notes?" + query + " HTTP/1.1\r\n");
    }

    @Test
    void combinesWhatIsValidAlikeForTheSameSeed() {
        List<String> once = combinations(57);

        assertThat(once).isEqualTo(combinations(57)).isNotEqualTo(combinations(58));
        assertThat(once).allMatch(text -> text.contains("\"text\":"));
        assertThat(once).anyMatch(text -> !text.contains("\"kind\":"));
        assertThat(once).anyMatch(text -> text.contains("\"kind\":\"OWN\""));
        assertThat(once).noneMatch(text -> text.contains("NO_SUCH_NAME"));
    }

    private static List<String> combinations(int seed) {
        Random chance = new Random(seed);
        Boundaries boundaries = boundaries("writeNote");
        return IntStream.range(0, 60)
                .mapToObj(_ -> text(boundaries.combination(chance)))
                .toList();
    }

    private static Boundaries boundaries(String operation) {
        Contract contract = Documents.notes(KNOWN);
        return new Boundaries(
                contract,
                contract.operations().stream()
                        .filter(one -> one.id().equals(operation))
                        .findFirst()
                        .orElseThrow(),
                KNOWN,
                null,
                new Marks("test", 1),
                Door.GATEWAY);
    }

    private static Attack made(Boundaries boundaries, String what) {
        return boundaries.drafts().stream()
                .filter(draft -> draft.what().equals(what))
                .findFirst()
                .orElseThrow()
                .make();
    }

    private static String text(Attack attack) {
        return new String(attack.bytes(), StandardCharsets.ISO_8859_1);
    }
}
