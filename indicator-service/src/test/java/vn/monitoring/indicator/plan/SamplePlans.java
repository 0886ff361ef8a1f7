package vn.monitoring.indicator.plan;

import static vn.monitoring.indicator.Callers.as;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.builder.MultiPartSpecBuilder;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import vn.monitoring.indicator.Golden;

/// The four sample plans of `deploy/plans`, and small plans made up by a test, sent as an office would.
final class SamplePlans {

    static final List<String> ALL = List.of("kinh-mon", "da-mai", "thach-khoi", "phu-thai");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path FOLDER = Path.of(System.getProperty("monitoring.root", ".."), "deploy", "plans");

    private SamplePlans() {}

    /// Enters the provinces, communes and agencies that the plans are about.
    static void importUnits() {
        for (String province : List.of("31", "24")) {
            as("province-admin", province)
                    .urlEncodingEnabled(false)
                    .contentType("text/csv; charset=UTF-8")
                    .body(bytes(FOLDER.resolve("units.csv")))
                    .post("/api/v1/units:batch")
                    .then()
                    .statusCode(207);
        }
    }

    static ObjectNode header(String plan) {
        try {
            return (ObjectNode) JSON.readTree(Files.readString(FOLDER.resolve("facts/" + plan + "/plan.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] workbook(String plan) {
        return bytes(FOLDER.resolve(plan + ".xlsx"));
    }

    static List<Golden.Row> expectedFindings(String plan) {
        return Golden.rows(FOLDER.resolve("facts/" + plan + "/expected.csv"));
    }

    static List<Golden.Row> facts(String plan) {
        return Golden.rows(FOLDER.resolve("facts/" + plan + "/indicators.csv"));
    }

    static Response importPlan(String plan, String query) {
        JsonNode header = header(plan);
        return send(
                "standing-body",
                header.path("unitCode").asText(),
                plan + ".xlsx",
                workbook(plan),
                header.toString(),
                query);
    }

    /// A plan of Kinh Môn whose sheet is CSV lines below the usual header.
    static Response importLines(String lines, String query) {
        return importLines(lines, smallHeader().toString(), query);
    }

    static Response importLines(String lines, String header, String query) {
        String csv = "STT,Chỉ tiêu,Đơn vị tính,Năm 2026,Năm 2030,Cơ quan chủ trì\n" + lines;
        return send("standing-body", "10675", "indicators.csv", csv.getBytes(StandardCharsets.UTF_8), header, query);
    }

    static ObjectNode smallHeader() {
        return JSON.createObjectNode()
                .put("unitCode", "10675")
                .put("block", "CHINH_QUYEN")
                .put("docType", "Kế hoạch")
                .put("number", "15/KH-UBND")
                .put("issuedOn", "2026-01-20")
                .put("title", "Kế hoạch thử")
                .put("horizonStart", "2026-01-01")
                .put("horizonEnd", 2030);
    }

    static Response send(String role, String unit, String fileName, byte[] file, String header, String query) {
        return as(role, unit)
                .multiPart(new MultiPartSpecBuilder(file)
                        .controlName("file")
                        .fileName(fileName)
                        .mimeType("application/octet-stream")
                        .build())
                .multiPart(new MultiPartSpecBuilder(header)
                        .controlName("plan")
                        .mimeType("application/json")
                        .charset(StandardCharsets.UTF_8)
                        .build())
                .post("/api/v1/plans/imports" + query);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
