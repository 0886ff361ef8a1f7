package vn.monitoring.report.consolidation;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import vn.monitoring.report.report.ReportAddition;

/// Shows what was consolidated in the report that took it.
@ApplicationScoped
class ConsolidatedPart implements ReportAddition {

    private final ConsolidationStore store;
    private final ObjectMapper json;

    ConsolidatedPart(ConsolidationStore store, ObjectMapper json) {
        this.store = store;
        this.json = json;
    }

    @Override
    public Optional<Added> find(UUID reportId) {
        return store.find(reportId)
                .map(consolidation -> new Added(
                        ConsolidationBlocks.blocks(consolidation.facts()),
                        ConsolidationBlocks.annexes(consolidation.facts()),
                        json.valueToTree(consolidation)));
    }
}
