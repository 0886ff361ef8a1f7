package vn.monitoring.task.access;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import vn.monitoring.kit.testing.TestDatabase;
import vn.monitoring.kit.testing.access.Sample;
import vn.monitoring.kit.testing.access.Stage;

/// A plan of the commune with a task in each status, led by the commune's agency, and whatever hangs on them; and how
/// each operation is asked about it.
final class TaskStage extends Stage {

    private static final String AGENCY = "10675.VHXH";
    private static final UUID PLAN = id(1);

    private static final UUID DRAFT = id(10);
    private static final UUID ASSIGNED = id(11);
    private static final UUID RUNNING = id(12);
    private static final UUID SUBMITTED = id(13);
    private static final UUID COMPLETED = id(14);
    private static final UUID PAUSED = id(15);
    private static final UUID DELAYED = id(16);
    private static final UUID OWN = id(17);
    private static final UUID RECURRING = id(18);

    private static final UUID FILE = id(30);
    private static final UUID WARNING = id(31);
    private static final UUID REMINDER = id(32);
    private static final UUID EXPLAINED = id(33);
    private static final UUID PLANNED = id(34);
    private static final UUID UNDER_WAY = id(35);
    private static final UUID CONCLUDED = id(36);
    private static final UUID CLOSED = id(37);
    private static final UUID LINK = id(38);

    private static final String SECRET_OF_LINK = "secret-of-the-link";
    private static final String TITLE = "Số hóa hồ sơ của Hoa Sen";

    private static UUID id(int number) {
        return new UUID(0x4000L, 0x8000_0000_0000_0000L + number);
    }

    TaskStage() {
        describeTasks();
        describeSteps();
        describeDecisions();
        describeMoney();
        describeWarnings();
        describeInspections();
        describeCalendars();
        describeCounts();
    }

    /// Begins the description of a request about a task of the agency.
    private Sample ofTask(String operation, UUID task) {
        return of(operation).about(AGENCY).with("id", task);
    }

    private void describeTasks() {
        of("listTasks").about(AGENCY);
        of("exportTasks").about(AGENCY).with("format", "csv");
        of("listAuditEntries").about(AGENCY).with("table", "task");
        ofTask("getTask", RUNNING);
        ofTask("readTaskHistory", RUNNING).shows("Đã giao theo Kế hoạch 08-KH/ĐU");
        ofTask("listOccurrences", RECURRING).shows("2026-Q2");
        of("createTask").with("planId", PLAN).with("leadUnitCode", AGENCY);
        of("importTasks").with("planId", PLAN).part("file", "nhiem-vu.csv", "text/csv", """
                        Stt,Tên nhiệm vụ,Người chỉ đạo,Chủ trì,Đơn vị phối hợp,Sản phẩm,Thời gian
                        1,Tuyên truyền Nghị quyết 57,Trưởng ban Xây dựng Đảng,Phòng Văn hóa - Xã hội,,Kế hoạch,Thường xuyên
                        """.getBytes(
                        StandardCharsets.UTF_8));
        ofTask("correctTask", DRAFT)
                .with("leadUnitCode", AGENCY)
                .state("assigned", s -> s.with("id", ASSIGNED))
                .state("toAnotherUnit", s -> s.with("leadUnitCode", "10675.HCC"));
        ofTask("linkIndicators", RUNNING);
    }

