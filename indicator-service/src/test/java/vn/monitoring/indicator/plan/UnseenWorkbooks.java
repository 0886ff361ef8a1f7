package vn.monitoring.indicator.plan;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// Workbooks of a commune that does not exist, each in a layout that no sample plan has.
final class UnseenWorkbooks {

    /// One sheet of another name, a header over two lines with merged cells and numbered columns, figures as numbers
    /// and percentages, a lead agency merged over two rows, a column of what was reached before, a total and notes.
    static byte[] mergedHeader() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Phụ lục 1");
            fill(sheet, 0, List.of("ỦY BAN NHÂN DÂN XÃ AN BÌNH"));
            fill(sheet, 2, List.of("HỆ THỐNG CHỈ TIÊU THỰC HIỆN NGHỊ QUYẾT SỐ 57-NQ/TW"));
            fill(
                    sheet,
                    4,
                    List.of(
                            "TT",
                            "Nội dung chỉ tiêu",
                            "ĐVT",
                            "Mục tiêu giai đoạn 2026 - 2030",
                            "",
                            "",
                            "",
                            "Đơn vị thực hiện",
                            "Thực hiện năm 2025"));
            fill(sheet, 5, List.of("", "", "", "Năm 2026", "Năm 2028", "Đến năm 2030"));
            sheet.range(4, 3, 4, 5).merge();
            for (int column : List.of(0, 1, 2, 7, 8)) {
                sheet.range(4, column, 5, column).merge();
            }
            fill(sheet, 6, List.of("(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)", "(9)"));
            fill(sheet, 7, List.of("I", "Hạ tầng số"));
            fill(sheet, 8, List.of("", "Tỷ lệ thôn được phủ sóng 5G", "%", "", "", "100%", "", "Phòng Kinh tế"));
            sheet.value(8, 0, 1);
            percent(sheet, 8, 3, 0.7);
            percent(sheet, 8, 4, 0.855);
            percent(sheet, 8, 8, 0.6);
            fill(sheet, 9, List.of("", "Tỷ lệ hộ gia đình có đường truyền Internet băng r\nộng", "%", "", "", "≥ 95"));
            sheet.value(9, 0, 2);
            sheet.value(9, 3, 80);
            sheet.value(9, 4, 87.5);
            sheet.range(8, 7, 9, 7).merge();
            fill(sheet, 10, List.of("II", "Chính quyền số"));
            fill(
                    sheet,
                    11,
                    List.of(
                            "3",
                            "Tỷ lệ hồ sơ TTHC xử lý trực tuyến",
                            "%",
                            "$\\geq 75\\%$",
                            "-",
                            "Tối thiểu 90%",
                            "",
                            "Trung tâm Phục vụ hành chính công"));
            fill(sheet, 12, List.of("", "đối với thủ tục đủ điều kiện"));
            fill(
                    sheet,
                    13,
                    List.of("4", "Số mô hình chuyển đổi số cấp thôn", "Mô hình", "", "", "", "", "Phòng VH-XH"));
            sheet.value(13, 3, 2);
            sheet.value(13, 4, 5);
            sheet.value(13, 5, 1250);
            fill(
                    sheet,
                    14,
                    List.of(
                            "5",
                            "Mức độ hài lòng của người dân",
                            "%",
                            "Duy trì ≥ 90%",
                            "Duy trì ≥ 90%",
                            "Duy trì trên 95%"));
            fill(sheet, 15, List.of("", "Tổng cộng", "", "5", "5", "5"));
            fill(sheet, 16, List.of("Ghi chú: số liệu năm 2025 do các đơn vị báo cáo."));
            fill(sheet, 17, List.of("- Chỉ tiêu 3 tính theo hồ sơ tiếp nhận."));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// The lead first, the years backwards and as numbers, letters for numbers, groups across the table, a header that
    /// is repeated; among other sheets.
    static byte[] lettersAndYearsBackwards() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            fill(workbook.newWorksheet("Bìa"), 0, List.of("UBND XÃ AN BÌNH"));
            Worksheet tasks = workbook.newWorksheet("PL2 Nhiệm vụ");
            fill(tasks, 0, List.of("TT", "Tên nhiệm vụ", "Năm 2026"));
            fill(tasks, 1, List.of("1", "Tuyên truyền", "x"));
            Worksheet sheet = workbook.newWorksheet("PL1 - CHỈ TIÊU");
            fill(sheet, 0, List.of("", "CÁC CHỈ TIÊU CHỦ YẾU"));
            header(sheet, 2);
            fill(sheet, 3, List.of("A. PHÁT TRIỂN HẠ TẦNG"));
            row(sheet, 4, "Phòng Kinh tế", "a", "Tỷ lệ nhà văn hóa thôn có wifi miễn phí", "100%", "60%", "%");
            row(sheet, 5, "UBND xã", "b", "Tỷ lệ tuyến đường có camera giám sát", "≥ 60% (2028), 80% (2030)", "-", "%");
            row(sheet, 6, "UBND xã", "c", "Số trạm quan trắc môi trường tự động", "ít nhất 02", "", "Trạm");
            sheet.value(6, 4, 0);
            header(sheet, 8);
            fill(sheet, 9, List.of("B. PHÁT TRIỂN KINH TẾ SỐ"));
            row(sheet, 10, "Phòng Kinh tế", "d", "Tỷ trọng kinh tế số trong GRDP", "45 – 50%", "khoảng 30%", "% GRDP");
            row(sheet, 11, "Phòng Kinh tế", "đ", "Tỷ lệ hợp tác xã có gian hàng trực tuyến", "95)", "50", "%");
            row(
                    sheet,
                    12,
                    "Phòng Văn hoá Xã hội",
                    "e",
                    "Xây dựng mô hình thôn thông minh",
                    "Hoàn thành",
                    "Hình thành",
                    "");
            row(
                    sheet,
                    13,
                    "Phòng Văn hoá Xã hội",
                    "g",
                    "Tỷ lệ người dân được tập huấn kỹ năng số",
                    "#REF!",
                    "20%",
                    "%");
            row(sheet, 14, "Phòng Kinh tế", "h", "Tỷ trọng kinh tế số trong GRDP", "45 – 50%", "khoảng 30%", "% GRDP");
            fill(sheet, 16, List.of("Nơi nhận: như kính gửi."));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// An annual plan as a spreadsheet saves it under Vietnamese settings: semicolons, a byte order mark, quoted
    /// breaks.
    static String semicolons() {
        return """
                \uFEFFUBND XÃ AN BÌNH;;;;;
                KẾ HOẠCH NĂM 2027;;;;;
                ;;;;;
                Số TT;Tên chỉ tiêu;Đơn vị đo;;Chỉ tiêu kế hoạch năm 2027;Đầu mối phụ trách
                I;NHÂN LỰC SỐ;;;;
                1.1;"Tỷ lệ chi ngân sách cho khoa học, công nghệ";%;;≥ 1,5%;Phòng Kinh tế
                1.2;"Tỷ lệ cán bộ được bồi dưỡng
                kỹ năng số";%;;>= 90 %;"Phòng Văn hóa - Xã hội; Phòng Kinh tế"
                II;XÃ HỘI SỐ;;;;
                2.1;Giảm thời gian giải quyết hồ sơ;%;;giảm tối thiểu 30%;Trung tâm hành chính công xã
                2.2;Số vụ mất an toàn thông tin;Vụ;;0;Phòng Văn hóa - Xã hội
                2.4;Doanh thu thương mại điện tử;Tỷ đồng;;1.250,5;Phòng Kinh tế
                """.replace("\n", "\r\n");
    }

