package vn.monitoring.indicator.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import vn.monitoring.indicator.Callers;
import vn.monitoring.kit.testing.TestDatabase;
import vn.monitoring.kit.testing.access.Stage;

/// A plan of the commune with an indicator, and whatever can hang on them (`access/stage.sql`); and how each operation
/// is
/// asked about it.
final class IndicatorStage extends Stage {

    private static final UUID PLAN = id(1);
    private static final UUID DRAFT_PLAN = id(2);
    private static final UUID LATER_PLAN = id(3);
    private static final UUID SUPERSEDED_PLAN = id(4);
    private static final UUID PLAN_ELSEWHERE = id(5);
    private static final UUID INDICATOR = id(11);
    private static final UUID INDICATOR_OF_DRAFT = id(13);
    private static final UUID PLAIN_INDICATOR = id(14);
    private static final UUID INDICATOR_ELSEWHERE = id(15);
    private static final UUID TARGET = id(21);
    private static final UUID DOUBTFUL_TARGET = id(22);
    private static final UUID FORMER_TARGET = id(23);
    private static final UUID DISPUTED_TARGET = id(24);
    private static final UUID TARGET_OF_ANOTHER = id(25);
    private static final UUID CONFLICT = id(31);
    private static final UUID DECIDED_CONFLICT = id(32);
    private static final UUID VERIFIED_FIGURE = id(41);
    private static final UUID FIGURE = id(42);
    private static final UUID OWN_FIGURE = id(43);
    private static final UUID FIGURE_OF_CLOSED_PERIOD = id(44);
    private static final UUID FIGURE_ELSEWHERE = id(45);
    private static final UUID EVIDENCE = id(51);
    private static final UUID EVIDENCE_OF_VERIFIED = id(52);
    private static final UUID EVIDENCE_OF_CLOSED_PERIOD = id(53);
    private static final UUID GRADE = id(61);

    /// The numerator of the verified figure, which is in no other answer.
    private static final String NUMERATOR = "7213057";

    private static final String CANONICAL = "CQ.HOSO_TT";
    private static final String CLOSED_PERIOD = "2025-Q4";
    private static final byte[] PDF = "%PDF-1.7\n%%EOF\n".getBytes(StandardCharsets.UTF_8);
    private static final String CEASED = """
            insert into unit_change (unit_code, kind, name, type, valid_to, recorded_by, recorded_at)
            values ('10675', 'CORRECTED', 'Phường Hoa Sen', 'COMMUNE_PHUONG', '2025-12-31', 'stage', now())""";

    private static UUID id(int number) {
        return UUID.fromString("00000000-0000-4000-8000-%012d".formatted(number));
    }

    IndicatorStage() {
        describeUnits();
        describePlans();
        describeTargets();
        describeMeasurements();
        describeGrades();
        describeFiguresForOthers();
    }

    private void describeUnits() {
        of("getUnit").with("code", UNIT);
        of("listUnitHistory").with("code", UNIT);
        of("listPredecessors").with("code", UNIT);
        of("setUnitAliases").with("code", UNIT);
        of("renameUnit").with("code", UNIT).state("ceased", s -> s.before(CEASED));
        of("reclassifyUnit")
                .with("code", UNIT)
                .with("type", "COMMUNE_XA")
                .with("name", "Xã Mới")
                .state("ceased", s -> s.before(CEASED));
        of("mergeUnit")
                .with("code", UNIT)
                .content("application/json", merger("11002"))
                .state("intoUnitElsewhere", t -> t.content("application/json", merger("07228")));
        of("importUnits")
                .content("text/csv", "code,parent_code,type,name\n10675,31,COMMUNE_PHUONG,Phường Mới\n")
                .state(
                        "belowUnitElsewhere",
                        t -> t.content("text/csv", "code,parent_code,type,name\n10676,24,COMMUNE_PHUONG,Phường Mới\n"));
        of("listPeriodClosures").with("code", UNIT);
        of("closePeriod")
                .with("code", UNIT)
                .with("period", "2026-Q2")
                .state("closed", s -> s.with("period", CLOSED_PERIOD));
        of("reopenPeriod")
                .with("code", UNIT)
                .with("period", CLOSED_PERIOD)
                .state("open", s -> s.with("period", "2026-Q2"));
        of("verifyPeriod")
                .with("code", UNIT)
                .with("period", "2026-Q2")
                .state("closed", s -> s.with("period", CLOSED_PERIOD));
    }

