package vn.monitoring.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// What was released stays: clients made for `docs/api/released/openapi.yaml` work with what is served now.
class ReleasedContractTest {

    @Test
    void breaksNoClientOfTheLastRelease() {
        assertThat(BreakingChanges.between(
                        Yaml.read(Documents.published("released/openapi.yaml")), Documents.mergedApi()))
                .as(
                        "breaking changes against docs/api/released/openapi.yaml: keep the old beside the new and mark it with "
                                + "@Sunset, or release a new contract by ./platform contract --release")
                .isEmpty();
    }

    @Test
    void saysWhatEachTagAndParameterIs() {
        var document = Documents.mergedApi();
        Set<String> described = new TreeSet<>();
        document.path("tags").forEach(tag -> {
            if (!tag.path("description").asText().isBlank()) {
                described.add(tag.path("name").asText());
            }
        });
        List<String> silent = new ArrayList<>();
        document.path("paths")
                .forEach(item -> MergedApi.operations(item).forEach(operation -> {
                    operation.path("tags").forEach(tag -> {
                        if (!described.contains(tag.asText())) {
                            silent.add("tag " + tag.asText());
                        }
                    });
                    operation.path("parameters").forEach(parameter -> {
                        if (!parameter.has("$ref")
                                && parameter.path("description").asText().isBlank()) {
                            silent.add(operation.path("operationId").asText() + " "
                                    + parameter.path("name").asText());
                        }
                    });
                }));

        assertThat(silent)
                .as("described neither by their operations nor in docs/api/gateway.yaml")
                .isEmpty();
    }
}
