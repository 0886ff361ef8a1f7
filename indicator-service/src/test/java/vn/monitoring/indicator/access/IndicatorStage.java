package vn.monitoring.indicator.access;

import java.util.UUID;
import vn.monitoring.indicator.Callers;
import vn.monitoring.kit.testing.TestDatabase;
import vn.monitoring.kit.testing.access.Stage;

/// A plan of the commune with an indicator, and whatever can hang on them; and how each operation is asked about it.
final class IndicatorStage extends Stage {

    private static final UUID PLAN = id(1);

    private static UUID id(int number) {
        return new UUID(0x4000L, 0x8000_0000_0000_0000L + number);
    }

    IndicatorStage() {
        of("getPlan").with("id", PLAN);
        of("correctPlan").with("id", PLAN).with("number", "08-KH/ĐU").with("title", "Kế hoạch mới");
    }

    @Override
    protected String secret() {
        return "Hoa Sen";
    }

    @Override
    protected void set() {
        Callers.emptyDatabase();
        TestDatabase.shared()
                .execute("insert into unit (code, parent_code, path, type, name) values " + UNITS, """
                insert into plan (id, unit_code, block, doc_type, number, identity_key, title, issued_on, horizon_start,
                    horizon_end, status, imported_at, version)
                values ('%s', '10675', 'DANG', 'Kế hoạch', '08-KH/ĐU', '08-KH/ĐU', 'Kế hoạch Hoa Sen', '2025-09-08',
                    '2025-01-01', '2045-12-31', 'IN_FORCE', now(), 1)""".formatted(PLAN));
    }
}
