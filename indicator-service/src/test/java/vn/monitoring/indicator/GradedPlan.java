package vn.monitoring.indicator;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.testing.TestDatabase;
import vn.monitoring.kit.testing.Tokens;

/// Two communes with a plan each, and who works there: the stage of the tests of figures and grades.
public final class GradedPlan {

    public static final UUID PLAN = UUID.fromString("00000000-0000-4000-8000-000000000001");
    public static final UUID OTHER_PLAN = UUID.fromString("00000000-0000-4000-8000-000000000002");

    private GradedPlan() {}

    /// Empties the database and sets the stage.
    public static void set() {
        TestDatabase.shared().truncateAll("canonical_indicator", "grading_policy");
        TestDatabase.shared().execute("""
                insert into grading_policy (version, settings, decided_by) values (1, '{"pathShape": "LINEAR",
                    "slightlyBehindProgress": 0.8, "slightlyBehindPoints": 2, "slightlyBehindCount": 1,
                    "aboutTolerance": 0.05, "regressionPoints": 1, "projectionPoints": 3, "projectionMonths": 24,
                    "silentPeriods": 2, "rubricAmber": 0.5, "rubricRed": 1.5}', 'test')
                on conflict do nothing""");
        TestDatabase.shared().execute("""
                insert into unit (code, parent_code, path, type, name) values
                    ('31', null, '31', 'PROVINCE', 'Hải Phòng'),
                    ('10675', '31', '31.10675', 'COMMUNE_PHUONG', 'Phường Kinh Môn'),
                    ('10675.VHXH', '10675', '31.10675.10675_VHXH', 'AGENCY', 'Phòng Văn hóa - Xã hội'),
                    ('10675.HCC', '10675', '31.10675.10675_HCC', 'AGENCY', 'Trung tâm Phục vụ hành chính công'),
                    ('11002', '31', '31.11002', 'COMMUNE_PHUONG', 'Phường Thạch Khôi')
                """);
        plan(PLAN, "10675", "08-KH/ĐU");
        plan(OTHER_PLAN, "11002", "42/KH-UBND");
    }

    private static void plan(UUID id, String unitCode, String number) {
        TestDatabase.shared().execute("""
                insert into plan (id, unit_code, block, doc_type, number, identity_key, title, issued_on, horizon_start,
                    horizon_end, status, imported_at, version)
                values ('%s', '%s', 'DANG', 'Kế hoạch', '%s', '%s', 'Kế hoạch %s', '2024-01-01', '2024-01-01', '2045-12-31',
                    'IN_FORCE', now(), 1)""".formatted(id, unitCode, number, number, number));
    }

    /// An indicator of the plan of Kinh Môn, answered for by its office of culture and society.
    public static UUID indicator(String name, @Nullable String unit) {
        return indicator(PLAN, "10675", "10675.VHXH", name, unit, null);
    }

    public static UUID indicator(
            UUID planId,
            String unitCode,
            String responsible,
            String name,
            @Nullable String unit,
            @Nullable String canonical) {
        UUID id = UUID.randomUUID();
        TestDatabase.shared()
                .execute("""
                insert into indicator (id, plan_id, unit_code, responsible_unit_code, row_key, position, number, name,
                    indicator_group, measure_unit, canonical_code, direction, place, outcome, version)
                select '%s', '%s', '%s', '%s', '%s', count(*) + 1, (count(*) + 1)::text, '%s', 'I. Phát triển hạ tầng', %s,
                    %s, 'HIGHER', 'Chỉ tiêu!A7', 'ACCEPTED', 1 from indicator""".formatted(id, planId, unitCode, responsible, id, name, quoted(unit), quoted(canonical)));
        return id;
    }

    /// `NUMBER GE 70` by the end of a year.
    public static void target(
            UUID indicatorId, String kind, @Nullable String comparator, @Nullable String low, int year) {
        target(indicatorId, kind, comparator, low, year, false, "2024-01-01");
    }

    public static void target(
            UUID indicatorId,
            String kind,
            @Nullable String comparator,
            @Nullable String low,
            int year,
            boolean provisional,
            String validFrom) {
        TestDatabase.shared().execute("""
                insert into target (id, indicator_id, raw, kind, comparator, low, unit, soft, year, due_date, confidence,
                    provisional, place, valid_from)
                values ('%s', '%s', '%s', '%s', %s, %s, '%%', false, %d, '%d-12-31', 'HIGH', %s, 'Chỉ tiêu!D7', '%s')
                """.formatted(
                        UUID.randomUUID(),
                        indicatorId,
                        low == null ? kind : low + "%",
                        kind,
                        quoted(comparator),
                        low,
                        year,
                        year,
                        provisional,
                        validFrom));
    }

    private static String quoted(@Nullable String text) {
        return text == null ? "null" : "'" + text + "'";
    }

    public static String reporter() {
        return Tokens.as("reporter-10675-vhxh")
                .roles("reporter")
                .units("10675.VHXH")
                .token();
    }

    public static String standingBody() {
        return Tokens.as("standing-10675").roles("standing-body").units("10675").token();
    }

    public static String unitHead() {
        return Tokens.as("head-10675").roles("unit-head").units("10675").token();
    }

    public static String inspector() {
        return Tokens.as("inspector-31").roles("inspector").units("31").token();
    }

    /// Of the other commune, with all roles of a commune.
    public static String stranger() {
        return Tokens.as("standing-11002")
                .roles("reporter", "unit-head", "standing-body", "leader")
                .units("11002")
                .token();
    }
}