    private static String merger(String into) {
        return """
                {"into": "%s", "effectiveOn": "2027-01-01", "decisionDocument": "Nghị quyết 15/NQ-UBTVQH"}""".formatted(into);
    }

    private void describePlans() {
        of("listPlans").state("filtered", s -> s.with("unit", UNIT));
        of("listIndicators").state("filtered", s -> s.with("unit", UNIT));
        of("listConflicts").state("filtered", s -> s.with("planId", PLAN));
        of("listUnits").state("filtered", s -> s.with("type", "COMMUNE_PHUONG"));
        of("getPlan").with("id", PLAN);
        of("getActivationReport").with("id", PLAN);
        of("listIndicatorsOfPlan").with("id", PLAN);
        of("listPlanVersions").with("id", PLAN);
        of("importPlan")
                .part("plan", null, "application/json", """
                        {"unitCode": "10675", "block": "CHINH_QUYEN", "docType": "Kế hoạch", "number": "15/KH-UBND",
                        "title": "Kế hoạch thử", "horizonStart": "2026", "horizonEnd": "2030"}""".getBytes(StandardCharsets.UTF_8))
                .part("file", "indicators.csv", "text/csv", """
                        STT,Chỉ tiêu,Đơn vị tính,Năm 2026,Năm 2030,Cơ quan chủ trì
                        1,Tỷ lệ hồ sơ trực tuyến,%,≥ 80%,≥ 90%,Phòng Văn hóa - Xã hội
                        """.getBytes(StandardCharsets.UTF_8));
        of("correctPlan")
                .with("id", PLAN)
                .with("unitCode", UNIT)
                .with("number", "08-KH/ĐU")
                .state("taken", s -> s.with("number", "21/KH-UBND"));
        of("activatePlan").with("id", DRAFT_PLAN).state("inForce", s -> s.with("id", PLAN));
        of("supersedePlan")
                .with("id", PLAN)
                .with("supersededBy", LATER_PLAN)
                .state("draft", s -> s.with("id", DRAFT_PLAN))
                .state("byPlanElsewhere", s -> s.with("supersededBy", PLAN_ELSEWHERE))
                .state("superseded", s -> s.with("id", SUPERSEDED_PLAN));
        of("getIndicator").with("id", INDICATOR);
        of("suggestCanonical").with("id", INDICATOR);
        of("linkIndicator").with("id", INDICATOR);
        of("unlinkIndicator").with("id", INDICATOR);
        of("getCatalogueEntry").with("code", CANONICAL);
    }

    private void describeTargets() {
        of("listTargets").with("id", INDICATOR).shows("≥ 78%");
        of("addTarget")
                .with("id", INDICATOR)
                .with("dueDate", "2035-12-31")
                .state("taken", s -> s.with("dueDate", "2026-12-31"));
        of("reviseTarget")
                .with("id", INDICATOR)
                .with("targetId", TARGET)
                .with("dueDate", "2026-12-31")
                .state("former", s -> s.with("targetId", FORMER_TARGET))
                .state("ofAnotherIndicator", s -> s.with("targetId", TARGET_OF_ANOTHER))
                .state("disputed", s -> s.with("targetId", DISPUTED_TARGET).with("dueDate", "2028-12-31"));
        of("confirmTarget")
                .with("id", INDICATOR)
                .with("targetId", DOUBTFUL_TARGET)
                .state("certain", s -> s.with("targetId", TARGET))
                .state("ofAnotherIndicator", s -> s.with("targetId", TARGET_OF_ANOTHER))
                .state("disputed", s -> s.with("targetId", DISPUTED_TARGET));
        of("openConflict").with("id", INDICATOR).with("dueYear", 2026).state("disputed", s -> s.with("dueYear", 2028));
        of("getConflict").with("id", CONFLICT);
        of("decideConflict").with("id", CONFLICT).state("decided", s -> s.with("id", DECIDED_CONFLICT));
    }

