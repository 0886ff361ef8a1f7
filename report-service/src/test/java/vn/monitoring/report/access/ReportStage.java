package vn.monitoring.report.access;

import static vn.monitoring.report.Given.as;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.monitoring.kit.testing.TestDatabase;
import vn.monitoring.kit.testing.access.Sample;
import vn.monitoring.kit.testing.access.Stage;
import vn.monitoring.report.Given;
import vn.monitoring.report.report.ReportSteps;

/// Regimes of the province with a report of the commune in each status; feedback, incidents, surveys, rankings, sheets,
/// publications and a webhook of the commune; and how each operation is asked about them.
///
/// What has a life of its own (reports, rankings, publications) is made over HTTP, so that signatures and hashes are
/// right; the requests are described when its ids are known.
final class ReportStage extends Stage {

    private static final String PROVINCE = "31";
    private static final String AGENCY = "10675.VHXH";
    private static final String PERIOD = "2026-Q3";
    private static final String CONTACT = "nguoi-gui@example.com";
    private static final String URL = "http://127.0.0.1:9/thong-bao";

    private static final UUID PLAN = id(1);
    private static final UUID INDICATOR = id(2);
    private static final UUID REGISTERED = id(10);
    private static final UUID REPORTED = id(11);
    private static final UUID CLOSED = id(12);
    private static final UUID ANSWERED = id(20);
    private static final UUID OPEN_SURVEY = id(30);
    private static final UUID CLOSED_SURVEY = id(31);
    private static final UUID SUBMITTED_SHEET = id(40);
    private static final UUID ASSESSED_SHEET = id(41);

    private static final String CODE = "MAHOASEN";
    private static final String CODE_UNANSWERED = "MACHUATRALOI";

