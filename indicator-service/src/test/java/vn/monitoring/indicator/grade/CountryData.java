package vn.monitoring.indicator.grade;

import vn.monitoring.kit.testing.TestDatabase;

/// A generated country: 34 provinces, 3,321 communes with a plan of 25 catalogue indicators each, two milestones, and
/// verified figures of some periods. For measuring, not for judging.
final class CountryData {

    static final int INDICATORS = 83_025;

    private CountryData() {}

    /// @param months verified figures of so many months of 2026, from January
    static void generate(int months) {
        TestDatabase.shared().truncateAll("canonical_indicator", "grading_policy");
        TestDatabase.shared().execute("""
                        insert into unit (code, path, type, name)
                        select lpad(n::text, 2, '0'), lpad(n::text, 2, '0')::ltree, 'PROVINCE', 'Tỉnh ' || n
                        from generate_series(1, 34) n""", """
                        insert into unit (code, parent_code, path, type, name)
                        select (10000 + n)::text, p, (p || '.' || (10000 + n))::ltree,
                            case when n % 3 = 0 then 'COMMUNE_PHUONG' else 'COMMUNE_XA' end, 'Xã ' || n
                        from (select n, lpad((1 + n % 34)::text, 2, '0') as p from generate_series(1, 3321) n) c""", """
                        insert into plan (id, unit_code, block, doc_type, number, identity_key, title, issued_on, horizon_start,
                            horizon_end, status, imported_at, version)
                        select gen_random_uuid(), code, 'CHINH_QUYEN', 'Kế hoạch', '1/KH-UBND', '1/KH-UBND', 'Kế hoạch ' || code,
                            '2025-12-01', '2026-01-01', '2030-12-31', 'IN_FORCE', now(), 1
                        from unit where type <> 'PROVINCE'""", """
                        insert into indicator (id, plan_id, unit_code, responsible_unit_code, row_key, position, number, name,
                            indicator_group, measure_unit, canonical_code, canonical_match, direction, place, outcome, version)
                        select gen_random_uuid(), p.id, p.unit_code, p.unit_code, c.code, c.n, c.n::text, c.name,
                            'Nhóm ' || c.n % 5, c.unit, c.code, 'CONFIRMED', 'HIGHER', 'Chỉ tiêu!A' || c.n, 'ACCEPTED', 1
                        from plan p cross join (select row_number() over (order by code) as n, * from canonical_indicator
                            where unit = '%' and measure = 'STOCK' and direction = 'HIGHER' order by code limit 25) c""", """
                        insert into target (id, indicator_id, raw, kind, comparator, low, unit, soft, year, due_date, confidence,
                            provisional, place, valid_from)
                        select gen_random_uuid(), i.id, '≥ ' || m.low || '%', 'NUMBER', 'GE', m.low, '%', false, m.year,
                            make_date(m.year, 12, 31), 'HIGH', false, 'Chỉ tiêu!D7', '2025-12-01'
                        from indicator i cross join (values (2026, 70), (2030, 90)) m (year, low)""");
        figures(1, months);
        TestDatabase.shared().execute("analyze");
    }

    /// Adds verified figures of the months, without marking their indicators.
    static void figures(int fromMonth, int toMonth) {
        TestDatabase.shared().execute("""
                        insert into measurement (id, indicator_id, plan_id, unit_code, period, period_start, period_end, numerator,
                            denominator, value, as_of, source, status, submitted_by, submitter_subject, submitter_units,
                            submitted_at, verified_by, verifier_units, verified_at, revision, version)
                        select gen_random_uuid(), i.id, i.plan_id, i.unit_code, to_char(d, 'YYYY-MM'), d, d_end, num, den,
                            round(100.0 * num / den, 4), d_end, 'Báo cáo tháng', 'VERIFIED', 'reporter', 's', array[i.unit_code],
                            now(), 'standing', array[i.unit_code], now(), 1, 1
                        from indicator i
                        cross join lateral (select make_date(2026, m, 1) as d,
                                (make_date(2026, m, 1) + interval '1 month - 1 day')::date as d_end, m
                            from generate_series(%d, %d) m) p
                        cross join lateral (select 200 + abs(hashtext(i.id::text)) %% 800 as den) q
                        cross join lateral (select least(den, den * (20 + abs(hashtext(i.id::text || 'x')) %% 60 + m * 2) / 100)
                            as num) r""".formatted(fromMonth, toMonth));
    }
}