    private void describeMeasurements() {
        of("submitMeasurement")
                .with("indicatorId", INDICATOR)
                .with("period", "2026-H1")
                .with("asOf", "2026-06-30")
                .state("present", s -> s.with("period", "2026-Q3").with("asOf", "2026-09-30"))
                .state("closed", s -> s.with("period", "2025-11").with("asOf", "2025-11-30"))
                .state("draft", s -> s.with("indicatorId", INDICATOR_OF_DRAFT));
        of("submitMeasurements")
                .content("text/csv", """
                unit_code,canonical_code,period,numerator,denominator,as_of
                10675,CQ.HOSO_TT,2026-H1,721,1000,2026-06-30
                """)
                .state("closed", s -> s.content("text/csv", """
                unit_code,canonical_code,period,numerator,denominator,as_of
                10675,CQ.HOSO_TT,2025-11,721,1000,2025-11-30
                """))
                .state("indicatorElsewhere", s -> s.content("text/csv", """
                unit_code,canonical_code,period,numerator,denominator,as_of
                07229,CQ.HOSO_TT,2026-H1,721,1000,2026-06-30
                """));
        of("getMeasurement").with("id", FIGURE);
        of("listMeasurementHistory").with("id", VERIFIED_FIGURE);
        of("reviseMeasurement")
                .with("id", FIGURE)
                .with("asOf", "2026-06-30")
                .state("closed", s -> s.with("id", FIGURE_OF_CLOSED_PERIOD).with("asOf", "2025-12-31"));
        for (String judgement : new String[] {"verifyMeasurement", "returnMeasurement"}) {
            of(judgement)
                    .with("id", FIGURE)
                    .state("submittedByCaller", s -> s.with("id", OWN_FIGURE))
                    .state("verified", s -> s.with("id", VERIFIED_FIGURE))
                    .state("closed", s -> s.with("id", FIGURE_OF_CLOSED_PERIOD));
        }
        of("listEvidence").with("id", FIGURE);
        of("downloadEvidence")
                .with("id", FIGURE)
                .with("evidenceId", EVIDENCE)
                .state("ofAnotherFigure", s -> s.with("evidenceId", EVIDENCE_OF_VERIFIED));
        of("attachEvidence")
                .with("id", FIGURE)
                .part("file", "minh-chung.pdf", "application/pdf", PDF)
                .state("verified", s -> s.with("id", VERIFIED_FIGURE))
                .state("closed", s -> s.with("id", FIGURE_OF_CLOSED_PERIOD));
        of("removeEvidence")
                .with("id", FIGURE)
                .with("evidenceId", EVIDENCE)
                .state("ofAnotherFigure", s -> s.with("evidenceId", EVIDENCE_OF_VERIFIED))
                .state("verified", s -> s.with("id", VERIFIED_FIGURE).with("evidenceId", EVIDENCE_OF_VERIFIED))
                .state(
                        "closed",
                        s -> s.with("id", FIGURE_OF_CLOSED_PERIOD).with("evidenceId", EVIDENCE_OF_CLOSED_PERIOD));
        of("listMeasurements").state("filtered", s -> s.with("indicatorId", INDICATOR));
        of("listDueMeasurements").with("unit", UNIT);
        of("countDueMeasurements").with("unit", UNIT);
    }

