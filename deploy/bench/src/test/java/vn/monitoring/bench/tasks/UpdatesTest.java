package vn.monitoring.bench.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.monitoring.bench.measure.HttpLoad.Call;
import vn.monitoring.client.Json;

class UpdatesTest {

    private static final List<LoadedTask> TASKS = IntStream.range(0, 20)
            .mapToObj(number -> new LoadedTask(new UUID(1, number), number % 2 == 0 ? "31" : "24", "unit"))
            .toList();
    private static final Map<String, String> TOKENS = Map.of("31", "token of 31", "24", "token of 24");

    private final Updates updates = new Updates(TASKS, TOKENS, LocalDate.of(2026, 11, 22), 57);

    @Test
    void givesEachTaskItsTurnBeforeOneComesAgain() {
        List<String> first = paths();
        List<String> second = paths();

        assertThat(first).doesNotHaveDuplicates().hasSize(TASKS.size());
        assertThat(second).containsExactlyElementsOf(first);
    }

    @Test
    void asksAsAReporterOfTheTasksProvince() {
        for (int i = 0; i < TASKS.size(); i++) {
            Call call = updates.next(0);
            UUID id = UUID.fromString(call.path().split("/", -1)[4]);
            String province = id.getLeastSignificantBits() % 2 == 0 ? "31" : "24";
            assertThat(call.token()).isEqualTo("token of " + province);
        }
    }

    @Test
    void saysAllThatAValidUpdateNeeds() {
        JsonNode body = Json.tree(Objects.requireNonNull(updates.next(0).body()).toString());

        assertThat(body.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("asOf", "percent", "status", "result", "difficulty", "nextStep");
        assertThat(body.path("percent").asInt()).as("never all done").isLessThan(100);
    }

    private List<String> paths() {
        return IntStream.range(0, TASKS.size())
                .mapToObj(_ -> updates.next(0).path())
                .toList();
    }
}
