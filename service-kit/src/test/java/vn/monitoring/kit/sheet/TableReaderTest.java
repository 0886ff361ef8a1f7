package vn.monitoring.kit.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static vn.monitoring.kit.sheet.Tables.codes;
import static vn.monitoring.kit.sheet.Tables.indicators;
import static vn.monitoring.kit.sheet.Tables.tasks;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableReaderTest {

    @Test
    void findsTheHeaderBelowTitleLinesAndKeepsPlaces() {
        var table = indicators("""
                ỦY BAN NHÂN DÂN||||
                Phụ lục 1. Chỉ tiêu thực hiện Nghị quyết||||
                ||||
                Stt|Chỉ tiêu|Năm 2025|Đến hết năm 2030|Cơ quan chủ trì
                I|Hạ tầng|||
                1|Phủ sóng 5G|Tăng cường|100%|Phòng VH-XH
                """);

        assertThat(table.titleLines()).extracting(TableCell::place).containsExactly("Chỉ tiêu!A1", "Chỉ tiêu!A2");
        var row = table.rows().getFirst();
        assertThat(row.place()).isEqualTo("Chỉ tiêu!A6");
        assertThat(row.number()).isEqualTo("1");
        assertThat(row.groupPath()).containsExactly("I. Hạ tầng");
        assertThat(row.text("lead")).isEqualTo("Phòng VH-XH");
        assertThat(row.all("target"))
                .extracting(TableCell::yearOrZero, TableCell::place, TableCell::text)
                .containsExactly(tuple(2025, "Chỉ tiêu!C6", "Tăng cường"), tuple(2030, "Chỉ tiêu!D6", "100%"));
        assertThat(table.findings()).isEmpty();
        assertThat(row.findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Năm 2025                  | 2025
            Đến hết năm 2030          | 2030
            Trước năm 2030            | 2029
            TRƯỚC 2030                | 2029
            Mục tiêu trước năm 2030   | 2029
            2030                      | 2030
            Mục tiêu đến năm 2035     | 2035
            Mục tiêu                  | 0
            Mục tiêu (không ghi năm)  | 0
            """)
    void readsTheYearOfAColumn(String header, int year) {
        var table = indicators("TT|Chỉ tiêu|%s\n1|Phủ sóng|100%%".formatted(header));
        assertThat(table.rows().getFirst().get("target").yearOrZero()).isEqualTo(year);
    }

    @Test
    void readsAHeaderOfTwoLinesAndOneOfColumnNumbers() {
        var table = indicators("""
                Stt|Chỉ tiêu|Năm||Chủ trì
                |cụ thể|2025|2030|
                (1)|(2)|(3)|(4)|(5)
                1|Phủ sóng 5G|90%|100%|UBND phường
                """);
        assertThat(table.headers()).extracting(Table.Header::yearOrZero).containsExactly(0, 0, 2025, 2030, 0);
        assertThat(table.rows()).hasSize(1);
        assertThat(table.uses()).isEqualTo(Map.of(3, Table.LineUse.HEADER, 4, Table.LineUse.ROW));
    }

    @Test
    void skipsRepeatedHeadersWholeSplitAndMarked() {
        var table = indicators("""
                TT|Chỉ tiêu cụ thể|Đơn vị tính|Đến hết năm 2030
                1|Một|%|10%
                TT|Chỉ tiêu cụ thể|Đơn vị tính|Đến hết năm 2030
                2|Hai|%|20%
                TT|Chỉ tiêu|Đơn vị|Đến hết
                |||
                |cụ thể|tính|năm 2030
                3|Ba|%|30%
                <b>TT</b>|<b>Chỉ tiêu cụ thể</b>|<b>Đơn vị tính</b>|<b>Đến hết năm 2030</b>
                4|Bốn|%|40%
                """);
        assertThat(table.rows()).extracting(TableRow::number).containsExactly("1", "2", "3", "4");
        assertThat(codes(table.findings()))
                .containsExactly(
                        "REPEATED_HEADER@A3",
                        "REPEATED_HEADER@A5",
                        "HTML_MARKUP@A9",
                        "HTML_MARKUP@B9",
                        "HTML_MARKUP@C9",
                        "HTML_MARKUP@D9",
                        "REPEATED_HEADER@A9");
    }

    @Test
    void joinsARowThatGoesOnAfterAPageBreak() {
        var table = tasks("""
                Stt|Tên nhiệm vụ|Chủ trì chỉ đạo|Đơn vị chủ trì|Thời gian
                5|Tiếp nhận, phản hồi ý kiến|Phó Chủ tịch|Phòng Văn hóa|Thường
                Stt|Tên nhiệm vụ|Chủ trì chỉ đạo|Đơn vị chủ trì|Thời gian
                |của người dân|UBND phường|Xã hội|xuyên
                6|Rà soát|Phó Chủ tịch UBND phường|Công an phường|Thường xuyên
                """);
        var row = table.rows().getFirst();
        assertThat(row.text("title")).isEqualTo("Tiếp nhận, phản hồi ý kiến của người dân");
        assertThat(row.text("director")).isEqualTo("Phó Chủ tịch UBND phường");
        assertThat(row.text("timing")).isEqualTo("Thường xuyên");
        assertThat(row.lines()).containsExactly(2, 4);
        assertThat(codes(row.findings())).containsExactly("ROW_CONTINUATION@A4");
        assertThat(table.rows()).hasSize(2);
    }

    @Test
    void keepsAnOrphanBlockApart() {
        var table = tasks("""
                TT|Nhiệm vụ|Cơ quan chủ trì|Thời gian
                9|Triển khai bộ quy tắc|UBND phường|Năm 2026.
                ||UBND phường|Năm 2026 (hoàn thành phê duyệt Đề án).
                10|Thực hiện quy chế|UBND phường|Năm 2026.
                """);
        assertThat(table.rows())
                .extracting(TableRow::kind)
                .containsExactly(TableRow.Kind.ITEM, TableRow.Kind.ORPHAN, TableRow.Kind.ITEM);
        var orphan = table.rows().get(1);
        assertThat(orphan.place()).isEqualTo("Nhiệm vụ!A3");
        assertThat(codes(orphan.findings())).containsExactly("ORPHAN_BLOCK@A3");
        assertThat(orphan.text("timing")).isEqualTo("Năm 2026 (hoàn thành phê duyệt Đề án).");
        assertThat(table.rows().getFirst().text("timing")).isEqualTo("Năm 2026.");
    }

    @Test
    void readsLetteredPartsInVietnameseOrder() {
        var table = tasks("""
                TT|Nhiệm vụ|Cơ quan chủ trì|Thời gian
                18|Tiếp nhận hệ thống||
                a|Nội chính|Văn phòng|2026
                b|Tuyên giáo|Ban|2026
                c|Thi đua|Văn phòng|2026
                d|Tổ chức|Ban|2026
                đ|Khác|Văn phòng|2026
                e|Mặt trận|MTTQ|2026
                19|Ứng dụng|UBND|2026
                """);
        assertThat(table.rows())
                .extracting(TableRow::qualifiedNumber)
                .containsExactly("18", "18.a", "18.b", "18.c", "18.d", "18.đ", "18.e", "19");
        assertThat(table.rows())
                .extracting(TableRow::kind)
                .containsExactly(
                        TableRow.Kind.PARENT,
                        TableRow.Kind.SUB,
                        TableRow.Kind.SUB,
                        TableRow.Kind.SUB,
                        TableRow.Kind.SUB,
                        TableRow.Kind.SUB,
                        TableRow.Kind.SUB,
                        TableRow.Kind.ITEM);
        assertThat(table.rows().get(5).parentNumber()).isEqualTo("18");
        assertThat(table.rows().getFirst().findings())
                .extracting(Finding::code, Finding::verbatim)
                .containsExactly(tuple("SUBTASKS", "a, b, c, d, đ, e"));
        assertThat(codes(table.findings())).containsExactly("NUMBERING_GAP@A2");
    }

    @Test
    void reportsGapsInNumbersLettersAndGroups() {
        var table = tasks("""
                TT|Nhiệm vụ|Chủ trì|Thời gian
                I|Nhóm một||
                1|Một|A|2026
                III|Nhóm ba||
                2|Hai|A|2026
                a|Hai a|A|2026
                c|Hai c|A|2026
                4|Bốn|A|2026
                4|Bốn lặp|A|2026
                """);
        assertThat(table.findings())
                .extracting(Finding::place, Finding::verbatim)
                .containsExactly(
                        tuple("Nhiệm vụ!A4", "I → III"), tuple("Nhiệm vụ!A7", "a → c"), tuple("Nhiệm vụ!A8", "2 → 4"));
        assertThat(codes(table.rows().getLast().findings())).containsExactly("NUMBERING_REPEATED@A9");
    }

    @Test
    void qualifiesNumbersThatStartAnewInEachGroup() {
        var table = indicators("""
                TT|Chỉ tiêu cụ thể|Đơn vị tính|2026
                <b>A</b>|<b>Hạ tầng</b>||
                1|Internet|%|100%
                2|Máy tính|%|100%
                B|Nhân lực||
                1|Ngân sách|%|1%
                """);
        assertThat(table.rows()).extracting(TableRow::qualifiedNumber).containsExactly("A.1", "A.2", "B.1");
        assertThat(table.rows()).extracting(TableRow::group).containsExactly("A. Hạ tầng", "A. Hạ tầng", "B. Nhân lực");
        assertThat(codes(table.findings())).containsExactly("HTML_MARKUP@A2", "HTML_MARKUP@B2");
    }

    @Test
    void readsBulletsUnderGroupsInOneCell() {
        var table = indicators("""
                Stt|Chỉ tiêu|Năm 2025|Năm 2030
                I. Hạ tầng|||
                1|Phủ sóng|80%|100%
                III.2. Chỉ tiêu trong lời văn|||
                a) Hạ tầng / b) Nhân lực|||
                -|Sử dụng kinh phí|Chủ động|
                b) Nhân lực|||
                -|STEM|≥ 80%|
                +|Kỹ năng số|≥ 75%|
                """);
        assertThat(table.rows())
                .extracting(TableRow::kind)
                .containsExactly(TableRow.Kind.ITEM, TableRow.Kind.BULLET, TableRow.Kind.BULLET, TableRow.Kind.BULLET);
        assertThat(table.rows().get(1).groupPath())
                .containsExactly("III.2. Chỉ tiêu trong lời văn", "a) Hạ tầng / b) Nhân lực");
        assertThat(table.rows().get(3).group()).isEqualTo("b) Nhân lực");
        assertThat(table.rows().get(3).number()).isEqualTo("+");
        assertThat(table.rows().get(3).qualifiedNumber()).isEmpty();
    }

    @Test
    void readsATableWithoutNumbers() {
        var table = indicators("""
                Chỉ tiêu|Đơn vị tính|Mục tiêu
                1.2.1.a Hạ tầng số||
                Tỷ lệ phủ sóng|%|85%
                Tỷ lệ cán bộ có thiết bị|%|100%
                |phần trăm|
                Phụ lục nhiệm vụ||
                Kết nối||Kết nối, liên thông
                """);
        assertThat(table.rows())
                .extracting(row -> row.text("title"))
                .containsExactly("Tỷ lệ phủ sóng", "Tỷ lệ cán bộ có thiết bị", "Kết nối");
        assertThat(table.rows().get(1).text("unit")).isEqualTo("% phần trăm");
        assertThat(table.rows())
                .extracting(TableRow::groupPath)
                .containsExactly(
                        List.of("1.2.1.a Hạ tầng số"), List.of("1.2.1.a Hạ tầng số"), List.of("Phụ lục nhiệm vụ"));
        assertThat(table.rows().getFirst().number()).isEmpty();
        assertThat(table.rows().getFirst().findings()).isEmpty();
        assertThat(table.rows().getFirst().place()).isEqualTo("Chỉ tiêu!A3");
    }

    @Test
    void masksLeakedPaths() {
        var table = indicators("""
                Stt|Chỉ tiêu|2030
                1|Một|10%
                ../../../../C:/Users/nguoi soan/bang.xlsx#RANGE!_ftn11||
                2|Hai⏎C:\\Users\\nguoi\\x.xlsx|20%
                """);
        assertThat(table.rows()).hasSize(2);
        assertThat(codes(table.findings())).containsExactly("FOREIGN_TEXT@A3");
        var second = table.rows().get(1);
        assertThat(second.text("title")).isEqualTo("Hai");
        assertThat(second.get("title").raw()).isEqualTo("Hai");
        assertThat(codes(second.findings())).containsExactly("FOREIGN_TEXT@B4");
        assertThat(table.toString()).doesNotContain("Users").doesNotContain("nguoi");
    }

    @Test
    void mendsCellsBrokenOverLines() {
        var table = tasks("""
                Stt|Tên nhiệm vụ|Chủ trì|Thời gian
                1|Tăng⏎cường⏎⏎phủ⏎sóng|UBND|2026
                2|Chuyển đổi s⏎ố trong cơ qu⏎an|Phòng Văn hóa⏎Xã hội|2026
                3|Cán bộ có chuy⏎ển biến|UBND|2026
                4|Nhiệm vụ lâu⏎dài cho an⏎toàn|UBND|2026
                """);
        assertThat(table.rows())
                .extracting(row -> row.text("title"))
                .containsExactly(
                        "Tăng cường phủ sóng",
                        "Chuyển đổi số trong cơ quan",
                        "Cán bộ có chuyển biến",
                        "Nhiệm vụ lâu dài cho an toàn");
        assertThat(table.rows().getFirst().get("title").raw()).isEqualTo("Tăng\ncường\n\nphủ\nsóng");
        assertThat(codes(table.rows().getFirst().findings())).containsExactly("CELL_WRAP@B2");
        assertThat(codes(table.rows().get(1).findings())).containsExactly("CELL_WRAP@B3");
    }

    @Test
    void keepsThePositionAndNotThePerson() {
        var table = tasks("""
                Stt|Tên nhiệm vụ|Chủ trì chỉ đạo|Đơn vị chủ trì|Thời gian
                1|Một|Đồng chí … - UVBTV, Phó Chủ tịch UBND phường|UBND|2026
                2|Hai|Đồng chí Trần Thị Mẫu – UBVTV, Phó Chủ tịch UBND phường|UBND|2026
                3|Ba|Phó Chủ tịch UBND phường|UBND|2026
                4|Bốn|Phó Chủ tịch Nguyễn Văn Mẫu|UBND|2026
                5|Năm|Bí thư Đoàn Thanh niên Cộng sản Hồ Chí Minh|UBND|2026
                """);
        assertThat(table.rows())
                .extracting(row -> row.text("director"))
                .containsExactly(
                        "Phó Chủ tịch UBND phường",
                        "Phó Chủ tịch UBND phường",
                        "Phó Chủ tịch UBND phường",
                        "Phó Chủ tịch",
                        "Bí thư Đoàn Thanh niên Cộng sản Hồ Chí Minh");
        assertThat(table.rows().stream().map(row -> codes(row.findings())))
                .containsExactly(
                        List.of("PERSON_NAME@C2"),
                        List.of("PERSON_NAME@C3"),
                        List.of(),
                        List.of("PERSON_NAME@C5"),
                        List.of());
        assertThat(table.toString()).doesNotContain("Mẫu");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            dịch vụ số (giao dịch tài chính số…      | TRUNCATED_CELL
            theo Chỉ thị ngày 27/9/202               | TRUNCATED_CELL
            theo Chỉ thị ngày 27/9/2025              |
            a) lập kế hoạch (năm 2026)               |
            $\\geq 50\\%$                            | LATEX
            #REF!                                    | CELL_ERROR
            """)
    void flagsOddCells(String text, String code) {
        var row = tasks("TT|Nhiệm vụ|Chủ trì|Thời gian\n1|%s|A|2026".formatted(text.replace("\\\\", "\\")))
                .rows()
                .getFirst();
        assertThat(row.findings()).extracting(Finding::code).isEqualTo(code == null ? List.of() : List.of(code));
    }

    @Test
    void reportsBlankDocumentNumbersAndNotes() {
        var table = tasks("""
                Số: /KH-UBND|||Thạch Khôi, ngày tháng 03 năm 2026
                (Kèm theo Kế hoạch số -KH/ĐU ngày 30/01/2026)|||
                Kế hoạch số 08-KH/ĐU|||
                Stt|Tên nhiệm vụ|Đơn vị chủ trì|Thời gian
                1|Một|UBND phường|2026
                Nơi nhận:||TM. ỦY BAN NHÂN DÂN|
                - Như trên||Người ký|
                """);
        assertThat(codes(table.findings()))
                .containsExactly(
                        "DOC_NUMBER_BLANK@A1", "DOC_NUMBER_BLANK@D1", "DOC_NUMBER_BLANK@A2", "NOTE@A6", "NOTE@A7");
        assertThat(table.rows()).hasSize(1);
        assertThat(table.toString()).doesNotContain("Người ký");
    }

    @Test
    void reportsRowsTwiceWithoutNumberWithoutTitleAndColumnsNobodyAskedFor() {
        var table = tasks("""
                Stt|Tên nhiệm vụ|Đơn vị chủ trì|Thời gian|Ghi chú
                1|Tập huấn kỹ năng|UBND|2026|gấp
                2|Tập huấn - kỹ năng|UBND|2026|
                |Rà soát quy trình|Công an|2026|
                4||UBND|2026|
                x?|Lạ|UBND|2026|
                """);
        assertThat(table.rows().stream().flatMap(row -> codes(row.findings()).stream()))
                .containsExactly("DUPLICATE_ROW@A3", "NUMBER_MISSING@A4", "TITLE_MISSING@B5", "NUMBER_UNREADABLE@A6");
        assertThat(codes(table.findings())).containsExactly("UNKNOWN_COLUMN@E1", "NUMBERING_GAP@A5");
    }

    @Test
    void usesEveryLine() {
        var table = tasks("""
                Stt|Tên nhiệm vụ|Đơn vị chủ trì|Thời gian
                I. Nhóm|||
                tiếp theo|||
                1|Một|UBND|2026
                |một tiếp||
                Stt|Tên nhiệm vụ|Đơn vị chủ trì|Thời gian
                C:\\a\\b.xlsx|||
                Stt|Tên|Đơn vị|Thời
                |nhiệm vụ|chủ trì|gian
                2|Hai|UBND|2026
                """);
        assertThat(table.uses())
                .isEqualTo(Map.of(
                        2, Table.LineUse.GROUP,
                        3, Table.LineUse.GROUP,
                        4, Table.LineUse.ROW,
                        5, Table.LineUse.CONTINUATION,
                        6, Table.LineUse.HEADER,
                        7, Table.LineUse.FOREIGN,
                        8, Table.LineUse.HEADER,
                        9, Table.LineUse.HEADER,
                        10, Table.LineUse.ROW));
        assertThat(table.rows().getFirst().group()).isEqualTo("I. Nhóm tiếp theo");
    }

    @Test
    void tellsOfTextBelowTheLastRow() {
        var table = tasks("""
                Stt|Tên nhiệm vụ|Đơn vị chủ trì|Thời gian
                1|Một|UBND|2026
                Tổng cộng: 1 nhiệm vụ|||
                """);
        assertThat(table.rows()).hasSize(1);
        assertThat(table.findings())
                .extracting(Finding::code, Finding::place, Finding::verbatim)
                .containsExactly(tuple("NOTE", "Nhiệm vụ!A3", "Tổng cộng: 1 nhiệm vụ"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Số hóa 100% quy trình lỗi     | ABBREV_OCR | quy trình lỗi | lõi
            Cá cơ quan, đơn vị liên quan  | ABBREV_OCR | Cá cơ quan    | các cơ quan
            Kinh phí KHCN, ĐMST, CDS      | ABBREV_OCR | CDS           | CĐS
            Danh mục nhệm vụ              | OCR        | nhệm          | nhiệm
            theo hoạch ban hành số 05     | OCR        | hoạch ban hành | kế hoạch
            """)
    void suggestsWhatAMisprintMeans(String text, String code, String verbatim, String meant) {
        var row = tasks("TT|Nhiệm vụ|Chủ trì|Thời gian\n1|%s|A|2026".formatted(text))
                .rows()
                .getFirst();
        assertThat(row.findings())
                .extracting(Finding::code, Finding::place, Finding::verbatim)
                .containsExactly(tuple(code, "Nhiệm vụ!B2", verbatim));
        assertThat(row.findings().getFirst().message().vi()).contains(meant);
        assertThat(row.text("title")).isEqualTo(text);
    }

    @Test
    void reportsOneWordInTwoSpellings() {
        var table = tasks("""
                TT|Nhiệm vụ|Chủ trì|Thời gian
                1|Một|A|định kỳ hằng tháng
                2|Hai hàng năm|A|định kỳ hàng tháng
                3|Kế hoạch ban hành hàng năm|A|Hàng tháng
                """);
        assertThat(table.findings())
                .extracting(Finding::code, Finding::place, Finding::verbatim)
                .containsExactly(tuple("SPELLING_VARIANT", "Nhiệm vụ!D3", "hằng tháng / hàng tháng"));
    }

    @Test
    void saysWhichHeaderIsMissing() {
        assertThatThrownBy(() -> indicators("Stt|Chỉ tiêu|Chủ trì\n1|Một|UBND"))
                .isInstanceOfSatisfying(SheetException.class, e -> {
                    assertThat(e.fault()).isEqualTo(SheetFault.HEADER_MISSING);
                    assertThat(e.place()).isEqualTo("Chỉ tiêu!A1");
                    assertThat(e.detail().vi()).contains("«mục tiêu»");
                });
        assertThatThrownBy(() -> indicators("Không có bảng|"))
                .isInstanceOfSatisfying(
                        SheetException.class, e -> assertThat(e.fault()).isEqualTo(SheetFault.HEADER_MISSING));
        assertThatThrownBy(() -> tasks("Stt|Tên nhiệm vụ|Thời gian\nNơi nhận:||"))
                .isInstanceOfSatisfying(
                        SheetException.class, e -> assertThat(e.fault()).isEqualTo(SheetFault.TABLE_EMPTY));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Năm 2026; 2026",
                "2030; 2030",
                "Đến hết năm 2030; 2030",
                "Giai đoạn 2026 - 2030; 2030",
                "Mục tiêu giai đoạn 2026–2030; 2030",
                "Tầm nhìn đến năm 2045; 2045",
                "31/12/2030; 2030",
                "Mục tiêu; 0",
            })
    void findsTheYearOfATargetColumn(String header, int year) {
        var table = Tables.indicators("Stt | Chỉ tiêu | " + header + "\n1 | Một | 10%");

        assertThat(table.headers().getLast().key()).isEqualTo("target");
        assertThat(table.headers().getLast().yearOrZero()).isEqualTo(year);
    }

    @Test
    void leavesFiguresOfThePastOutOfTheTargets() {
        var table = Tables.indicators("Stt | Chỉ tiêu | Thực hiện năm 2025 | Năm 2030\n1 | Một | 5% | 10%");

        assertThat(table.rows().getFirst().all("target"))
                .extracting(TableCell::text)
                .containsExactly("10%");
        assertThat(Tables.codes(table.findings())).containsExactly("UNKNOWN_COLUMN@C1");
    }

    @Test
    void readsYearsBelowAHeadingThatTheyShare() {
        var table = Tables.indicators("""
                Stt | Chỉ tiêu | Mục tiêu giai đoạn 2026 - 2030 | | | Chủ trì
                 | | Năm 2027 | Năm 2028 | Đến 2030 |
                1 | Một | 10% | 20% | 30% | UBND""");

        assertThat(table.rows().getFirst().all("target"))
                .extracting(TableCell::yearOrZero)
                .containsExactly(2027, 2028, 2030);
        assertThat(table.rows().getFirst().text("lead")).isEqualTo("UBND");
    }

    @ParameterizedTest
    @ValueSource(strings = {" | Tổng cộng | | 2 | 3", "Tổng số | | | 2 | 3", "3 | CỘNG: | | 2 | 3"})
    void leavesOutATotal(String line) {
        var table = Tables.indicators(
                "Stt | Chỉ tiêu | ĐVT | 2026 | 2030\n1 | Một | % | 1 | 2\n2 | Hai | % | 1 | 1\n" + line);

        assertThat(table.rows()).hasSize(2);
        assertThat(Tables.codes(table.findings())).contains("TOTAL_ROW@A4");
        assertThat(table.uses()).containsEntry(4, Table.LineUse.NOTE);
    }

    @Test
    void givesEachRowWhatAMergedCellSaysOfThem() {
        var plain = Tables.sheet("Chỉ tiêu", """
                Stt | Chỉ tiêu | 2030 | Chủ trì
                1 | Một | 10% | UBND
                2 | Hai | 20% |
                3 | Ba | 30% | """);
        var table = new TableReader(Tables.INDICATORS)
                .read(new Sheet(
                        plain.name(),
                        plain.lines(),
                        java.util.List.of(new Sheet.Span(3, 1, 2), new Sheet.Span(2, 1, 3))));

        assertThat(table.rows()).extracting(row -> row.text("lead")).containsExactly("UBND", "UBND", "");
        assertThat(table.rows()).extracting(row -> row.text("target")).containsExactly("10%", "20%", "30%");
        assertThat(Tables.codes(table.rows().get(1).findings())).contains("SPANNING_CELL@D3");
    }

    @Test
    void takesAShortHeaderOnlyWhenItIsTheWholeText() {
        var columns = java.util.List.of(
                Column.title("title", "Chỉ tiêu"),
                Column.text("unit", "ĐVT").orExactly("Đơn vị"),
                Column.perYear("target"));
        var with = new TableReader(columns).read(Tables.sheet("a", "Chỉ tiêu | Đơn vị | 2030\nMột | % | 1"));
        var without =
                new TableReader(columns).read(Tables.sheet("a", "Chỉ tiêu | Đơn vị phối hợp | 2030\nMột | x | 1"));

        assertThat(with.has("unit")).isTrue();
        assertThat(without.has("unit")).isFalse();
    }
}
