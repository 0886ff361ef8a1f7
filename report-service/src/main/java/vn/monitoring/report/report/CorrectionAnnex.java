package vn.monitoring.report.report;

import java.util.List;
import vn.monitoring.report.document.Block;
import vn.monitoring.report.document.Block.Alignment;
import vn.monitoring.report.document.Block.Column;
import vn.monitoring.report.document.OfficialDocument.Annex;
import vn.monitoring.report.edition.Difference;

/// The annex of a corrected report: what it says otherwise than the edition before.
final class CorrectionAnnex {

    private CorrectionAnnex() {}

    static Annex of(List<Difference> differences) {
        List<List<String>> rows = differences.stream()
                .map(difference -> List.of(difference.name(), said(difference.before()), said(difference.after())))
                .toList();
        return new Annex(
                "Nội dung thay đổi so với báo cáo đã phát hành",
                List.of(new Block.Table(
                        null,
                        List.of(
                                new Column("Nội dung", 30, Alignment.LEFT),
                                new Column("Đã báo cáo", 35, Alignment.LEFT),
                                new Column("Nay là", 35, Alignment.LEFT)),
                        rows)));
    }

    private static String said(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "(không có)" : text;
    }
}
