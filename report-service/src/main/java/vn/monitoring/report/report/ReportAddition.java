package vn.monitoring.report.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.monitoring.report.document.Block;
import vn.monitoring.report.document.OfficialDocument.Annex;

/// What another feature adds to a report: consolidation its merged tables.
public interface ReportAddition {

    /// What is added to this report, if anything.
    Optional<Added> find(UUID reportId);

    /// @param blocks shown before the sections, under a heading of their own
    /// @param statement the same for machines
    record Added(List<Block> blocks, List<Annex> annexes, JsonNode statement) {}
}
