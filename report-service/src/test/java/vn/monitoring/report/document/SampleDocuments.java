package vn.monitoring.report.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.monitoring.report.document.Block.Alignment;
import vn.monitoring.report.document.Block.Bar;
import vn.monitoring.report.document.Block.Column;
import vn.monitoring.report.document.OfficialDocument.Annex;
import vn.monitoring.report.document.OfficialDocument.Layout;
import vn.monitoring.report.document.OfficialDocument.Signing;

/// Documents as a ward issues them, long enough to run over several pages.
final class SampleDocuments {

    static final String LONG_TEXT =
            "Ủy ban nhân dân phường đã chỉ đạo các cơ quan, đơn vị triển khai đồng bộ các nhiệm vụ về khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số; tỷ lệ hồ sơ giải quyết trực tuyến toàn trình đạt 72,1%, tăng 2,5 điểm % so với quý trước, còn thiếu 37 hồ sơ so với mục tiêu năm.";

    private SampleDocuments() {}

    static OfficialDocument government() {
        return document(Layout.GOVERNMENT, 12, LocalDate.of(2026, 9, 18));
    }

    static OfficialDocument party() {
        return document(Layout.PARTY, 12, LocalDate.of(2026, 9, 18));
    }

    /// With one annex that holds one table, and nothing before it.
    static OfficialDocument withTable(Block.Table table) {
        return with(List.of(), List.of(new Annex("Bảng", List.of(table))));
    }

    static OfficialDocument with(List<Block> body, List<Annex> annexes) {
        OfficialDocument model = government();
        return new OfficialDocument(
                model.layout(),
                model.superior(),
                model.authority(),
                model.number(),
                model.symbol(),
                model.place(),
                model.issuedOn(),
                model.kind(),
                model.subject(),
                body,
                model.signing(),
                model.recipients(),
                annexes);
    }

    static OfficialDocument draft() {
        return document(Layout.GOVERNMENT, null, null);
    }

    private static OfficialDocument document(Layout layout, @Nullable Integer number, @Nullable LocalDate day) {
        boolean party = layout == Layout.PARTY;
        List<Block> body = new ArrayList<>();
        body.add(new Block.Heading(1, "I. Kết quả thực hiện các chỉ tiêu"));
        for (int paragraph = 0; paragraph < 5; paragraph++) {
            body.add(new Block.Paragraph(LONG_TEXT));
        }
        body.add(new Block.Chart(
                "Biểu đồ mức đạt của các chỉ tiêu",
                "chỉ tiêu",
                List.of(
                        new Bar("Đạt", new BigDecimal(12), new BigDecimal(9)),
                        new Bar("Đúng lộ trình", new BigDecimal(8), new BigDecimal(10)),
                        new Bar("Chậm", new BigDecimal(3), null))));
        body.add(new Block.Heading(1, "II. Khó khăn, vướng mắc"));
        body.add(new Block.Items(List.of("Thiếu nhân lực chuyên trách công nghệ thông tin.", "Thiếu kinh phí.")));
        body.add(table("Tổng hợp theo nhóm chỉ tiêu", 5, 6));
        return new OfficialDocument(
                layout,
                party ? "ĐẢNG BỘ THÀNH PHỐ HẢI PHÒNG" : null,
                party ? "ĐẢNG ỦY PHƯỜNG KINH MÔN" : "ỦY BAN NHÂN DÂN PHƯỜNG KINH MÔN",
                number,
                party ? "BC/ĐU" : "BC-UBND",
                "Kinh Môn",
                day,
                "BÁO CÁO",
                "Kết quả thực hiện Nghị quyết số 57-NQ/TW quý III năm 2026",
                body,
                new Signing(party ? "T/M BAN THƯỜNG VỤ" : "TM. ỦY BAN NHÂN DÂN", party ? "BÍ THƯ" : "CHỦ TỊCH"),
                List.of(
                        party
                                ? "Thành ủy Hải Phòng (để báo cáo);"
                                : "Ủy ban nhân dân thành phố Hải Phòng (để báo cáo);"),
                List.of(
                        new Annex("Kết quả thực hiện các chỉ tiêu", List.of(table(null, 8, 120))),
                        new Annex("Danh sách đơn vị", List.of(table(null, 3, 5)))));
    }

    static Block.Table table(@Nullable String caption, int columns, int rows) {
        List<Column> heads = new ArrayList<>(List.of(new Column("TT", 5, Alignment.CENTRE)));
        heads.add(new Column("Chỉ tiêu", 30, Alignment.LEFT));
        for (int column = 2; column < columns; column++) {
            heads.add(new Column("Cột số " + column, 12, Alignment.RIGHT));
        }
        List<List<String>> cells = new ArrayList<>();
        for (int row = 1; row <= rows; row++) {
            List<String> line =
                    new ArrayList<>(List.of(Integer.toString(row), "Tỷ lệ hồ sơ giải quyết trực tuyến số " + row));
            for (int column = 2; column < columns; column++) {
                line.add("1.234," + column);
            }
            cells.add(line);
        }
        return new Block.Table(caption, heads, cells);
    }
}
