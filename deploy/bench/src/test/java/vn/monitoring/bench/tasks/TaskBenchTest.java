package vn.monitoring.bench.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TaskBenchTest {

    @Test
    void wantsAllOrThoseNamed() {
        TaskBench.Wish all = new TaskBench.Wish(List.of(), 20, 3);
        TaskBench.Wish one = new TaskBench.Wish(List.of("worklist"), 20, 3);

        assertThat(all.wants(new EvaluationBenchmark())).isTrue();
        assertThat(one.wants(new EvaluationBenchmark())).isFalse();
        assertThat(one.wants(new WorkListBenchmark())).isTrue();
    }

    @Test
    void refusesWhatItDoesNotHave() {
        assertThatThrownBy(() -> new TaskBench.Wish(List.of("gradings"), 20, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("evaluation,worklist,statistics,import");
        assertThatThrownBy(() -> new TaskBench.Wish(List.of(), 1, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TaskBench.Wish(List.of(), 20, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
