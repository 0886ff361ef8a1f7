package vn.monitoring.report.consolidation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.monitoring.report.consolidation.Merged.MissingSender;
import vn.monitoring.report.document.Block;

class ConsolidationBlocksTest {

    private static final MergedIndicator SHARE = new MergedIndicator(
            "CQ.HOSO_TT",
            "Tỷ lệ hồ sơ trực tuyến",
            "%",
            new BigDecimal(309),
            new BigDecimal(1010),
            new BigDecimal("30.59"),
            2,
            1,
            4,
            true,
            Map.of("ON_TRACK", 1, "BEHIND", 1, "NO_DATA", 1),
            "BEHIND");

    private static final Merged MERGED = new Merged(
            3,
            4,
            List.of(new MissingSender("4", "Xã Bốn", "RETURNED")),
            List.of(SHARE),
            List.of(
                    new MergedTasks("1", "Phường Một", 3, Map.of("ON_TIME", 1, "LATE", 1, "OVERDUE", 1)),
                    new MergedTasks("2", "Phường Hai", 2, Map.of("DONE_EARLY", 1, "DUE_SOON", 1))));

    @Test
    void saysHowCompleteItIsAndWhoIsMissing() {
        List<Block> blocks = ConsolidationBlocks.blocks(MERGED);

        assertThat(blocks)
                .filteredOn(Block.Paragraph.class::isInstance)
                .extracting(block -> ((Block.Paragraph) block).text())
                .satisfiesExactly(
                        complete -> assertThat(complete)
                                .startsWith("Đến thời điểm tổng hợp, 3/4 đơn vị")
                                .contains("(75%)"),
                        missing -> assertThat(missing).isEqualTo("Chưa có báo cáo được tiếp nhận: Xã Bốn."));
    }

    @Test
    void writesASumWithItsPartsCoverageAndDistribution() {
        Block.Table table = (Block.Table) ConsolidationBlocks.blocks(MERGED).getLast();

        assertThat(table.rows())
                .containsExactly(List.of(
                        "1",
                        "Tỷ lệ hồ sơ trực tuyến",
                        "309/1.010",
                        "30,59% (tạm tính)",
                        "2/4",
                        "1 đúng lộ trình, 1 chậm, 1 chưa có số liệu"));
    }

    @Test
    void addsTheTasksOfAllSenders() {
        Block.Table table = (Block.Table)
                ConsolidationBlocks.annexes(MERGED).getFirst().blocks().getFirst();

        assertThat(table.rows())
                .containsExactly(
                        List.of("1", "Phường Một", "3", "1", "2", "0", "1", "0"),
                        List.of("2", "Phường Hai", "2", "1", "1", "1", "0", "0"),
                        List.of("", "Tổng cộng", "5", "2", "3", "1", "1", "0"));
    }
}