    private void describeSteps() {
        ofTask("assignTask", DRAFT)
                .with("leadUnitCode", AGENCY)
                .state("assigned", s -> s.with("id", ASSIGNED))
                .state("toAnotherUnit", s -> s.with("leadUnitCode", "10675.HCC"));
        ofTask("acknowledgeTask", ASSIGNED).state("draft", s -> s.with("id", DRAFT));
        ofTask("reportProgress", RUNNING)
                .state("draft", s -> s.with("id", DRAFT))
                .state("completed", s -> s.with("id", COMPLETED));
        ofTask("listProgressUpdates", RUNNING).shows("Đã số hóa 120 hồ sơ");
        ofTask("attachDeliverable", RUNNING)
                .state("draft", s -> s.with("id", DRAFT))
                .state("completed", s -> s.with("id", COMPLETED));
        ofTask("listDeliverables", RUNNING).shows("Biên bản số hóa");
        ofTask("downloadDeliverable", RUNNING).with("deliverableId", FILE).shows("Nội dung biên bản");
        ofTask("submitTask", RUNNING)
                .state("draft", s -> s.with("id", DRAFT))
                .state("withoutDeliverable", s -> s.with("id", DELAYED));
        ofTask("listSubmissions", SUBMITTED).shows("Đã số hóa xong");
        for (String operation : List.of("acceptSubmission", "returnSubmission")) {
            ofTask(operation, SUBMITTED)
                    .with("number", 1)
                    .state("submittedByCaller", s -> s.with("id", OWN))
                    .state("decided", s -> s.with("id", COMPLETED));
        }
    }

    private void describeDecisions() {
        ofTask("pauseTask", RUNNING).state("completed", s -> s.with("id", COMPLETED));
        ofTask("resumeTask", PAUSED).state("running", s -> s.with("id", RUNNING));
        ofTask("cancelTask", RUNNING).state("submitted", s -> s.with("id", SUBMITTED));
        ofTask("supersedeTask", RUNNING).state("submitted", s -> s.with("id", SUBMITTED));
        ofTask("listTaskDecisions", PAUSED).shows("Chờ kinh phí quý III");
        ofTask("requestExtension", RUNNING)
                .state("pending", s -> s.with("id", DELAYED))
                .state("completed", s -> s.with("id", COMPLETED));
        ofTask("listExtensions", DELAYED).shows("Chờ hướng dẫn của sở");
        for (String operation : List.of("approveExtension", "refuseExtension")) {
            ofTask(operation, DELAYED)
                    .with("number", 1)
                    .state("requestedByCaller", s -> s.with("id", OWN))
                    .state("decided", s -> s.with("id", COMPLETED));
        }
    }

    private void describeMoney() {
        ofTask("setTaskBudget", RUNNING);
        ofTask("getTaskBudget", RUNNING).shows("112/QĐ-UBND");
        ofTask("recordDisbursement", RUNNING);
        ofTask("listDisbursements", RUNNING).shows("UNC 0231");
        of("addUpMoney").about(AGENCY).shows("450000000");
        of("reconcileTasks").about(AGENCY);
    }

    private void describeWarnings() {
        of("listWarnings").about(AGENCY).shows(WARNING.toString());
        of("countWarnings").about(AGENCY).shows("\"total\":1");
        of("getWarning").about(AGENCY).with("id", WARNING).shows("\"openedOn\":\"2026-06-01\"");
        of("listReminders").about(AGENCY).shows("Đề nghị cập nhật tiến độ số hóa");
        of("countReminders").about(AGENCY).shows("\"unacknowledged\":1");
        of("getReminder").about(AGENCY).with("id", REMINDER).shows("Đề nghị cập nhật tiến độ số hóa");
        of("acknowledgeReminder")
                .about(AGENCY)
                .with("id", REMINDER)
                .state("acknowledged", s -> s.with("id", EXPLAINED));
        of("explainReminder").about(AGENCY).with("id", REMINDER).state("explained", s -> s.with("id", EXPLAINED));
        ofTask("listTaskReminders", RUNNING).shows("Đề nghị cập nhật tiến độ số hóa");
        ofTask("remindOfTask", RUNNING).state("completed", s -> s.with("id", COMPLETED));
        of("setUpdateWindow").with("unitCode", UNIT);
        of("listUpdateWindows").with("unit", UNIT).shows("2027-03");
        of("getUpdateRates").about(AGENCY).with("month", "2026-05").shows(AGENCY);
    }

