package vn.monitoring.report;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.testing.EventSchemas;
import vn.monitoring.kit.testing.Events;
import vn.monitoring.kit.testing.TestDatabase;
import vn.monitoring.kit.testing.Tokens;

/// What the tests of this service start from: two provinces, their communes and an agency; people; facts of other
/// services.
public final class Given {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Given() {}

    /// Empties the database and puts the units there.
    public static void units() {
        TestDatabase.shared().truncateAll();
        TestDatabase.shared().execute("""
                insert into unit (code, parent_code, path, type, name, version) values
                ('31', null, '31', 'PROVINCE', 'Thành phố Hải Phòng', 1),
                ('10675', '31', '31.10675', 'COMMUNE_PHUONG', 'Phường Kinh Môn', 1),
                ('11002', '31', '31.11002', 'COMMUNE_PHUONG', 'Phường Thạch Khôi', 1),
                ('10675.VHXH', '10675', '31.10675.10675_VHXH', 'AGENCY', 'Phòng Văn hóa - Xã hội', 1),
                ('24', null, '24', 'PROVINCE', 'Tỉnh Bắc Ninh', 1),
                ('07228', '24', '24.07228', 'COMMUNE_PHUONG', 'Phường Đa Mai', 1)""");
    }

    /// A request of a demo user: `as("standing-body", "31")`.
    public static RequestSpecification as(String role, String unit) {
        return RestAssured.given()
                .auth()
                .oauth2(Tokens.as(role + "-" + unit).roles(role).units(unit).token())
                .contentType("application/json");
    }

    /// A regime of province 31 for all of its communes, every quarter after the decree; its id.
    public static String regime() {
        return regime(Map.of());
    }

    public static String regime(Map<String, Object> settings) {
        Response response = as("standing-body", "31").body(regimeBody(settings)).post("/api/v1/report-regimes");
        return response.then().statusCode(201).extract().path("id");
    }