    private void describeGrades() {
        of("getGrade").with("id", GRADE);
        of("listGradesOfIndicator").with("id", INDICATOR);
        of("previewGrade")
                .with("id", INDICATOR)
                .with("period", "2026-H1")
                .with("asOf", "2026-06-30")
                .state("closed", s -> s.with("period", "2025-11").with("asOf", "2025-11-30"))
                .state("draft", s -> s.with("id", INDICATOR_OF_DRAFT));
        of("getPath").with("id", INDICATOR).shows(NUMERATOR);
        of("statePath").with("id", INDICATOR);
        of("getBaseline").with("id", INDICATOR);
        of("stateBaseline").with("id", INDICATOR).state("absent", s -> s.with("id", PLAIN_INDICATOR));
        of("tryGradingPolicy")
                .with("unit", UNIT)
                .state(
                        "indicatorElsewhere",
                        s -> s.content("application/json", """
                        {"settings": {"slightlyBehindPoints": 5}, "indicatorIds": ["%s", "%s"]}""".formatted(INDICATOR, INDICATOR_ELSEWHERE)))
                .state("planElsewhere", s -> s.content("application/json", """
                        {"settings": {"slightlyBehindPoints": 5}, "planId": "%s"}""".formatted(PLAN_ELSEWHERE)));
        of("listGrades").state("filtered", s -> s.with("planId", PLAN));
        of("getGradingPolicy").with("version", 1);
        of("getScorecard").with("unitCode", UNIT);
        of("listScorecardsOfChildren").with("unitCode", UNIT);
        of("getScorecardTrend").with("unitCode", UNIT);
        of("getScorecardMatrix").with("unitCode", UNIT);
        of("compareUnits").with("unitCode", UNIT).with("type", "COMMUNE_PHUONG").with("canonical", CANONICAL);
    }

    private void describeFiguresForOthers() {
        of("getRollup")
                .with("period", "2026-Q3")
                .with("by", "commune")
                .with("unit", UNIT)
                .shows(NUMERATOR);
        of("getRollupTrend").with("canonicalCode", CANONICAL).with("unit", UNIT).shows(NUMERATOR);
        of("listRollupFigures")
                .with("canonicalCode", CANONICAL)
                .with("unit", UNIT)
                .with("period", "2026-Q3")
                .shows(NUMERATOR);
        of("getSdmxData")
                .shows(NUMERATOR)
                .with("context", "dataflow")
                .with("agencyID", "VN57")
                .with("resourceID", "INDICATOR_FIGURES")
                .with("version", "1.0.0");
        of("getSdmxDataOfKey")
                .shows(NUMERATOR)
                .with("context", "dataflow")
                .with("agencyID", "VN57")
                .with("resourceID", "INDICATOR_FIGURES")
                .with("version", "1.0.0")
                .with("key", "*");
        of("getSdmxStructure")
                .with("artefactType", "*")
                .with("agencyID", "*")
                .with("resourceID", "*")
                .with("version", "*");
        of("exportGrades").with("format", "csv").state("filtered", s -> s.with("planId", PLAN));
        of("exportIndicators").with("format", "csv").shows("Tỷ lệ hồ sơ Hoa Sen");
        of("exportMeasurements").with("format", "csv").state("filtered", s -> s.with("planId", PLAN));
        of("exportUnits").with("format", "csv");
        of("exportCentralSheet")
                .with("unit", UNIT)
                .with("period", "2026-Q3")
                .with("format", "csv")
                .shows(NUMERATOR);
        of("markCentralUpdate")
                .with("unitCode", UNIT)
                .state(
                        "figureElsewhere",
                        s -> s.content("application/json", """
                {"unitCode": "10675", "period": "2026-Q3", "measurementIds": ["%s", "%s"], "updatedOn": "2026-10-06"}""".formatted(VERIFIED_FIGURE, FIGURE_ELSEWHERE)));
        of("listAuditEntries").with("table", "indicator").state("filtered", s -> s.with("key", INDICATOR));
    }

    @Override
    protected String secret() {
        return "Hoa Sen";
    }

    @Override
    protected void set() {
        Callers.emptyDatabase();
        TestDatabase.shared()
                .execute(
                        "insert into unit (code, parent_code, path, type, name) values " + UNITS,
                        resource("stage.sql"));
    }

    private static String resource(String name) {
        try (InputStream file = Objects.requireNonNull(IndicatorStage.class.getResourceAsStream("/access/" + name))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
