package vn.monitoring.indicator.sdmx;

import vn.monitoring.kit.calendar.Period;
import vn.monitoring.kit.text.Text;

/// The codes of FREQ, those of the cross-domain list CL_FREQ of SDMX; nine months have no frequency of
/// their own.
enum Frequency {
    A("A", new Text("Năm", "Annual")),
    S("S", new Text("Nửa năm", "Half-yearly")),
    Q("Q", new Text("Quý", "Quarterly")),
    M("M", new Text("Tháng", "Monthly")),
    OTHER("_O", new Text("Chín tháng", "Nine months (other)"));

    /// The code of the period in the column `period`, in SQL.
    static final String SQL = """
            case when %1$s like '____' then 'A' when %1$s like '____-Q_' then 'Q' when %1$s like '____-H_' then 'S'
                when %1$s like '____-9M' then '_O' else 'M' end""".formatted("c.period");

    private final String code;
    private final Text label;

    Frequency(String code, Text label) {
        this.code = code;
        this.label = label;
    }

    static Frequency of(Period period) {
        return switch (period.frequency()) {
            case MONTH -> M;
            case QUARTER -> Q;
            case HALF_YEAR -> S;
            case NINE_MONTHS -> OTHER;
            case YEAR -> A;
        };
    }

    String code() {
        return code;
    }

    Text label() {
        return label;
    }
}
