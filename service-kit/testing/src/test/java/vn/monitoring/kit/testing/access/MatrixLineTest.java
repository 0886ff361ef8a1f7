package vn.monitoring.kit.testing.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.monitoring.kit.security.Role;
import vn.monitoring.kit.testing.access.MatrixLine.Cell;

class MatrixLineTest {

    private static final Caller LEADER = new Caller(Role.LEADER, "10675");
    private static final Caller REPORTER = new Caller(Role.REPORTER, "10675");

    @Test
    void readsRolesRelationsAndStates() {
        MatrixLine line =
                MatrixLine.of("task, acceptTask, leader reporter, 201 reporter=403:NOT_YOURS, shown, -, hidden, 404,"
                        + " closed=409:PERIOD_CLOSED; own=200 leader=204, not one's own, nor another's");

        assertThat(line.service()).isEqualTo("task");
        assertThat(line.operation()).isEqualTo("acceptTask");
        assertThat(line.open()).isFalse();
        assertThat(line.roles()).containsExactly("leader", "reporter");
        assertThat(line.relations())
                .containsOnlyKeys(Relation.OWN, Relation.DESCENDANT, Relation.SIBLING, Relation.NONE);
        assertThat(line.relations()).containsEntry(Relation.DESCENDANT, Cell.of("shown"));
        assertThat(line.states()).containsOnlyKeys("closed", "own").containsEntry("own", Cell.of("200 leader=204"));
    }

    @Test
    void readsCells() {
        Cell cell = Cell.of("201 reporter=403:NOT_YOURS");

        assertThat(cell.of(LEADER)).isEqualTo(new Outcome(201, null, null));
        assertThat(cell.of(REPORTER)).isEqualTo(new Outcome(403, "NOT_YOURS", null));
        assertThat(Cell.of("shown").of(LEADER)).isEqualTo(new Outcome(200, null, true));
        assertThat(Cell.of("hidden").of(LEADER)).isEqualTo(new Outcome(200, null, false));
        assertThat(Cell.of("404").of(LEADER)).isEqualTo(new Outcome(404, "NOT_FOUND", null));
    }

    @Test
    void readsWhoeverMayCall() {
        assertThat(MatrixLine.of("task, list, every, 200, 200, 200, 200, 200, , ")
                        .roles())
                .isEqualTo(Role.ALL);
        assertThat(MatrixLine.of("task, list, public, 200, 200, 200, 200, 200, , "))
                .matches(MatrixLine::open)
                .matches(line -> line.roles().isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "task, list, every, 200, 200, 200, 200, 200 ; columns",
                "tsak, list, every, 200, 200, 200, 200, 200, , ; tsak",
                "task, list, chief, 200, 200, 200, 200, 200, , ; chief",
                "task, list, every, 200 chief=404, 200, 200, 200, 200, , ; chief",
                "task, list, every, 409, 200, 200, 200, 200, , ; PERIOD_CLOSED",
                "task, list, every, seen, 200, 200, 200, 200, , ; seen",
                "task, list, every, 200, 200, 200, 200, 200, closed, ; closed"
            })
    void refusesWhatItDoesNotUnderstand(String line, String named) {
        assertThatThrownBy(() -> MatrixLine.of(line))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(named);
    }
}
