package vn.monitoring.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import vn.monitoring.client.ClientFailure;
import vn.monitoring.client.Json;
import vn.monitoring.client.Write;

/// One of the four real plans the demo carries with it.
///
/// @param unit the commune that issued it
/// @param indicators rows of its sheet "Chỉ tiêu"
/// @param tasks rows of its sheet "Nhiệm vụ"
record SamplePlan(String slug, String name, String unit, String province, int indicators, int tasks) {

    static final List<SamplePlan> ALL = List.of(
            new SamplePlan("kinh-mon", "Kinh Môn", "10675", "31", 31, 11),
            new SamplePlan("da-mai", "Đa Mai", "07228", "24", 26, 31),
            new SamplePlan("thach-khoi", "Thạch Khôi", "11002", "31", 23, 25),
            new SamplePlan("phu-thai", "Phú Thái", "10750", "31", 31, 9));

    static final List<String> PROVINCES = List.of("31", "24");

    private static final Map<String, String> AGENCY_REPORTERS =
            Map.of("10675.VHXH", "reporter-10675-vhxh", "10675.HCC", "reporter-10675-hcc");

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    Write.FilePart workbook() {
        return new Write.FilePart(slug + ".xlsx", XLSX, bytes("/plans/" + slug + ".xlsx"));
    }

    /// The plan's head as the importer wants it.
    Write.JsonPart planHead() {
        return new Write.JsonPart("plan", text("/plans/facts/" + slug + "/plan.json"));
    }

    String title() {
        return Json.tree(planHead().content()).path("title").asText();
    }

    List<ExpectedFinding> expectedFindings() {
        return ExpectedFinding.parse(text("/plans/facts/" + slug + "/expected.csv"));
    }

    /// The regime of the plan that asks for quarterly reports.
    JsonNode quarterlyRegime() {
        for (JsonNode regime : Json.tree(text("/plans/facts/" + slug + "/regimes.json"))) {
            for (JsonNode frequency : regime.path("frequencies")) {
                if (frequency.asText().equals("QUARTER")) {
                    return regime;
                }
            }
        }
        throw new ClientFailure("The plan of " + name + " has no quarterly regime.");
    }

    String standingBody() {
        return "standing-" + unit;
    }

    String reporter() {
        return "reporter-" + unit;
    }

    /// The reporter of an agency where it has one, else the commune's.
    String reporterOf(String responsibleUnitCode) {
        return AGENCY_REPORTERS.getOrDefault(responsibleUnitCode, reporter());
    }

    String head() {
        return "head-" + unit;
    }

    String leader() {
        return "leader-" + unit;
    }

    static String unitsCsv() {
        return text("/plans/units.csv");
    }

    private static String text(String resource) {
        return new String(bytes(resource), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String resource) {
        try (InputStream in = SamplePlan.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new ClientFailure("The demo was built without " + resource + ": build deploy/plans first.");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