    /// Text columns quoted, separated by tabs, the year only in the plan's description.
    static String tabs() {
        return """
                STT\tChỉ tiêu\tĐVT\tMục tiêu\tCơ quan thực hiện
                1\tTỷ lệ trường học có phòng STEM\t%\t≥ 40\tPhòng Văn hóa - Xã hội
                2\tTỷ lệ hộ kinh doanh thanh toán không tiền mặt\t%\tcao hơn bình quân chung của thành phố\tPhòng Kinh tế
                3\tSố sản phẩm OCOP trên sàn\tSản phẩm\ttrên 5\tPhòng Kinh tế
                """;
    }

    private UnseenWorkbooks() {}

    private static void header(Worksheet sheet, int line) {
        fill(sheet, line, List.of("Cơ quan chủ trì", "STT", "Chỉ tiêu", "", "", "Đơn vị", "Căn cứ"));
        sheet.value(line, 3, 2030);
        sheet.value(line, 4, 2026);
    }

    private static void row(
            Worksheet sheet,
            int line,
            String lead,
            String letter,
            String name,
            String later,
            String first,
            String unit) {
        fill(sheet, line, List.of(lead, letter, name, later, first, unit, "NQ 57"));
    }

    private static void percent(Worksheet sheet, int line, int column, double value) {
        sheet.value(line, column, value);
        sheet.style(line, column).format("0.0%").set();
    }

    private static void fill(Worksheet sheet, int line, List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            if (!cells.get(column).isEmpty()) {
                sheet.value(line, column, cells.get(column));
            }
        }
    }
}
