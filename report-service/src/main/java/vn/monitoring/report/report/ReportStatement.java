package vn.monitoring.report.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.monitoring.report.fact.Figures;

/// What a report says, for machines: this is signed and never changes once issued. Its form is told by `schema`.
///
/// @param figures with the ids of the facts they rest on and the policy versions they were graded by
/// @param consolidated what it took from the reports of the units below, null where it took nothing
@JsonInclude(JsonInclude.Include.ALWAYS)
record ReportStatement(
        String schema,
        UUID reportId,
        String unitCode,
        String authority,
        String receiverUnitCode,
        String receiver,
        Regime regime,
        String period,
        LocalDate from,
        LocalDate cutOff,
        LocalDate dueOn,
        String title,
        List<Section> sections,
        Figures figures,
        @Nullable JsonNode consolidated) {

    static final String SCHEMA = "urn:monitoring:report:v1";

    /// The regime under which it is owed, as it stood when the period was opened.
    record Regime(
            UUID id, int revision, String name, @Nullable String block) {}

    /// A section as it reads when the report is issued.
    record Section(String key, String title, String text) {}
}