    private void describeInspections() {
        of("planInspection").with("unitCode", UNIT);
        of("listInspections");
        of("getInspection").with("id", PLANNED);
        of("startInspection").with("id", PLANNED).state("closed", s -> s.with("id", CLOSED));
        of("recordFinding")
                .with("id", UNDER_WAY)
                .state("planned", s -> s.with("id", PLANNED))
                .state("closed", s -> s.with("id", CLOSED));
        of("concludeInspection").with("id", UNDER_WAY).state("planned", s -> s.with("id", PLANNED));
        of("closeInspection").with("id", CONCLUDED).state("underWay", s -> s.with("id", UNDER_WAY));
    }

    private void describeCalendars() {
        of("readUnitCalendar").about(AGENCY).with("code", AGENCY);
        of("createCalendarLink").about(AGENCY).with("unitCode", AGENCY);
        of("listCalendarLinks").about(AGENCY).shows("Điện thoại của phòng");
        of("revokeCalendarLink").about(AGENCY).with("id", LINK);
        of("readLinkedCalendar").about(AGENCY).with("secret", SECRET_OF_LINK);
    }

    private void describeCounts() {
        of("countTasks").about(AGENCY).with("groupBy", "position").shows("Phó Chủ tịch UBND phường Hoa Sen");
        of("countWorkLists").about(AGENCY).shows("\"count\":8");
        of("listWork").about(AGENCY).with("list", "agency");
    }

    @Override
    protected String secret() {
        return "Hoa Sen";
    }

    @Override
    protected void set() {
        TestDatabase database = TestDatabase.shared();
        database.truncateAll();
        database.execute("""
                insert into unit (code, parent_code, path, type, name, version)
                select code, parent_code, cast(path as ltree), type, name, 1
                from (values """ + UNITS + ") u (code, parent_code, path, type, name)", """
                insert into plan (id, unit_code, number, title, issued_on, status, version)
                values ('%s', '10675', '08-KH/ĐU', 'Kế hoạch Hoa Sen', '2026-01-08', 'IN_FORCE', 1)""".formatted(PLAN));
        setTask(database, DRAFT, "DRAFT", "");
        setTask(database, ASSIGNED, "ASSIGNED", "assigned_on = '2026-02-01'");
        setTask(
                database,
                RUNNING,
                "IN_PROGRESS",
                "assigned_on = '2026-02-01', percent = 40, deliverable_count = 1, update_as_of = '2026-03-10'");
        setTask(
                database,
                SUBMITTED,
                "SUBMITTED",
                "deliverable_count = 1, submission_count = 1, submitted_on = '2026-06-05'");
        setTask(
                database,
                COMPLETED,
                "COMPLETED",
                "deliverable_count = 1, submission_count = 1, submitted_on = '2026-06-05', completed_on = '2026-06-05',"
                        + " extension_count = 1");
        setTask(database, PAUSED, "PAUSED", "paused_from = 'IN_PROGRESS', paused_on = '2026-06-01'");
        setTask(database, DELAYED, "IN_PROGRESS", "extension_count = 1");
        setTask(
                database,
                OWN,
                "SUBMITTED",
                "deliverable_count = 1, submission_count = 1, extension_count = 1, submitted_on = '2026-06-05'");
        setTask(database, RECURRING, "IN_PROGRESS", "timing_kind = 'RECURRING_QUARTER', recurs = 'QUARTERLY'");
        setStepsOfTasks(database);
        setMoney(database);
        setWarnings(database);
        setInspections(database);
        setLinks(database);
    }

    private static void setTask(TestDatabase database, UUID id, String status, String columns) {
        database.execute("""
                insert into task (id, plan_id, unit_code, responsible_unit_code, row_key, version, kind, position, number, title,
                    director_position, lead_agencies, coordinators, deliverable, timing, needs_decision, status, business_date,
                    timing_kind, starts_on, due_from, due_on, original_due_on, paused_from, paused_on)
                values ('%1$s', '%2$s', '10675', '10675.VHXH', '%1$s', 1, 'TASK', %3$s, '%3$s', '%4$s',
                    'Phó Chủ tịch UBND phường Hoa Sen', '{Phòng Văn hóa - Xã hội}', '{}', 'Biên bản',
                    '{"raw":"Tháng 6/2026","kind":"MONTH","due":"2026-06-30","start":null,"end":null,"report":null,"schedule":null,"phases":[],"flags":[]}',
                    false, '%5$s', '2026-06-05', 'MONTH', null, '2026-06-01', '2026-06-30', '2026-06-30', %6$s)""".formatted(
                        id,
                        PLAN,
                        id.getLeastSignificantBits() & 0xff,
                        TITLE,
                        status,
                        status.equals("PAUSED") ? "'IN_PROGRESS', '2026-06-01'" : "null, null"));
        if (!columns.isEmpty()) {
            database.execute("update task set %s where id = '%s'".formatted(columns, id));
        }
    }

