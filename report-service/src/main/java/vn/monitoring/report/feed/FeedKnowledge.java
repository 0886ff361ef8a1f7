package vn.monitoring.report.feed;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.monitoring.report.fact.Indicators.Indicator;

/// What the replicas know of the indicators and units that a set of facts names.
record FeedKnowledge(Map<UUID, Indicator> indicators, Map<String, String> unitNames) {

    FeedKnowledge naming(Map<String, String> names) {
        return new FeedKnowledge(indicators, names);
    }

    Optional<Indicator> indicatorOf(JsonNode data) {
        return data.hasNonNull("indicatorId")
                ? Optional.ofNullable(
                        indicators.get(UUID.fromString(data.get("indicatorId").asText())))
                : Optional.empty();
    }

    /// The responsible unit as the fact says, else as the indicator's replica knows, else the unit that the
    /// fact belongs to: that shows an entry to fewer people, never to more.
    String unitOf(JsonNode data) {
        if (data.hasNonNull("responsibleUnitCode")) {
            return data.get("responsibleUnitCode").asText();
        }
        return indicatorOf(data)
                .map(Indicator::responsibleUnitCode)
                .orElse(data.path("unitCode").asText());
    }

    /// The name of the responsible unit; its code while the name is not known.
    String nameOfUnit(JsonNode data) {
        String code = unitOf(data);
        return unitNames.getOrDefault(code, code);
    }
}
