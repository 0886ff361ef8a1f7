package vn.monitoring.indicator.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import vn.monitoring.kit.sheet.Finding;

/// The findings of a row as they are stored with its indicator: a JSON array.
@ApplicationScoped
class FindingsText {

    private static final TypeReference<List<Finding>> FINDINGS = new TypeReference<>() {};

    private final ObjectMapper json;

    FindingsText(ObjectMapper json) {
        this.json = json;
    }

    String write(List<Finding> findings) {
        try {
            return json.writeValueAsString(findings);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("findings cannot be written", e);
        }
    }

    /// The stored findings with those of some kinds replaced.
    String replace(String stored, Set<IndicatorFinding> kinds, List<Finding> fresh) {
        try {
            Stream<Finding> kept = json.readValue(stored, FINDINGS).stream()
                    .filter(finding ->
                            kinds.stream().noneMatch(kind -> kind.name().equals(finding.code())));
            return write(Stream.concat(kept, fresh.stream()).toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored findings cannot be read", e);
        }
    }
}