    public static Map<String, Object> regimeBody(Map<String, Object> settings) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "name", "Báo cáo định kỳ của cấp xã",
                "receiverUnitCode", "31",
                "senderRule", "COMMUNES_BELOW_RECEIVER",
                "frequencies", List.of("QUARTER"),
                "calendar", "DECREE"));
        body.putAll(settings);
        return body;
    }

    public static Response open(String regimeId, String period) {
        return as("standing-body", "31")
                .body(Map.of("period", period))
                .post("/api/v1/report-regimes/" + regimeId + "/periods");
    }

    /// The obligation of a unit in the open period; its id.
    public static String obligation(String regimeId, String period, String unitCode) {
        return open(regimeId, period)
                .then()
                .extract()
                .path("obligations.find { it.unitCode == '" + unitCode + "' }.id");
    }

    public static ObjectNode plan(UUID id, String unitCode, String block, String status) {
        ObjectNode plan = JSON.objectNode()
                .put("id", id.toString())
                .put("unitCode", unitCode)
                .put("block", block)
                .put("docType", "Kế hoạch")
                .put("number", "08-KH/ĐU")
                .put("issuedOn", "2025-09-08")
                .put("title", "Kế hoạch thực hiện Nghị quyết 57")
                .put("issuer", "Ban Thường vụ Đảng ủy")
                .putNull("planYear")
                .put("horizonStart", "2025-01-01")
                .put("horizonEnd", "2045-12-31")
                .put("status", status)
                .put("version", 1);
        plan.putArray("milestoneYears").add(2025).add(2030);
        return plan;
    }

    /// An indicator of the agency 10675.VHXH.
    public static ObjectNode indicator(UUID id, UUID planId) {
        ObjectNode indicator = JSON.objectNode()
                .put("id", id.toString())
                .put("planId", planId.toString())
                .put("unitCode", "10675")
                .put("responsibleUnitCode", "10675.VHXH")
                .put("number", "13")
                .put("name", "Tỷ lệ hồ sơ trực tuyến")
                .put("group", "II. Chính quyền số")
                .put("measureUnit", "%")
                .putNull("canonicalCode")
                .put("direction", "HIGHER")
                .put("version", 1);
        indicator.putArray("targets");
        return indicator;
    }

    /// Two figures of the office of culture and society that were submitted in one batch.
    public static ObjectNode figuresOfOneUnit(UUID... indicatorIds) {
        ObjectNode batch = JSON.objectNode()
                .put("responsibleUnitCode", "10675.VHXH")
                .put("period", "2026-Q3")
                .put("status", "SUBMITTED")
                .put("by", "province-31-system")
                .put("at", "2026-09-10T02:00:00Z");
        for (UUID indicatorId : indicatorIds) {
            batch.withArray("figures")
                    .addObject()
                    .put("id", UUID.randomUUID().toString())
                    .put("indicatorId", indicatorId.toString())
                    .putNull("canonicalCode")
                    .put("numerator", 87)
                    .put("denominator", 88)
                    .put("value", 98.9)
                    .put("asOf", "2026-09-10")
                    .put("revision", 1)
                    .put("version", 0);
        }
        return batch;
    }

    /// A verified figure of that indicator.
    public static ObjectNode measurement(UUID indicatorId, UUID planId) {
        ObjectNode measurement = JSON.objectNode()
                .put("id", UUID.randomUUID().toString())
                .put("indicatorId", indicatorId.toString())
                .put("planId", planId.toString())
                .put("unitCode", "10675")
                .put("responsibleUnitCode", "10675.VHXH")
                .put("period", "2026-Q3")
                .put("numerator", 87)
                .put("denominator", 88)
                .put("value", 98.9)
                .put("asOf", "2026-09-10")
                .put("status", "VERIFIED")
                .putNull("source")
                .put("submittedBy", "reporter-10675-vhxh")
                .put("submittedAt", "2026-09-10T02:00:00Z")
                .put("verifiedBy", "standing-10675")
                .put("verifiedAt", "2026-09-10T03:00:00Z")
                .putNull("reason")
                .put("revision", 1)
                .put("version", 2);
        measurement.putArray("flags");
        return measurement;
    }

    public static ObjectNode grade(
            UUID indicatorId, UUID planId, String asOf, String status, double value, int version) {
        ObjectNode grade = JSON.objectNode()
                .put("id", UUID.randomUUID().toString())
                .put("indicatorId", indicatorId.toString())
                .put("planId", planId.toString())
                .put("unitCode", "10675")
                .put("indicatorNumber", "13")
                .put("indicatorName", "Tỷ lệ hồ sơ trực tuyến")
                .put("group", "II. Chính quyền số")
                .put("asOf", asOf)
                .put("status", status)
                .put("value", value)
                .putNull("numerator")
                .putNull("denominator")
                .put("measureUnit", "%")
                .putNull("expected")
                .put("shortfall", 7.9)
                .put("shortfallMeasure", "POINTS")
                .put("policyVersion", 1)
                .put("measurementId", UUID.randomUUID().toString())
                .put("period", "2026-Q3")
                .put("version", version);
        grade.putObject("overlays")
                .put("regressing", false)
                .put("atRisk", false)
                .put("provisional", false);
        grade.putObject("target")
                .put("year", 2026)
                .put("raw", "≥ 80%")
                .put("kind", "NUMBER")
                .put("comparator", "GE")
                .put("low", 80)
                .putNull("high");
        grade.putObject("explanation").put("vi", "Vì.").put("en", "Because.");
        return grade;
    }

    /// The progress of a task that is due at the end of August 2026, for which the agency 10675.VHXH is responsible.
    public static ObjectNode task(UUID id, UUID planId, String businessDate, String timeliness, int version) {
        ObjectNode task = JSON.objectNode()
                .put("id", id.toString())
                .put("planId", planId.toString())
                .put("unitCode", "10675")
                .put("responsibleUnitCode", "10675.VHXH")
                .put("kind", "TASK")
                .put("number", "4")
                .putNull("group")
                .put("title", "Xây dựng kế hoạch")
                .put("directorPosition", "Phó Chủ tịch UBND phường")
                .put("deliverable", "Kế hoạch")
                .put("status", "IN_PROGRESS")
                .put("percent", 40)
                .put("timeliness", timeliness)
                .put("assignedOn", "2026-01-05")
                .putNull("submittedOn")
                .putNull("completedOn")
                .put("needsDecision", false)
                .put("businessDate", businessDate)
                .put("version", version);
        task.putArray("leadAgencies").add("Phòng Văn hóa - Xã hội");
        task.putArray("coordinators");
        ObjectNode timing = task.putObject("timing")
                .put("raw", "Tháng 8/2026")
                .put("kind", "MONTH")
                .put("due", "2026-08-31");
        timing.putArray("phases");
        timing.putArray("flags");
        task.putObject("lastUpdate")
                .put("asOf", businessDate)
                .put("status", "Đang làm")
                .put("result", "Đã dự thảo")
                .put("difficulty", "Thiếu nhân lực")
                .put("nextStep", "Lấy ý kiến");
        return task;
    }

    /// Tells a fact as its owner would; its CloudEvents id.
    public static String told(String topic, String type, String key, ObjectNode data) {
        String id = UUID.randomUUID().toString();
        told(topic, type, key, data, id);
        return id;
    }

    public static void told(String topic, String type, String key, ObjectNode data, String id) {
        String fullType = "vn.monitoring." + type + ".v1";
        List<String> violations = EventSchemas.violations(fullType, data.toString());
        if (!violations.isEmpty()) {
            throw new AssertionError("no " + fullType + ": " + violations);
        }
        Events.send("monitoring." + topic, key, fullType, id, "2026-09-10T02:00:00Z", data);
    }

    public static String toldGrade(ObjectNode grade) {
        return told("grade", "grade.changed", grade.get("indicatorId").asText(), grade);
    }

    public static String toldTask(ObjectNode task) {
        return told("task", "task.progressed", task.get("id").asText(), task);
    }

    /// Waits until a query of one number gives it.
    public static void until(String sql, long expected) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> asked(sql) == expected);
    }

    private static long asked(String sql) {
        @Nullable String answer = TestDatabase.shared().ask(sql);
        return answer == null ? -1 : Long.parseLong(answer);
    }
}
