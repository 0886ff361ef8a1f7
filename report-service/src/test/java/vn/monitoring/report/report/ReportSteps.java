package vn.monitoring.report.report;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.monitoring.report.Given;

/// The steps of a report as its people take them, for tests.
public final class ReportSteps {

    private ReportSteps() {}

    /// A report of ward Kinh Môn for the third quarter of 2026 under a new regime; its id.
    public static String drafted() {
        String obligation = Given.obligation(Given.regime(), "2026-Q3", "10675");
        draft("10675", obligation).then().statusCode(201);
        return obligation;
    }

    public static String accepted() {
        String id = drafted();
        submit("10675", id).then().statusCode(200);
        accept("31", id).then().statusCode(200);
        return id;
    }

    public static Response draft(String unit, String obligationId) {
        return Given.as("reporter", unit)
                .body(Map.of("obligationId", obligationId))
                .post("/api/v1/reports");
    }

    public static Response edit(String unit, String id, String key, String text) {
        return Given.as("reporter", unit)
                .header("If-Match", "*")
                .body(Map.of("text", text))
                .put("/api/v1/reports/" + id + "/sections/" + key);
    }

    public static Response submit(String unit, String id) {
        return Given.as("unit-head", unit).header("If-Match", "*").post("/api/v1/reports/" + id + "/submission");
    }

    public static Response accept(String receiver, String id) {
        return Given.as("standing-body", receiver)
                .header("If-Match", "*")
                .post("/api/v1/reports/" + id + "/acceptance");
    }

    public static Response sendBack(String receiver, String id) {
        return Given.as("standing-body", receiver)
                .header("If-Match", "*")
                .body(Map.of("reason", "Số liệu chưa khớp."))
                .post("/api/v1/reports/" + id + "/return");
    }

    public static Response correct(String unit, String id, String... parts) {
        return Given.as("unit-head", unit)
                .header("If-Match", "*")
                .body(Map.of("reason", "Đính chính theo biên bản rà soát", "parts", List.of(parts)))
                .post("/api/v1/reports/" + id + "/corrections");
    }

    public static Response withdraw(String unit, String id) {
        return Given.as("unit-head", unit)
                .header("If-Match", "*")
                .post("/api/v1/reports/" + id + "/correction-withdrawal");
    }

    public static Response unlock(String receiver, String id, UUID indicatorId) {
        return Given.as("standing-body", receiver)
                .header("If-Match", "*")
                .body(Map.of("reason", "Số liệu chỉ tiêu 13 chưa khớp."))
                .post("/api/v1/reports/" + id + "/figures/GRADE/" + indicatorId + "/unlocking");
    }

    public static Response renew(String unit, String id, UUID indicatorId) {
        return Given.as("reporter", unit)
                .header("If-Match", "*")
                .body(Map.of("reason", "Đã xác nhận lại số liệu."))
                .post("/api/v1/reports/" + id + "/figures/GRADE/" + indicatorId + "/renewals");
    }

    public static Response consolidate(String unit, String id) {
        return Given.as("standing-body", unit).header("If-Match", "*").post("/api/v1/reports/" + id + "/consolidation");
    }

    public static Response read(String id) {
        return Given.as("reporter", "10675").get("/api/v1/reports/" + id);
    }
}
