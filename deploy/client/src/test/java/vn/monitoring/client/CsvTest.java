package vn.monitoring.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CsvTest {

    @Test
    void readsQuotedCellsWithCommasQuotesAndLineBreaks() {
        assertThat(Csv.parse("a,b\n\"một, hai\",\"nói \"\"có\"\"\"\r\n\"dòng\nhai\",\n"))
                .containsExactly(
                        java.util.List.of("a", "b"),
                        java.util.List.of("một, hai", "nói \"có\""),
                        java.util.List.of("dòng\nhai", ""));
    }

    @Test
    void readsALastRowWithoutItsLineBreak() {
        assertThat(Csv.parse("a,b")).containsExactly(java.util.List.of("a", "b"));
    }
}