    private static void setStepsOfTasks(TestDatabase database) {
        String submission = """
                insert into submission (task_id, number, submitted_on, received_at, note, by_subject, by_username, outcome,
                    decided_at, decided_by)
                values ('%s', 1, '2026-06-05', '2026-06-05T03:00:00Z', 'Đã số hóa xong', 'subject-of-%s', '%2$s', %s)""";
        String extension = """
                insert into extension (task_id, number, requested_on, due_before, requested_due_on, reason, received_at,
                    by_subject, by_username, outcome, decided_at, decided_by)
                values ('%s', 1, '2026-06-05', '2026-06-30', '2026-08-31', 'Chờ hướng dẫn của sở', '2026-06-05T03:00:00Z',
                    'subject-of-%s', '%2$s', %s)""";
        database.execute(
                """
                insert into task_history (task_id, what, status, business_date, at, by_username, by_units, note)
                values ('%s', 'ASSIGNED', 'ASSIGNED', '2026-02-01', '2026-02-01T02:00:00Z', 'standing-10675', '{10675}',
                    'Đã giao theo Kế hoạch 08-KH/ĐU')""".formatted(RUNNING),
                """
                insert into progress_update (id, task_id, as_of, status, result, difficulty, next_step, percent, received_at,
                    by_username)
                values ('%s', '%s', '2026-03-10', 'Đang làm', 'Đã số hóa 120 hồ sơ', 'không có', 'Số hóa tiếp', 40,
                    '2026-03-10T03:00:00Z', 'reporter-10675-vhxh')""".formatted(id(40), RUNNING),
                """
                insert into deliverable (id, task_id, kind, title, file_name, media_type, size, sha256, received_at, by_username)
                values ('%s', '%s', 'FILE', 'Biên bản số hóa', 'bien-ban.txt', 'text/plain', 20, repeat('0', 64),
                    '2026-03-10T03:00:00Z', 'reporter-10675-vhxh')""".formatted(FILE, RUNNING),
                "insert into deliverable_content values ('%s', convert_to('Nội dung biên bản', 'UTF8'))"
                        .formatted(FILE),
                submission.formatted(SUBMITTED, "reporter", "null, null, null"),
                submission.formatted(OWN, CALLER, "null, null, null"),
                submission.formatted(COMPLETED, "reporter", "'ACCEPTED', '2026-06-08T03:00:00Z', 'standing-10675'"),
                extension.formatted(DELAYED, "reporter", "null, null, null"),
                extension.formatted(OWN, CALLER, "null, null, null"),
                extension.formatted(COMPLETED, "reporter", "'REFUSED', '2026-06-08T03:00:00Z', 'standing-10675'"),
                """
                insert into task_decision (task_id, number, kind, effective_on, document_number, document_issued_on, reason,
                    recorded_at, by_username)
                values ('%s', 1, 'PAUSE', '2026-06-01', '21/QĐ-UBND', '2026-06-01', 'Chờ kinh phí quý III',
                    '2026-06-01T03:00:00Z', 'leader-10675')""".formatted(PAUSED),
                """
                insert into occurrence (task_id, number, period_key, starts_on, due_on, original_due_on, status)
                values ('%s', 1, '2026-Q2', '2026-04-01', '2026-06-30', '2026-06-30', 'OPEN')""".formatted(RECURRING));
    }

