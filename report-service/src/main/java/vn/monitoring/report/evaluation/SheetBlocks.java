package vn.monitoring.report.evaluation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.monitoring.report.content.Vietnamese;
import vn.monitoring.report.document.Block;
import vn.monitoring.report.document.Block.Alignment;
import vn.monitoring.report.document.Block.Column;
import vn.monitoring.report.ranking.RankingResponse;

/// A sheet as the body of an official document.
public final class SheetBlocks {

    private SheetBlocks() {}

    public static List<Block> of(SheetResponse sheet) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(1, "I. Kết quả theo tiêu chí"));
        blocks.add(new Block.Table(
                null,
                List.of(
                        new Column("Tiêu chí", 30, Alignment.LEFT),
                        new Column("Trọng số (%)", 10, Alignment.RIGHT),
                        new Column("Tử số", 10, Alignment.RIGHT),
                        new Column("Mẫu số", 10, Alignment.RIGHT),
                        new Column("Kết quả (%)", 12, Alignment.RIGHT),
                        new Column("Tự đánh giá", 40, Alignment.LEFT)),
                sheet.parts().stream().map(part -> cells(sheet, part)).toList()));
        blocks.add(new Block.Paragraph("Điểm xếp hạng: %s/100. Hạng trong nhóm: %s."
                .formatted(
                        shown(sheet.score()),
                        sheet.row().rank() == null
                                ? "chưa xếp hạng"
                                : sheet.row().rank().toString())));
        blocks.add(new Block.Heading(1, "II. Điểm thưởng, điểm trừ"));
        blocks.add(
                sheet.points().isEmpty()
                        ? new Block.Paragraph("Không có.")
                        : new Block.Items(sheet.points().stream()
                                .map(given -> (given.kind() == Points.Kind.BONUS ? "Cộng " : "Trừ ") + given.points()
                                        + " điểm: " + given.reason())
                                .toList()));
        blocks.add(new Block.Heading(1, "III. Đánh giá của cơ quan thường trực"));
        blocks.add(new Block.Paragraph(sheet.assessment() == null ? "Chưa đánh giá." : sheet.assessment()));
        blocks.add(new Block.Heading(1, "IV. Kết quả xếp loại"));
        blocks.add(new Block.Paragraph("Tổng điểm: %s/100. Xếp loại: %s."
                .formatted(
                        shown(sheet.total()),
                        sheet.classificationTitle() == null
                                ? "chưa xếp loại"
                                : sheet.classificationTitle().vi())));
        return blocks;
    }

    private static List<String> cells(SheetResponse sheet, RankingResponse.OpenedPart part) {
        return List.of(
                part.title().vi(),
                Integer.toString(part.weight()),
                Vietnamese.number(part.numerator()),
                Long.toString(part.denominator()),
                shown(part.percent()),
                sheet.selfAssessment().getOrDefault(part.component(), ""));
    }

    private static String shown(@Nullable BigDecimal value) {
        return value == null ? "–" : Vietnamese.number(value);
    }
}
