package vn.monitoring.task.importing;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.monitoring.task.Sample.PLAN;
import static vn.monitoring.task.Sample.TABLE;
import static vn.monitoring.task.Sample.as;
import static vn.monitoring.task.Sample.done;
import static vn.monitoring.task.Sample.inspector;
import static vn.monitoring.task.Sample.problem;
import static vn.monitoring.task.Sample.read;
import static vn.monitoring.task.Sample.reporter;
import static vn.monitoring.task.Sample.standing;
import static vn.monitoring.task.Sample.stranger;
import static vn.monitoring.task.Sample.stream;
import static vn.monitoring.task.Sample.upload;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.monitoring.kit.testing.EventSchemas;
import vn.monitoring.kit.testing.Events;
import vn.monitoring.kit.testing.PlatformTestResource;
import vn.monitoring.kit.testing.TestClock;
import vn.monitoring.kit.testing.TestDatabase;
import vn.monitoring.kit.testing.Tokens;
import vn.monitoring.task.Sample;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class WorkbookImportTest {

    private static final Path PLANS = Path.of(System.getProperty("monitoring.root", ".."), "deploy", "plans");

    /// The four sample plans: how many rows their table has, what it is found to hold, and whose its tasks
    /// are.
    enum Book {
        KINH_MON(
                "kinh-mon",
                "10675",
                "2025-09-08",
                11,
                Set.of("CELL_WRAP", "COLLECTIVE_LEAD"),
                Map.of(
                        "1",
                        "10675",
                        "4",
                        "10675.VHXH",
                        "5",
                        "10675.KT",
                        "8",
                        "10675.CA",
                        "9",
                        "10675.UBKT",
                        "10",
                        "10675.MTTQ")),
        DA_MAI(
                "da-mai",
                "07228",
                "2026-01-30",
                31,
                Set.of(
                        "ORPHAN_BLOCK",
                        "SUBTASKS",
                        "EMBEDDED_CADENCE",
                        "NO_COORD_OUTPUT",
                        "OCR",
                        "LEAD_MISMATCH",
                        "SCOPE_DRIFT",
                        "DOC_NUMBER_BLANK",
                        "DELIVERABLE_IN_TIMING",
                        "SCHEDULE_IN",
                        "OPEN_END",
                        "SPELLING_VARIANT"),
                Map.of(
                        "1",
                        "07228.BCD",
                        "5",
                        "07228.VHXH",
                        "6",
                        "07228.UBND",
                        "18",
                        "07228",
                        "18.đ",
                        "07228.VPDU",
                        "18.e",
                        "07228.MTTQ")),
        THACH_KHOI(
                "thach-khoi",
                "11002",
                "",
                25,
                Set.of(
                        "TARGET_IN_TASK",
                        "TRUNCATED_CELL",
                        "WRONG_GROUP",
                        "PAST_DEADLINE",
                        "ROW_CONTINUATION",
                        "REPEATED_HEADER",
                        "PERSON_NAME",
                        "MULTI_LEAD",
                        "LEAD_EQ_COORD",
                        "COLLECTIVE_LEAD",
                        "ABBREV_OCR",
                        "SPELLING_VARIANT",
                        "DOC_NUMBER_BLANK",
                        "EMBEDDED_CADENCE"),
                Map.of(
                        "2",
                        "11002",
                        "3",
                        "11002.MTTQ",
                        "9",
                        "11002.HCC",
                        "15",
                        "11002.VHXH",
                        "18",
                        "11002.CA",
                        "19",
                        "11002.KT",
                        "24",
                        "11002.VP")),
        PHU_THAI(
                "phu-thai",
                "10750",
                "",
                9,
                Set.of(
                        "TARGET_OUTSIDE_PERIOD",
                        "COMPOUND_CELL",
                        "STRICT_BEFORE",
                        "NO_DIRECTOR_OUTPUT",
                        "TARGET_IN_TASK",
                        "BASICALLY_DONE",
                        "MULTI_LEAD",
                        "COLLECTIVE_LEAD",
                        "ROW_CONTINUATION"),
                Map.of(
                        "1",
                        "10750.KT",
                        "2",
                        "10750.HCC",
                        "4",
                        "10750.VHXH",
                        "5",
                        "10750.TTVH",
                        "7",
                        "10750.CA",
                        "8",
                        "10750.TRUONG",
                        "9",
                        "10750.THON"));

        final String file;
        final String unit;
        final String issuedOn;
        final int rows;
        final Set<String> findings;
        final Map<String, String> leads;

        Book(String file, String unit, String issuedOn, int rows, Set<String> findings, Map<String, String> leads) {
            this.file = file + ".xlsx";
            this.unit = unit;
            this.issuedOn = issuedOn;
            this.rows = rows;
            this.findings = findings;
            this.leads = leads;
        }

        Tokens standing() {
            return Tokens.as("standing-" + unit).roles("standing-body").units(unit);
        }
    }

    private final TestClock clock;

    WorkbookImportTest(TestClock clock) {
        this.clock = clock;
    }

    @BeforeEach
    void prepare() {
        clock.setToday(LocalDate.of(2026, 6, 10));
        Sample.prepare();
    }

    @AfterEach
    void releaseClock() {
        clock.reset();
    }

    @ParameterizedTest
    @EnumSource
    void takesEveryRowOfTheSamplePlans(Book book) {
        prepare(book);

        Response dry = upload(book.standing(), PLAN, true, book.file, workbook(book));
        done(dry, 200);
        assertThat(TestDatabase.shared().ask("select count(*) from task")).isEqualTo("0");
        Response real = upload(book.standing(), PLAN, false, book.file, workbook(book));
        done(real, 201);

        JsonPath result = real.jsonPath();
        assertThat(result.getInt("counts.rowsIn")).isEqualTo(book.rows);
        assertThat(result.getInt("counts.rejected")).isZero();
        assertThat(result.getList("rows")).hasSize(book.rows);
        assertThat(TestDatabase.shared().ask("select count(*) from task")).isEqualTo(Integer.toString(book.rows));
        assertThat(dry.jsonPath().getMap("counts")).isEqualTo(result.getMap("counts"));
        assertThat(dry.jsonPath().getList("rows.findings")).isEqualTo(result.getList("rows.findings"));
        assertThat(Set.copyOf(result.<String>getList("rows.change"))).containsExactly("CREATED");
        assertThat(codes(result)).containsAll(book.findings);
        book.leads.forEach((number, unit) -> assertThat(TestDatabase.shared()
                        .ask("select responsible_unit_code from task where number = '" + number + "'"))
                .as(number)
                .isEqualTo(unit));
        assertThat(TestDatabase.shared().ask("select count(*) from task where director_position ~ 'Đồng chí|UVBTV|…'"))
                .isEqualTo("0");
    }

    @ParameterizedTest
    @EnumSource
    void changesNothingAtTheSecondImport(Book book) {
        prepare(book);
        done(upload(book.standing(), PLAN, false, book.file, workbook(book)), 201);
        String before = TestDatabase.shared().ask("select string_agg(id || ' ' || version, ',' order by id) from task");
        String facts = TestDatabase.shared().ask("select count(*) from task_history");

        Response again = upload(book.standing(), PLAN, false, book.file, workbook(book));

        done(again, 201);
        assertThat(again.jsonPath().getInt("counts.unchanged")).isEqualTo(book.rows);
        assertThat(TestDatabase.shared().ask("select string_agg(id || ' ' || version, ',' order by id) from task"))
                .isEqualTo(before);
        assertThat(TestDatabase.shared().ask("select count(*) from task_history"))
                .isEqualTo(facts);
    }

    @ParameterizedTest
    @EnumSource
    void tellsEachFindingOnce(Book book) {
        prepare(book);

        JsonPath result =
                upload(book.standing(), PLAN, true, book.file, workbook(book)).jsonPath();

        List<Map<String, Object>> findings = new ArrayList<>(result.getList("sheet"));
        result.<List<Map<String, Object>>>getList("rows.findings").forEach(findings::addAll);
        assertThat(findings.stream().map(finding -> finding.get("code") + " " + finding.get("place")))
                .doesNotHaveDuplicates();
    }

    @Test
    void keepsTheOrphanApartAndTheLetteredPartsUnderTheirTask() {
        prepare(Book.DA_MAI);

        JsonPath result = upload(Book.DA_MAI.standing(), PLAN, false, Book.DA_MAI.file, workbook(Book.DA_MAI))
                .jsonPath();

        assertThat(result.getInt("counts.needsDecision")).isEqualTo(1);
        String orphan = result.getString("rows.find { it.outcome == 'NEEDS_DECISION' }.id");
        JsonPath kept = read(Book.DA_MAI.standing(), orphan).jsonPath();
        assertThat(kept.getString("kind")).isEqualTo("ORPHAN");
        assertThat(kept.getString("title")).isNull();
        assertThat(kept.getString("timing.raw")).isEqualTo("Năm 2026 (hoàn thành phê duyệt Đề án).");
        assertThat(kept.getBoolean("needsDecision")).isTrue();
        problem(
                as(Book.DA_MAI.standing())
                        .header("If-Match", "*")
                        .contentType(ContentType.JSON)
                        .post("/api/v1/tasks/{id}/assignment", orphan),
                409,
                "TASK_NEEDS_DECISION");

        String ninth = result.getString("rows.find { it.number == '9' }.id");
        assertThat(read(Book.DA_MAI.standing(), ninth).jsonPath().getString("timing.raw"))
                .isEqualTo("Năm 2026.");
        String parent = result.getString("rows.find { it.number == '18' }.id");
        assertThat(TestDatabase.shared()
                        .ask("select string_agg(number, ' ' order by position) from task where parent_id = '" + parent
                                + "'"))
                .isEqualTo("18.a 18.b 18.c 18.d 18.đ 18.e");
        assertThat(read(Book.DA_MAI.standing(), parent).jsonPath().getString("timing.due"))
                .isEqualTo("2026-12-31");
    }

    @Test
    void joinsARowThatWasBrokenOverPages() {
        prepare(Book.THACH_KHOI);

        JsonPath result = upload(
                        Book.THACH_KHOI.standing(), PLAN, false, Book.THACH_KHOI.file, workbook(Book.THACH_KHOI))
                .jsonPath();

        String id = result.getString("rows.find { it.number == '24' }.id");
        JsonPath task = read(Book.THACH_KHOI.standing(), id).jsonPath();
        assertThat(task.getString("title")).isEqualTo("Triển khai mô hình bảo đảm an toàn thông tin “4 lớp”");
        assertThat(task.getString("directorPosition")).isEqualTo("Phó Chủ tịch UBND phường");
        assertThat(task.getList("leadAgencies")).containsExactly("Văn phòng HĐND và UBND phường");
        assertThat(task.getList("coordinators")).containsExactly("Công an phường", "Các cơ quan, đơn vị liên quan");
        assertThat(task.getString("deliverable")).isEqualTo("Văn bản/Báo cáo");
        assertThat(task.getString("timing.due")).isEqualTo("2026-04-30");
        assertThat(task.getString("group")).startsWith("VII.");
        assertThat(task.getString("timeliness")).isEqualTo("OVERDUE");
        assertThat(task.getInt("sixClears.score")).isEqualTo(100);
    }

    @Test
    void tellsEachTaskItTakes() {
        JsonPath result = Sample.importTable();

        List<String> ids = result.getList("rows.id");
        await().atMost(30, SECONDS)
                .untilAsserted(() -> assertThat(Events.read("monitoring.task"))
                        .extracting(Events.Event::key)
                        .containsAll(ids));
        for (Events.Event event : Events.read("monitoring.task")) {
            if (ids.contains(event.key())) {
                assertThat(event.type()).isEqualTo("vn.monitoring.task.imported.v1");
                assertThat(EventSchemas.violations(event.type(), event.data().toString()))
                        .isEmpty();
                assertThat(event.data().path("businessDate").asText()).isEqualTo("2026-01-08");
            }
        }
    }

    @Test
    void updatesOnlyWhatChanged() {
        Sample.importTable();
        String changed = TABLE.replace("Tháng 6/2026", "Tháng 7/2026")
                + "4,Việc mới,Chủ tịch,Công an phường,,Báo cáo,Năm 2026\n";

        JsonPath result = upload(standing(), PLAN, false, "a.csv", changed.getBytes(StandardCharsets.UTF_8))
                .jsonPath();

        assertThat(result.getList("rows.change"))
                .containsExactly("UPDATED", "UNCHANGED", "UNCHANGED", "UNCHANGED", "UNCHANGED", "CREATED");
        String id = result.getString("rows[0].id");
        JsonPath task = read(standing(), id).jsonPath();
        assertThat(task.getString("timing.due")).isEqualTo("2026-07-31");
        JsonPath story = as(standing()).get("/api/v1/tasks/{id}/history", id).jsonPath();
        assertThat(story.getString("items[1].note")).isEqualTo("a!A2");
        assertThat(story.getString("items[1].changes[0].field")).isEqualTo("timing");
        assertThat(story.getString("items[1].sentence.vi"))
                .contains("Thời hạn: Tháng 6/2026 → Tháng 7/2026")
                .contains("Cơ quan thường trực, Phường Kinh Môn (standing-10675)");
    }

    @Test
    void saysWhatIsNoLongerInTheTableAndKeepsIt() {
        Sample.importTable();
        String shorter = TABLE.lines().filter(line -> !line.startsWith("2,")).collect(Collectors.joining("\n"));

        JsonPath result = upload(standing(), PLAN, false, "a.csv", shorter.getBytes(StandardCharsets.UTF_8))
                .jsonPath();

        assertThat(result.getList("sheet.code")).contains("NOT_IN_SHEET", "NUMBERING_GAP");
        assertThat(TestDatabase.shared().ask("select count(*) from task")).isEqualTo("5");
    }

    @Test
    void takesARowOnlyOnce() {
        String twice = TABLE + TABLE.lines().skip(2).findFirst().orElseThrow() + "\n";

        JsonPath result = upload(standing(), PLAN, false, "a.csv", twice.getBytes(StandardCharsets.UTF_8))
                .jsonPath();

        assertThat(result.getInt("counts.rowsIn")).isEqualTo(6);
        assertThat(result.getInt("counts.rejected")).isEqualTo(1);
        assertThat(result.getString("rows[5].outcome")).isEqualTo("REJECTED");
        assertThat(result.getList("rows[5].findings.code")).contains("DUPLICATE_REJECTED");
        assertThat(TestDatabase.shared().ask("select count(*) from task")).isEqualTo("5");
    }

    @ParameterizedTest(name = "{0}: {2} {3}")
    @CsvSource({
        "nhiem-vu.xlsx, not a workbook, 415, NOT_A_WORKBOOK",
        "nhiem-vu.docx, not a workbook, 415, NOT_A_WORKBOOK",
        "nhiem-vu.csv, 'Tên,Ngày\nA,B\n', 422, HEADER_MISSING",
        "nhiem-vu.csv, 'Stt,Tên nhiệm vụ,Chủ trì,Thời gian\n', 422, TABLE_EMPTY"
    })
    void refusesWhatIsNoTaskTable(String fileName, String content, int status, String code) {
        problem(upload(standing(), PLAN, false, fileName, content.getBytes(StandardCharsets.UTF_8)), status, code);
        assertThat(TestDatabase.shared().ask("select count(*) from task")).isEqualTo("0");
    }

    @Test
    void refusesWhoMayNotAndPlansOutOfSight() {
        byte[] table = TABLE.getBytes(StandardCharsets.UTF_8);
        problem(
                RestAssured.given().multiPart("file", "a.csv", table).post("/api/v1/plans/{planId}/task-imports", PLAN),
                401,
                "UNAUTHENTICATED");
        problem(upload(reporter(), PLAN, false, "a.csv", table), 403, "FORBIDDEN");
        problem(upload(inspector(), PLAN, false, "a.csv", table), 403, "FORBIDDEN");
        problem(upload(stranger(), PLAN, false, "a.csv", table), 404, "PLAN_NOT_FOUND");
        problem(upload(standing(), UUID.randomUUID(), false, "a.csv", table), 404, "PLAN_NOT_FOUND");
        problem(
                as(standing()).multiPart("other", "x").post("/api/v1/plans/{planId}/task-imports", PLAN),
                400,
                "INVALID_REQUEST");
        HttpResponse<String> large = stream(
                standing(), "/api/v1/plans/" + PLAN + "/task-imports", "a.csv", Arrays.copyOf(table, (25 << 20) + 1));
        assertThat(large.statusCode()).isEqualTo(413);
        assertThat(large.body()).contains("\"code\":\"WORKBOOK_TOO_LARGE\"");
    }

    private static Set<String> codes(JsonPath result) {
        Set<String> codes = new TreeSet<>(result.<String>getList("sheet.code"));
        for (List<String> row : result.<List<String>>getList("rows.findings.code")) {
            codes.addAll(row);
        }
        return codes;
    }

    private static void prepare(Book book) {
        TestDatabase.shared().truncateAll();
        List<String> statements = new ArrayList<>();
        for (String line : lines(PLANS.resolve("units.csv"))) {
            String[] cells = line.replaceAll("\"([^\",]*), ([^\",]*), ([^\"]*)\"", "$1; $2; $3")
                    .replaceAll("\"([^\"]*), ([^\"]*)\"", "$1; $2")
                    .split(",", -1);
            String path = "24,31".contains(cells[0])
                    ? cells[0]
                    : cells[0].contains(".")
                            ? (cells[1].startsWith("07") ? "24." : "31.") + cells[1] + "." + cells[0].replace('.', '_')
                            : cells[1] + "." + cells[0];
            statements.add(
                    "insert into unit (code, path, type, name, agency_type, aliases, version) values ('%s', '%s', '%s', '%s', nullif('%s', ''), string_to_array('%s', '|'), 1)"
                            .formatted(
                                    cells[0],
                                    path,
                                    cells[2],
                                    cells[3].replace(';', ','),
                                    cells[4],
                                    cells[6].replace(';', ',')));
        }
        statements.add(
                "insert into plan (id, unit_code, issued_on, plan_year, version) values ('%s', '%s', nullif('%s', '')::date, null, 1)"
                        .formatted(PLAN, book.unit, book.issuedOn));
        TestDatabase.shared().execute(statements.toArray(String[]::new));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream().skip(1).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] workbook(Book book) {
        try {
            return Files.readAllBytes(PLANS.resolve(book.file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