    private static void setMoney(TestDatabase database) {
        database.execute("""
                insert into budget (task_id, source, revision, allocated, document, received_at, by_username)
                values ('%s', 'COMMUNE_BUDGET', 1, 450000000, '112/QĐ-UBND', '2026-03-01T03:00:00Z', 'leader-10675')""".formatted(RUNNING), """
                insert into disbursement (id, task_id, source, amount, disbursed_on, document_number, received_at, by_username)
                values ('%s', '%s', 'COMMUNE_BUDGET', 150000000, '2026-05-05', 'UNC 0231', '2026-05-05T03:00:00Z',
                    'reporter-10675')""".formatted(id(41), RUNNING));
    }

    private static void setWarnings(TestDatabase database) {
        String reminder = """
                insert into reminder (id, task_id, text, explain_by, status, issued_on, issued_at, issued_by, issued_by_units,
                    acknowledged_at, acknowledged_by, explanation, explained_on, explained_by, version)
                values ('%s', '%s', 'Đề nghị cập nhật tiến độ số hóa', '2026-07-10', '%s', '2026-06-20',
                    '2026-06-20T03:00:00Z', 'standing-10675', '{10675}', %s, 1)""";
        database.execute(
                """
                insert into warning (id, task_id, plan_id, unit_code, responsible_unit_code, kind, cause, level, months, fields,
                    since, opened_on, version)
                values ('%s', '%s', '%s', '10675', '10675.VHXH', 'LATE', '2026-05', 1, 1, '{}', '2026-05-31', '2026-06-01',
                    1)""".formatted(WARNING, RUNNING, PLAN),
                reminder.formatted(REMINDER, RUNNING, "ISSUED", "null, null, null, null, null"),
                reminder.formatted(
                        EXPLAINED,
                        DELAYED,
                        "EXPLAINED",
                        "'2026-06-21T03:00:00Z', 'reporter', 'Chờ thiết bị', '2026-06-21', 'reporter'"),
                """
                insert into update_window (id, unit_code, valid_from, first_day, last_day, recorded_at, by_username)
                values ('%s', '10675', '2027-03-01', 20, 31, '2026-06-01T03:00:00Z', 'standing-10675')""".formatted(id(42)),
                """
                insert into update_rate (month, plan_id, responsible_unit_code, expected, valid, insufficient)
                values ('2026-05-01', '%s', '10675.VHXH', 5, 4, 0)""".formatted(PLAN));
    }

    private static void setInspections(TestDatabase database) {
        String inspection = """
                insert into inspection (id, unit_code, kind, title, plan_id, starts_on, ends_on, head_position, status,
                    started_on, conclusion, concluded_on, closed_on, recorded_at, by_username, version)
                values ('%s', '10675', 'THEMATIC', 'Kiểm tra Hoa Sen', '%s', '2026-06-01', '2026-07-05',
                    'Chủ nhiệm Ủy ban Kiểm tra', '%s', %s, '2026-05-20T03:00:00Z', 'steering-31', 1)""";
        database.execute(
                inspection.formatted(PLANNED, PLAN, "PLANNED", "null, null, null, null"),
                inspection.formatted(UNDER_WAY, PLAN, "UNDER_WAY", "'2026-06-01', null, null, null"),
                inspection.formatted(CONCLUDED, PLAN, "CONCLUDED", "'2026-06-01', 'Đạt', '2026-06-20', null"),
                inspection.formatted(CLOSED, PLAN, "CLOSED", "'2026-06-01', 'Đạt', '2026-06-20', '2026-06-25'"));
    }

    private static void setLinks(TestDatabase database) {
        database.execute("""
                insert into calendar_link (id, unit_code, label, secret_sha256, created_at, expires_on, by_subject, by_username)
                values ('%s', '10675.VHXH', 'Điện thoại của phòng', encode(sha256('%s'), 'hex'), '2026-06-01T03:00:00Z',
                    '2027-06-01', 'subject-of-reporter', 'reporter')""".formatted(LINK, SECRET_OF_LINK));
    }
}
