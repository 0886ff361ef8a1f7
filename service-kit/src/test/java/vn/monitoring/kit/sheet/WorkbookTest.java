package vn.monitoring.kit.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkbookTest {

    private static final Workbook.Limits SMALL = new Workbook.Limits(1 << 20, 1 << 21, 50, 10, 100);

    @Test
    void showsNumbersAsTheOfficeSeesThem() throws IOException {
        var sheet = Workbook.read(
                        xlsx("Chỉ tiêu", cells -> {
                            cells.value(0, 0, 1);
                            cells.value(0, 1, 1.5);
                            cells.value(0, 2, 0.855);
                            cells.style(0, 2).format("0.0%").set();
                            cells.value(0, 3, LocalDate.of(2025, 9, 30));
                            cells.style(0, 3).format("dd/mm/yyyy").set();
                            cells.value(2, 1, "Tăng\ncường");
                            cells.value(2, 2, true);
                        }),
                        "kế hoạch.XLSX")
                .sheet("chỉ tiêu");

        assertThat(sheet.lines().getFirst()).containsExactly("1", "1,5", "85,5%", "30/09/2025");
        assertThat(sheet.isBlank(1)).isTrue();
        assertThat(sheet.text(2, 1)).isEqualTo("Tăng\ncường");
        assertThat(sheet.text(2, 2)).isEqualTo("có");
        assertThat(sheet.text(9, 9)).isEmpty();
        assertThat(sheet.place(2, 27)).isEqualTo("Chỉ tiêu!AB3");
    }

    @Test
    void findsASheetByItsFoldedName() throws IOException {
        var workbook = Workbook.read(xlsx("PL2 – NHIỆM  VỤ", cells -> cells.value(0, 0, "a")), "a.xlsx");
        assertThat(workbook.sheet("Nhiệm vụ").name()).isEqualTo("PL2 – NHIỆM  VỤ");
        assertThatThrownBy(() -> workbook.sheet("Chỉ tiêu")).isInstanceOfSatisfying(SheetException.class, e -> {
            assertThat(e.fault()).isEqualTo(SheetFault.SHEET_MISSING);
            assertThat(e.detail().vi()).contains("«Chỉ tiêu»").contains("«PL2 – NHIỆM  VỤ»");
        });
    }

    @Test
    void takesTheOnlySheetThatHoldsTheTable() throws IOException {
        var reader = new TableReader(Tables.INDICATORS);
        var other = Workbook.read(
                xlsx("Phụ lục 1", cells -> {
                    cells.value(0, 0, "Stt");
                    cells.value(0, 1, "Chỉ tiêu");
                    cells.value(0, 2, 2030);
                }),
                "a.xlsx");

        assertThat(other.sheet("Chỉ tiêu", reader).name()).isEqualTo("Phụ lục 1");
        var none = Workbook.read(xlsx("Phụ lục 1", cells -> cells.value(0, 0, "Stt")), "a.xlsx");
        assertThatThrownBy(() -> none.sheet("Chỉ tiêu", reader)).isInstanceOf(SheetException.class);
    }

    @Test
    void knowsCellsMergedOverLines() throws IOException {
        var sheet = Workbook.read(
                        xlsx("Chỉ tiêu", cells -> {
                            cells.value(1, 27, "UBND");
                            cells.range(1, 27, 3, 27).merge();
                            cells.value(5, 0, "A");
                            cells.range(5, 0, 5, 3).merge();
                        }),
                        "a.xlsx")
                .sheet("Chỉ tiêu");

        assertThat(sheet.spans()).containsExactly(new Sheet.Span(27, 1, 3));
        assertThat(sheet.spanning(3, 27)).contains("UBND");
        assertThat(sheet.spanning(4, 27)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Stt,Chỉ tiêu,2030\n1,\"Một, hai\",10%\n",
                "\uFEFFStt;Chỉ tiêu;2030\r\n1;Một, hai;10%",
                "Stt\tChỉ tiêu\t2030\n1\tMột, hai\t10%"
            })
    void readsCsvWithAnySeparator(String content) {
        var sheet = Workbook.read(bytes(content), "C:\\kế hoạch\\bảng.csv").sheet("Chỉ tiêu");
        assertThat(sheet.name()).isEqualTo("bảng");
        assertThat(sheet.lines()).containsExactly(List.of("Stt", "Chỉ tiêu", "2030"), List.of("1", "Một, hai", "10%"));
    }

    @Test
    void readsQuotedLineBreaksAndQuotes() {
        var sheet = Workbook.read(bytes("a,b\n\"Tăng\ncường\",\"phong trào \"\"số\"\"\""), "x.csv")
                .sheet("x");
        assertThat(sheet.lines().getLast()).containsExactly("Tăng\ncường", "phong trào \"số\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan.xlsx", "plan.xls", "plan", "plan.pdf"})
    void refusesWhatIsNoWorkbook(String fileName) {
        assertThatThrownBy(() -> Workbook.read(bytes("not a workbook"), fileName))
                .isInstanceOfSatisfying(SheetException.class, e -> {
                    assertThat(e.fault()).isEqualTo(SheetFault.NOT_A_WORKBOOK);
                    assertThat(e.detail().vi()).contains(".xlsx");
                    assertThat(e.detail().en()).contains("upload");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan.xlsx", "plan.xls"})
    void saysThatAPasswordOrAnOldKindIsInTheWay(String fileName) {
        var compound = new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0};
        assertThatThrownBy(() -> Workbook.read(new ByteArrayInputStream(compound), fileName))
                .isInstanceOfSatisfying(SheetException.class, e -> {
                    assertThat(e.fault()).isEqualTo(SheetFault.NOT_A_WORKBOOK);
                    assertThat(e.detail().vi()).contains("mật khẩu");
                });
    }

    @Test
    void refusesAnArchiveThatIsNoWorkbookAndABrokenOne() throws IOException {
        assertFault(SheetFault.NOT_A_WORKBOOK, zip("word/document.xml", 10), "a.xlsx");
        assertFault(SheetFault.NOT_A_WORKBOOK, zip("xl/workbook.xml", 10), "a.xlsx");
        var cut = xlsx("A", cells -> cells.value(0, 0, "a")).readAllBytes();
        assertFault(SheetFault.NOT_A_WORKBOOK, new ByteArrayInputStream(cut, 0, cut.length / 2), "a.xlsx");
        assertFault(SheetFault.NOT_A_WORKBOOK, new ByteArrayInputStream(new byte[] {(byte) 0xC3, 0x28}), "a.csv");
        assertFault(SheetFault.NOT_A_WORKBOOK, new ByteArrayInputStream(new byte[] {'a', 0}), "a.csv");
    }

    @Test
    void refusesWhatIsTooLarge() throws IOException {
        assertFault(SheetFault.WORKBOOK_TOO_LARGE, zip("xl/workbook.xml", 3 << 20), "a.xlsx");
        assertFault(SheetFault.WORKBOOK_TOO_LARGE, bytes("x".repeat(2 << 20)), "a.csv");
        assertFault(SheetFault.WORKBOOK_TOO_LARGE, bytes("a\n".repeat(51)), "a.csv");
        assertFault(SheetFault.WORKBOOK_TOO_LARGE, bytes("a,".repeat(11)), "a.csv");
        assertFault(SheetFault.WORKBOOK_TOO_LARGE, bytes("x".repeat(101)), "a.csv");
        assertFault(SheetFault.WORKBOOK_TOO_LARGE, xlsx("A", cells -> cells.value(60, 0, "a")), "a.xlsx");
        assertFault(SheetFault.WORKBOOK_TOO_LARGE, xlsx("A", cells -> cells.value(0, 20, "a")), "a.xlsx");
    }

    private static void assertFault(SheetFault fault, ByteArrayInputStream file, String name) {
        assertThatThrownBy(() -> Workbook.read(file, name, SMALL))
                .isInstanceOfSatisfying(
                        SheetException.class, e -> assertThat(e.fault()).isEqualTo(fault));
    }

    private static ByteArrayInputStream bytes(String content) {
        return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
    }

    private static ByteArrayInputStream xlsx(String sheet, Consumer<Worksheet> cells) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var workbook = new org.dhatim.fastexcel.Workbook(out, "test", "1.0")) {
            cells.accept(workbook.newWorksheet(sheet));
        }
        return new ByteArrayInputStream(out.toByteArray());
    }

    private static ByteArrayInputStream zip(String entry, int size) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var archive = new ZipOutputStream(out)) {
            archive.putNextEntry(new ZipEntry(entry));
            archive.write(new byte[size]);
        }
        return new ByteArrayInputStream(out.toByteArray());
    }
}
