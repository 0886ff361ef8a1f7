package vn.monitoring.bench.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.monitoring.bench.badinput.Request.Kind;
import vn.monitoring.hostile.Contract;

class RequestPlanTest {

    private static final Path PROJECT = Path.of(System.getProperty("monitoring.root", "../.."));

    @Test
    void makesAsManyAsAreWantedOfAllKinds() {
        List<Request> requests = plan(200, 57);

        assertThat(requests).hasSize(200);
        assertThat(requests.stream().map(Request::kind).collect(Collectors.toSet()))
                .containsAll(EnumSet.complementOf(EnumSet.of(Kind.FOREIGN)));
    }

    @Test
    void asksInEveryRole() {
        List<String> roles = plan(80, 57).stream()
                .map(Request::caller)
                .filter(Objects::nonNull)
                .map(Caller::role)
                .distinct()
                .toList();

        assertThat(roles)
                .containsExactlyInAnyOrderElementsOf(
                        Caller.HOME.stream().map(Caller::role).distinct().toList());
    }

    @Test
    void isTheSameForTheSameSeed() {
        assertThat(bytes(120, 57)).isEqualTo(bytes(120, 57)).isNotEqualTo(bytes(120, 58));
    }

    @Test
    void countsOnRefusalOfWhoMayNot() {
        assertThat(plan(100, 57).stream().filter(request -> request.kind() == Kind.ROLE))
                .isNotEmpty()
                .allMatch(Request::changesNothing)
                .noneMatch(request ->
                        Objects.requireNonNull(request.caller()).role().equals("reporter"));
    }

    @Test
    void readsWhichOperationsRefuseAnotherProvince() {
        Elsewhere elsewhere = Elsewhere.read(PROJECT);

        assertThat(elsewhere.refuses("getMeasurement")).isTrue();
        assertThat(elsewhere.refuses("listMeasurements")).isFalse();
        assertThat(elsewhere.refuses("listCatalogue")).isFalse();
    }

    private static List<String> bytes(int number, int seed) {
        return plan(number, seed).stream()
                .map(request -> new String(request.draft().make().bytes(), StandardCharsets.ISO_8859_1))
                .toList();
    }

    private static List<Request> plan(int number, int seed) {
        JsonNode document = Samples.DOCUMENT;
        return new RequestPlan(
                        document,
                        new Contract(document, Map.of()).operations().getFirst(),
                        (_, caller, turn) -> Map.of("unitCode", caller.unit(), "/api/v1/notes/{id}", "" + turn),
                        Elsewhere.read(PROJECT),
                        new Extent(number, List.of(), seed),
                        "test",
                        1)
                .requests();
    }
}