    private static UUID id(int number) {
        return new UUID(0x4000L, 0x8000_0000_0000_0000L + number);
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
                from (values """ + UNITS + ") u (code, parent_code, path, type, name)", grade("2026-09-10", "ON_TRACK", 1));
        setReports();
        setIncidents(database);
        setFeedback(database);
        setSurveys(database);
        setRankings(database);
        setPublications();
        setWebhook(database);
    }

    private static String grade(String asOf, String status, int version) {
        return """
                insert into grade_fact (event_id, indicator_id, plan_id, unit_code, responsible_unit_code, as_of, version, data)
                values (gen_random_uuid(), '%s', '%s', '10675', '10675', '%s', %d, '%s')""".formatted(INDICATOR, PLAN, asOf, version, Given.grade(INDICATOR, PLAN, asOf, status, 72.1, version));
    }

    /// A regime of the province with the third quarter open; its id.
    private static String regime(String name) {
        String regime = Given.regime(Map.of("name", name, "frequencies", List.of("QUARTER", "AD_HOC")));
        Given.open(regime, PERIOD).then().statusCode(201);
        return regime;
    }

    /// The commune's obligation under a new regime.
    private static String owed(String name) {
        return Given.obligation(regime(name), PERIOD, UNIT);
    }

    private static String drafted(String name) {
        String id = owed(name);
        ReportSteps.draft(UNIT, id).then().statusCode(201);
        return id;
    }

    private static String submitted(String name) {
        String id = drafted(name);
        ReportSteps.submit(UNIT, id).then().statusCode(200);
        return id;
    }

    private static String accepted(String name) {
        String id = submitted(name);
        ReportSteps.accept(PROVINCE, id).then().statusCode(200);
        return id;
    }

    private void setReports() {
        String regime = regime("Báo cáo Hoa Sen");
        String open = Given.obligation(regime, PERIOD, UNIT);
        String unopened = Given.regime(Map.of("name", "Báo cáo chưa mở kỳ"));
        String draft = drafted("Báo cáo dự thảo");
        String submitted = submitted("Báo cáo đã gửi");
        String accepted = accepted("Báo cáo đã nhận");
        String correcting = accepted("Báo cáo đính chính");
        ReportSteps.correct(UNIT, correcting, "section:difficulties").then().statusCode(200);
        String consolidated = drafted("Báo cáo tổng hợp");
        acceptOfAgency();
        ReportSteps.edit(UNIT, draft, "difficulties", "Thiếu máy quét ở Hoa Sen")
                .then()
                .statusCode(200);
        TestDatabase.shared()
                .execute(
                        grade("2026-09-12", "BEHIND", 2),
                        "insert into report_notice values ('%s', 'REMINDED', 3, 0, '2026-09-25', now())"
                                .formatted(open));
        ReportSteps.renew(UNIT, consolidated, INDICATOR).then().statusCode(200);
        as("standing-body", UNIT)
                .header("If-Match", "*")
                .post("/api/v1/reports/" + consolidated + "/consolidation")
                .then()
                .statusCode(200);

        describeRegimes(regime, unopened);
        describeObligations(regime, open);
        describeDrafts(open, draft, submitted, accepted);
        describeReviews(draft, submitted, accepted, correcting);
        describeEditions(submitted);
        of("getReportConsolidation").with("id", consolidated).shows("\"sources\"");
        of("listReportFigureRenewals").with("id", consolidated).shows("Đã xác nhận lại số liệu.");
        of("listReportCorrections").with("id", correcting).shows("Đính chính theo biên bản rà soát");
    }

    /// The report of an agency to the commune, of which the commune's is made.
    private static void acceptOfAgency() {
        String regime = as("standing-body", UNIT)
                .body(Given.regimeBody(Map.of(
                        "name",
                        "Báo cáo của phòng",
                        "receiverUnitCode",
                        UNIT,
                        "senderRule",
                        "AGENCIES_BELOW_RECEIVER")))
                .post("/api/v1/report-regimes")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String id = as("standing-body", UNIT)
                .body(Map.of("period", PERIOD))
                .post("/api/v1/report-regimes/" + regime + "/periods")
                .then()
                .statusCode(201)
                .extract()
                .path("obligations.find { it.unitCode == '" + AGENCY + "' }.id");
        ReportSteps.draft(AGENCY, id).then().statusCode(201);
        ReportSteps.submit(AGENCY, id).then().statusCode(200);
        ReportSteps.accept(UNIT, id).then().statusCode(200);
    }

    private void describeRegimes(String regime, String unopened) {
        String ended = "update report_regime set ends_on = '2026-09-01'";
        of("listReportRegimes").about(PROVINCE);
        of("getReportRegime").about(PROVINCE).with("id", regime);
        of("listReportRegimeRevisions").about(PROVINCE).with("id", regime).shows("Báo cáo Hoa Sen");
        of("listReportPeriods").about(PROVINCE).with("id", regime).shows("\"2026-Q3\"");
        of("createReportRegime")
                .about(PROVINCE)
                .with("receiverUnitCode", PROVINCE)
                .state("taken", s -> s.with("name", "Báo cáo Hoa Sen"));
        of("reviseReportRegime")
                .about(PROVINCE)
                .with("id", regime)
                .with("receiverUnitCode", PROVINCE)
                .state("ended", s -> s.before(ended));
        of("endReportRegime").about(PROVINCE).with("id", regime).state("ended", s -> s.before(ended));
        of("callForReport").about(PROVINCE).with("id", regime).state("ended", s -> s.before(ended));
        of("openReportPeriod").about(PROVINCE).with("id", unopened).with("period", PERIOD);
        of("draftReportPeriod").about(PROVINCE).with("id", regime).with("period", PERIOD);
        of("listReportSenders").with("id", regime).with("period", PERIOD);
        of("setLetterhead").with("unitCode", UNIT).with("layout", "PARTY");
        of("getLetterhead").with("unitCode", UNIT).with("layout", "PARTY").shows("\"authority\"");
    }

    private void describeObligations(String regime, String open) {
        of("listReportObligations").shows(open);
        of("summariseReportObligations").with("regimeId", regime).shows("\"10675\"");
        of("getReportObligation").with("id", open).shows("\"punctuality\"");
        of("listReportNotices");
    }

    private void describeDrafts(String open, String draft, String submitted, String accepted) {
        of("draftReport").with("obligationId", open).state("drafted", s -> s.with("obligationId", draft));
        of("listReports").shows(draft);
        of("getReport").with("id", draft).shows("\"openParts\"");
        of("editReportSection")
                .with("id", draft)
                .with("key", "difficulties")
                .state("accepted", s -> s.with("id", accepted));
        of("listReportSectionRevisions")
                .with("id", draft)
                .with("key", "difficulties")
                .shows("Thiếu máy quét");
        of("renewReportFigure")
                .with("id", draft)
                .with("kind", "GRADE")
                .with("subjectId", INDICATOR)
                .state("accepted", s -> s.with("id", accepted));
        of("consolidateReports").with("id", draft).state("accepted", s -> s.with("id", accepted));
        of("submitReport").with("id", draft).state("submitted", s -> s.with("id", submitted));
    }

    private void describeReviews(String draft, String submitted, String accepted, String correcting) {
        String sentByCaller =
                "update report set submitted_by_subject = 'subject-of-%s' where id = '%s'".formatted(CALLER, submitted);
        for (String operation : List.of("acceptReport", "returnReport")) {
            of(operation)
                    .with("id", submitted)
                    .state("draft", s -> s.with("id", draft))
                    .state("sentByCaller", s -> s.before(sentByCaller));
        }
        of("acceptReports").content("text/csv", "report_id,edition\n" + submitted + ",1\n");
        of("unlockReportFigure")
                .with("id", accepted)
                .with("kind", "GRADE")
                .with("subjectId", INDICATOR)
                .state("draft", s -> s.with("id", draft));
        of("openReportCorrection").with("id", accepted).state("draft", s -> s.with("id", draft));
        of("withdrawReportCorrection").with("id", correcting).state("draft", s -> s.with("id", draft));
    }

    private void describeEditions(String submitted) {
        Response editions = as("inspector", UNIT).get("/api/v1/reports/" + submitted + "/editions");
        byte[] pdf = as("inspector", UNIT)
                .get("/api/v1/reports/" + submitted + "/document")
                .asByteArray();
        of("listEditions").with("id", submitted).shows("\"notation\"");
        of("downloadReportDocument").with("id", submitted).with("format", "json");
        of("verifyReportSignatures").with("id", submitted).shows("\"notation\"");
        of("verifySignatures").part("file", "bao-cao.pdf", "application/pdf", pdf);
        of("checkPublicDocument").part("file", "bao-cao.pdf", "application/pdf", pdf);
        of("findPublicDocument")
                .with("unit", UNIT)
                .with("symbol", editions.path("items[0].symbol"))
                .with("number", 1)
                .with("year", 2026);
    }

    private void setIncidents(TestDatabase database) {
        String incident = """
                insert into incident (id, unit_code, field, severity, title, happened, position, status, detected_at, due_at,
                    registered_at, registered_by, first_reported_at, closed_at, entries, version)
                values ('%s', '10675', 'ONLINE_SERVICE', 'MEDIUM', 'Sự cố tại Hoa Sen', 'Không nộp được hồ sơ',
                    'Chuyên viên', '%s', '2026-10-04T20:00:00Z', '2026-10-05T20:00:00Z', '2026-10-04T21:00:00Z',
                    'reporter-10675', %s, %s, 0, 1)""";
        String reported = "'2026-10-04T22:00:00Z'";
        database.execute(
                incident.formatted(REGISTERED, "REGISTERED", "null", "null"),
                incident.formatted(REPORTED, "REPORTED", reported, "null"),
                incident.formatted(CLOSED, "CLOSED", reported, "'2026-10-05T01:00:00Z'"));
        of("registerIncident").with("unitCode", UNIT);
        of("listIncidents");
        of("getIncident").with("id", REGISTERED);
        of("reportIncident").with("id", REGISTERED).state("reported", s -> s.with("id", REPORTED));
        of("updateIncident")
                .with("id", REPORTED)
                .state("registered", s -> s.with("id", REGISTERED))
                .state("closed", s -> s.with("id", CLOSED));
        of("askAboutIncident").with("id", REGISTERED).state("closed", s -> s.with("id", CLOSED));
        of("closeIncident").with("id", REPORTED).state("registered", s -> s.with("id", REGISTERED));
        of("reopenIncident").with("id", CLOSED).state("reported", s -> s.with("id", REPORTED));
        of("listAuditEntries").with("table", "incident");
    }

    private void setFeedback(TestDatabase database) {
        String received = as("reporter", UNIT)
                .body(Map.of(
                        "source", "tiep-dan",
                        "externalReference", "TD-01",
                        "field", "moi-truong",
                        "unitCode", UNIT,
                        "subject", "Rác thải ở Hoa Sen",
                        "content", "Chưa được thu gom",
                        "receivedOn", "2026-10-01",
                        "sender", Map.of("contact", CONTACT)))
                .post("/api/v1/feedback")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        database.execute(
                """
                insert into feedback (id, source, look_up_hash, field, unit_code, assignee_unit_code, subject, received_on, due_on,
                    status, answer, answered_on, published, registered_at, registered_by, version)
                values ('%s', 'test', encode(sha256('%s'), 'hex'), 'moi-truong', '10675', '10675', 'Đèn đường ở Hoa Sen',
                    '2026-10-01', '2026-10-15', 'ANSWERED', 'Đã sửa', '2026-10-03', false, now(), 'test', 1)""".formatted(ANSWERED, CODE),
                "update feedback set look_up_hash = encode(sha256('%s'), 'hex') where id = '%s'"
                        .formatted(CODE_UNANSWERED, received),
                "insert into feedback_deadline values ('10675', 'hoa-sen', 10, now(), 'leader-10675')");
        of("registerFeedback")
                .with("unitCode", UNIT)
                .state("taken", s -> s.with("source", "tiep-dan").with("externalReference", "TD-01"));
        of("listFeedback");
        of("summariseFeedback")
                .with("from", "2026-10-01")
                .with("to", "2026-10-31")
                .shows("\"received\":2");
        of("getFeedback").with("id", received);
        of("answerFeedback").with("id", received).state("answered", s -> s.with("id", ANSWERED));
        of("assignFeedback")
                .with("id", received)
                .with("unitCode", AGENCY)
                .state("answered", s -> s.with("id", ANSWERED))
                .state("toAnotherUnit", s -> s.with("unitCode", "11002"));
        of("closeFeedback").with("id", ANSWERED).state("received", s -> s.with("id", received));
        of("publishFeedbackAnswer").with("id", ANSWERED).state("received", s -> s.with("id", received));
        of("readFeedbackSender")
                .with("id", received)
                .with("purpose", "Liên hệ trả lời")
                .shows(CONTACT);
        of("listFeedbackDeadlines").with("unit", UNIT).shows("hoa-sen");
        of("setFeedbackDeadline").with("unit", UNIT).with("field", "moi-truong");
        of("sendPublicFeedback").with("unitCode", UNIT);
        of("lookUpPublicFeedback").with("code", CODE).shows("Đã sửa").state("unknown", s -> s.with("code", "MAKHAC"));
        of("ratePublicFeedback")
                .with("code", CODE)
                .state("unanswered", s -> s.with("code", CODE_UNANSWERED))
                .state("unknown", s -> s.with("code", "MAKHAC"));
    }

    private void setSurveys(TestDatabase database) {
        String survey = """
                insert into survey (id, unit_code, field, period, question, satisfied_from, token, status, opened_at, opened_by,
                    closed_at, version)
                values ('%s', '10675', 'hoa-sen', '2026-Q3', 'Bạn hài lòng với Hoa Sen không?', 4, '%s', '%s', now(), 'test',
                    %s, 1)""";
        database.execute(
                survey.formatted(OPEN_SURVEY, "khao-sat-mo", "OPEN", "null"),
                survey.formatted(CLOSED_SURVEY, "khao-sat-dong", "CLOSED", "now()"),
                "insert into survey_answer values ('%s', gen_random_uuid(), 5, now())".formatted(CLOSED_SURVEY));
        of("openSurvey").with("unitCode", UNIT);
        of("listSurveys");
        of("getSurvey").with("id", OPEN_SURVEY);
        of("readSurveyResults").shows("hoa-sen");
        of("readSurveyQr").with("id", OPEN_SURVEY).with("format", "svg").shows("<svg");
        of("closeSurvey").with("id", OPEN_SURVEY).state("closed", s -> s.with("id", CLOSED_SURVEY));
        of("readPublicSurvey").with("token", "khao-sat-mo").state("unknown", s -> s.with("token", "khao-sat-khac"));
        of("answerPublicSurvey")
                .with("token", "khao-sat-mo")
                .state("closed", s -> s.with("token", "khao-sat-dong"))
                .state("unknown", s -> s.with("token", "khao-sat-khac"));
    }

    private static String run(String period) {
        return as("leader", PROVINCE)
                .body(Map.of("unitCode", PROVINCE, "period", period))
                .post("/api/v1/rankings")
                .then()
                .statusCode(201)
                .extract()
                .path("summary.id");
    }

    private void setRankings(TestDatabase database) {
        String published = run("2026");
        as("leader", PROVINCE)
                .header("If-Match", "*")
                .post("/api/v1/rankings/" + published + "/publication")
                .then()
                .statusCode(200);
        String draft = run("2026-Q2");
        of("listRankingPolicies").about(PROVINCE).with("unit", PROVINCE).shows("\"weights\"");
        of("decideRankingPolicy").about(PROVINCE).with("unitCode", PROVINCE);
        of("runRanking").about(PROVINCE).with("unitCode", PROVINCE);
        of("listRankings").about(PROVINCE).shows(published);
        of("getRanking").about(PROVINCE).with("id", draft);
        of("publishRanking").about(PROVINCE).with("id", draft).state("published", s -> s.with("id", published));
        of("exportRanking").about(PROVINCE).with("id", published).with("format", "csv");
        of("openRankingUnit")
                .about(PROVINCE)
                .with("id", published)
                .with("code", UNIT)
                .shows("\"exactScore\"");
        of("verifyRanking").about(PROVINCE).with("id", published).shows("\"storedHash\"");
        setSheets(database);
    }

    private void setSheets(TestDatabase database) {
        String sheet = as("unit-head", UNIT)
                .body(Map.of("unitCode", UNIT, "year", 2026))
                .post("/api/v1/evaluation-sheets")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        as("unit-head", UNIT)
                .header("If-Match", "*")
                .body(Map.of(
                        "texts",
                        Map.of(
                                "TASKS_ON_TIME", "Tốt",
                                "INDICATORS", "Tốt",
                                "MONTHLY_UPDATE", "Tốt",
                                "DATA_QUALITY", "Tốt",
                                "FEEDBACK", "Tốt")))
                .put("/api/v1/evaluation-sheets/" + sheet + "/self-assessment")
                .then()
                .statusCode(200);
        String copy = """
                insert into evaluation_sheet (id, unit_code, above_unit_code, year, ranking_id, standing, self_assessment, points,
                    assessment, status, classification, made_at, made_by, submitted_at, submitted_by, assessed_at, assessed_by,
                    version)
                select '%s', unit_code, above_unit_code, %d, ranking_id, standing, self_assessment, points,
                    'Thống nhất', '%s', classification, made_at, made_by, now(), 'test', now(), 'test', 1
                from evaluation_sheet where id = '%s'""";
        database.execute(copy.formatted(SUBMITTED_SHEET, 2024, "SUBMITTED", sheet));
        database.execute(copy.formatted(ASSESSED_SHEET, 2023, "ASSESSED", sheet));
        database.executeUnwatched("update evaluation_sheet set year = 2025 where id = '%s'".formatted(sheet));
        of("makeEvaluationSheet").with("unitCode", UNIT).state("made", s -> s.with("year", 2025));
        of("listEvaluationSheets");
        of("getEvaluationSheet").with("id", sheet);
        of("writeSelfAssessment").with("id", sheet).state("submitted", s -> s.with("id", SUBMITTED_SHEET));
        of("submitEvaluationSheet").with("id", sheet).state("submitted", s -> s.with("id", SUBMITTED_SHEET));
        of("assessEvaluationSheet").with("id", SUBMITTED_SHEET).state("draft", s -> s.with("id", sheet));
        of("confirmEvaluationSheet").with("id", ASSESSED_SHEET).state("draft", s -> s.with("id", sheet));
    }

    private static String published(String period, String more) {
        return as("leader", UNIT)
                .body("""
                        {"kind":"SCORECARD","unitCode":"10675","period":"%s","fields":["status","count"],
                        "decision":"Quyết định của Hoa Sen"%s}""".formatted(period, more))
                .post("/api/v1/publications")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private void setPublications() {
        String current = published("2026-Q2", "");
        String later = published("2026-Q1", ",\"publicFrom\":\"2026-12-01T00:00:00Z\"");
        String withdrawn = published("2025", "");
        as("leader", UNIT)
                .header("If-Match", "*")
                .body(Map.of("reason", "Đính chính số liệu"))
                .post("/api/v1/publications/" + withdrawn + "/withdrawal")
                .then()
                .statusCode(200);
        of("publish").with("unitCode", UNIT);
        of("listPublications");
        of("getPublication").with("id", current);
        of("withdrawPublication").with("id", current).state("withdrawn", s -> s.with("id", withdrawn));
        of("listDatasets").shows(later);
        for (String operation : List.of("getDataset", "downloadDataset", "listDatasetRows")) {
            of(operation)
                    .with("id", current)
                    .state("toCome", s -> s.with("id", later))
                    .state("withdrawn", s -> s.with("id", withdrawn));
        }
        of("streamEvents").with("unit", UNIT).endless();
    }

    private void setWebhook(TestDatabase database) {
        String webhook = as("integration", UNIT)
                .body(Map.of("url", URL, "unitCode", UNIT, "description", "Hệ thống của Hoa Sen"))
                .post("/api/v1/webhooks")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        database.execute("""
                insert into webhook_message (id, type, unit_code, body, placed, appended_at)
                values ('message', 'vn.monitoring.report.accepted.v1', '10675', '{}', true, now())""", """
                insert into webhook_delivery (id, webhook_id, message_id, status, created_at, queued_at, next_attempt_at, ended_at)
                overriding system value values (1000, '%s', 'message', 'DELIVERED', now(), now(), now(), now())""".formatted(webhook));
        String disabled = "update webhook set status = 'DISABLED', disabled_reason = 'BY_HAND'";
        of("listWebhooks");
        of("createWebhook").with("unitCode", UNIT).with("url", URL + "/2").state("taken", s -> s.with("url", URL));
        ofWebhook("getWebhook", webhook);
        ofWebhook("changeWebhook", webhook).with("url", URL).with("unitCode", UNIT);
        ofWebhook("removeWebhook", webhook);
        ofWebhook("rotateWebhookSecret", webhook);
        ofWebhook("testWebhook", webhook).state("disabled", s -> s.before(disabled));
        ofWebhook("replayWebhook", webhook)
                .with("since", "2026-10-01T00:00:00Z")
                .state("disabled", s -> s.before(disabled));
        ofWebhook("listWebhookDeliveries", webhook).shows("\"messageId\"");
        ofWebhook("getWebhookDelivery", webhook).with("deliveryId", 1000).shows("\"messageId\"");
        ofWebhook("replayWebhookDelivery", webhook).with("deliveryId", 1000).state("disabled", s -> s.before(disabled));
    }

    private Sample ofWebhook(String operation, String webhook) {
        return of(operation).with("id", webhook);
    }
}
