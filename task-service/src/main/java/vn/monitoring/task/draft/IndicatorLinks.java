package vn.monitoring.task.draft;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The indicators that a task serves: of its plan by their id, or by their code in the catalogue.
@Schema(name = "IndicatorLinks", examples = "{\"canonicalCodes\":[\"CI-07\"]}")
record IndicatorLinks(
        @Size(max = 50) @Nullable List<@NotNull UUID> indicatorIds,

        @Size(max = 50) @Nullable
        List<@NotNull @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._-]{0,39}") String> canonicalCodes) {

    List<String> ids() {
        return indicatorIds == null
                ? List.of()
                : indicatorIds.stream().map(UUID::toString).distinct().toList();
    }

    List<String> codes() {
        return canonicalCodes == null
                ? List.of()
                : canonicalCodes.stream().distinct().toList();
    }
}
