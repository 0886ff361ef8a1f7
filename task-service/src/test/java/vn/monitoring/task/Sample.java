package vn.monitoring.task;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.testing.TestDatabase;
import vn.monitoring.kit.testing.Tokens;

/// Units, a plan of Kinh Môn and its people, and what they do with its tasks.
public final class Sample {

    public static final UUID PLAN = UUID.fromString("0f3f7a52-7f35-4f0e-9a3b-0d1a4b1c0001");
    public static final String TASKS = "/api/v1/tasks";

    public static final String TABLE = """
            Stt,Tên nhiệm vụ,Người chỉ đạo,Chủ trì,Đơn vị phối hợp,Sản phẩm,Thời gian
            1,Xây dựng Kế hoạch của UBND phường,Phó Chủ tịch UBND phường,Trưởng phòng Văn hóa Xã hội,Công an phường,Kế hoạch,Tháng 6/2026
            2,Tuyên truyền Nghị quyết 57,Trưởng ban Xây dựng Đảng,Ban Xây dựng Đảng,,Kế hoạch,Thường xuyên
            3,Tiếp nhận hệ thống thông tin,Phó Chủ tịch UBND phường,,,Biên bản,
            a,Hệ thống của Văn phòng,Phó Chủ tịch UBND phường,Văn phòng HĐND và UBND,,Biên bản,Quý III/2026
            b,Hệ thống của Công an,Phó Chủ tịch UBND phường,Công an phường,,Biên bản,Quý IV/2026
            """;

    private Sample() {}

    /// Empties the database and puts the units and the plan there.
    public static void prepare() {
        TestDatabase.shared().truncateAll();
        TestDatabase.shared().execute("""
                        insert into unit (code, parent_code, path, type, name, agency_type, aliases, version) values
                            ('31', null, '31', 'PROVINCE', 'Thành phố Hải Phòng', null, '{}', 1),
                            ('24', null, '24', 'PROVINCE', 'Tỉnh Bắc Ninh', null, '{}', 1),
                            ('10675', '31', '31.10675', 'COMMUNE_PHUONG', 'Phường Kinh Môn', null, '{}', 1),
                            ('11002', '31', '31.11002', 'COMMUNE_PHUONG', 'Phường Thạch Khôi', null, '{}', 1),
                            ('10675.VHXH', '10675', '31.10675.10675_VHXH', 'AGENCY', 'Phòng Văn hóa - Xã hội', 'VHXH',
                                '{Phòng Văn hóa Xã hội,VH-XH}', 1),
                            ('10675.BXDD', '10675', '31.10675.10675_BXDD', 'AGENCY', 'Ban Xây dựng Đảng', 'BXDD', '{}', 1),
                            ('10675.VP', '10675', '31.10675.10675_VP', 'AGENCY', 'Văn phòng HĐND và UBND', 'VP', '{}', 1),
                            ('10675.CA', '10675', '31.10675.10675_CA', 'AGENCY', 'Công an phường', 'CA', '{}', 1)""", """
                        insert into plan (id, unit_code, number, title, issued_on, plan_year, status, version) values
                            ('%s', '10675', '08-KH/ĐU', 'Kế hoạch hành động', '2026-01-08', null, 'IN_FORCE', 1)""".formatted(PLAN));
    }

    public static Tokens standing() {
        return Tokens.as("standing-10675").roles("standing-body").units("10675");
    }

    public static Tokens leader() {
        return Tokens.as("leader-10675").roles("leader").units("10675");
    }

    public static Tokens reporter() {
        return Tokens.as("reporter-10675-vhxh").roles("reporter").units("10675.VHXH");
    }

    public static Tokens reporterOfAll() {
        return Tokens.as("reporter-10675").roles("reporter").units("10675");
    }

    public static Tokens inspector() {
        return Tokens.as("inspector-31").roles("inspector").units("31");
    }

    /// Somebody of another province.
    public static Tokens stranger() {
        return Tokens.as("standing-24")
                .roles("standing-body", "leader", "reporter", "unit-head", "province-admin")
                .units("24");
    }

    public static RequestSpecification as(Tokens caller) {
        return given().auth().oauth2(caller.token()).header("Accept-Language", "en");
    }

