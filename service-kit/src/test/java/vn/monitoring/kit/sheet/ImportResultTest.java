package vn.monitoring.kit.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ImportResultTest {

    private final Table table = Tables.indicators("Stt|Chỉ tiêu|2030\n1|Một|1\n2|Hai|2\n3|Ba|3\n4|Bốn|4");

    @Test
    void countsRowsByOutcome() {
        var rows = List.of(
                row(Outcome.ACCEPTED, Change.CREATED),
                row(Outcome.FLAGGED, Change.UNCHANGED),
                row(Outcome.NEEDS_DECISION, Change.UPDATED),
                row(Outcome.REJECTED, null));
        assertThat(ImportResult.of(true, null, table, List.of(), rows).counts())
                .isEqualTo(new ImportResult.Counts(4, 1, 1, 1, 1, 1));
    }

    @Test
    void refusesARowWithoutAnOutcome() {
        var rows = Stream.generate(() -> row(Outcome.ACCEPTED, Change.CREATED))
                .limit(3)
                .toList();
        assertThatThrownBy(() -> ImportResult.of(true, null, table, List.of(), rows))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("4 rows in, but 3 accepted");
    }

    private static RowOutcome row(Outcome outcome, @Nullable Change change) {
        return new RowOutcome("Chỉ tiêu!A2", "1", "Một", outcome, change, null, List.of());
    }
}
