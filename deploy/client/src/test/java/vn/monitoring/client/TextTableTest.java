package vn.monitoring.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTableTest {

    @Test
    void alignsVietnameseTextAndPutsNumbersRight() {
        TextTable table = new TextTable("đơn vị", "đạt").row("Thạch Khôi", 7).row("Đa Mai", 12);
        assertThat(table.lines())
                .containsExactly("đơn vị      đạt", "──────────  ───", "Thạch Khôi    7", "Đa Mai       12");
    }

    @Test
    void alignsDecomposedLettersToo() {
        TextTable table = new TextTable("a", "b").row("Đa Mai", "x").row("Ho\u0323c", "y");
        assertThat(table.lines().getLast()).isEqualTo("Học     y");
    }

    @Test
    void shortensLongCellsToOneLine() {
        TextTable table = new TextTable("a").row("một\nhai  " + "x".repeat(100));
        assertThat(table.lines().getLast())
                .startsWith("một hai xxx")
                .endsWith("…")
                .hasSize(60);
    }
}