    public static Response upload(Tokens caller, Object planId, boolean dryRun, String fileName, byte[] content) {
        return as(caller)
                .multiPart("file", fileName, content)
                .post("/api/v1/plans/{planId}/task-imports?dryRun=" + dryRun, planId);
    }

    /// As browsers do: streamed, the file's name in UTF-8. REST Assured keeps several copies of what it sends
    /// and writes names in ASCII.
    public static HttpResponse<String> stream(Tokens caller, String path, String fileName, byte[] content) {
        String boundary = "----large";
        String head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
        HttpRequest request = HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + path))
                .header("Authorization", "Bearer " + caller.token())
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.concat(
                        HttpRequest.BodyPublishers.ofString(head),
                        HttpRequest.BodyPublishers.ofByteArray(content),
                        HttpRequest.BodyPublishers.ofString("\r\n--" + boundary + "--\r\n")))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// Imports the table and gives back the id of the task with that number.
    public static JsonPath importTable() {
        Response response = upload(standing(), PLAN, false, "nhiem-vu.csv", TABLE.getBytes(StandardCharsets.UTF_8));
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(201);
        return response.jsonPath();
    }

    public static String taskId(String number) {
        return importTable().getString("rows.find { it.number == '%s' }.id".formatted(number));
    }

    public static Response read(Tokens caller, String id) {
        return as(caller).get(TASKS + "/{id}", id);
    }

    public static String etag(String id) {
        return read(inspector(), id).header("ETag");
    }

    /// A step with the current ETag.
    public static Response step(Tokens caller, String id, String path, @Nullable String body) {
        RequestSpecification request = as(caller).header("If-Match", etag(id)).contentType(ContentType.JSON);
        if (body != null) {
            request.body(body);
        }
        return request.post(TASKS + "/{id}/" + path, id);
    }

    public static String update(String asOf, @Nullable Integer percent) {
        return """
                {"asOf":"%s","percent":%s,"status":"Đang làm","result":"Đã họp","difficulty":"không có","nextStep":"Viết"}""".formatted(asOf, percent);
    }

    public static final String REFERENCE =
            "{\"title\":\"Kế hoạch\",\"documentNumber\":\"25/KH-UBND\",\"issuedOn\":\"2026-06-01\"}";

    /// Brings the task of the culture office to a status of its life, as of June 2026.
    public static void bring(String id, String status) {
        if (status.equals("DRAFT")) {
            return;
        }
        done(step(standing(), id, "assignment", "{\"assignedOn\":\"2026-02-01\"}"), 200);
        if (status.equals("ASSIGNED")) {
            return;
        }
        done(step(reporter(), id, "acknowledgement", "{\"acknowledgedOn\":\"2026-02-03\"}"), 200);
        if (status.equals("ACCEPTED")) {
            return;
        }
        done(step(reporter(), id, "updates", update("2026-05-10", 40)), 201);
        done(step(reporter(), id, "deliverables", REFERENCE), 201);
        if (status.equals("IN_PROGRESS")) {
            return;
        }
        done(step(reporter(), id, "submissions", "{\"submittedOn\":\"2026-06-05\"}"), 201);
        if (status.equals("SUBMITTED")) {
            return;
        }
        if (status.equals("RETURNED")) {
            done(step(standing(), id, "submissions/1/return", "{\"reason\":\"Thiếu phụ lục\"}"), 200);
        } else {
            done(step(standing(), id, "submissions/1/acceptance", null), 200);
        }
    }

    public static void done(Response response, int status) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
    }

    public static void problem(Response response, int status, String code) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        assertThat(response.contentType()).startsWith("application/problem+json");
        JsonPath body = response.jsonPath();
        assertThat(body.getString("code")).isEqualTo(code);
        assertThat(body.getInt("status")).isEqualTo(status);
        assertThat(body.getString("type"))
                .isEqualTo("urn:problem:" + code.toLowerCase().replace('_', '-'));
        assertThat(body.getString("title")).isNotBlank();
        assertThat(body.getString("detail")).isNotBlank();
        assertThat(body.getString("traceId")).isNotBlank();
    }
}
