package vn.monitoring.indicator.sdmx;

import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.text.Text;

/// The parts of the data structure, in the order of keys and of the values of an observation.
///
/// @see Artefact for the lists of codes
enum Component {
    FREQ(Role.DIMENSION, new Text("Tần suất", "Frequency"), Artefact.CL_FREQ, null),
    REF_AREA(Role.DIMENSION, new Text("Đơn vị", "Reference area (unit)"), Artefact.CL_AREA, null),
    INDICATOR(Role.DIMENSION, new Text("Chỉ tiêu", "Indicator"), Artefact.CL_INDICATOR, null),
    TIME_PERIOD(Role.TIME_DIMENSION, new Text("Kỳ", "Time period"), null, "ObservationalTimePeriod"),
    OBS_VALUE(Role.MEASURE, new Text("Giá trị", "Observation value"), null, "Decimal"),
    UNIT_MEASURE(Role.INDICATOR_ATTRIBUTE, new Text("Đơn vị tính", "Unit of measure"), null, "String"),
    NUMERATOR(Role.ATTRIBUTE, new Text("Tử số", "Numerator"), null, "Decimal"),
    DENOMINATOR(Role.ATTRIBUTE, new Text("Mẫu số", "Denominator"), null, "Decimal"),
    OBS_STATUS(Role.ATTRIBUTE, new Text("Tình trạng số liệu", "Observation status"), Artefact.CL_OBS_STATUS, null),
    COVERAGE(
            Role.ATTRIBUTE,
            new Text("Độ phủ: phần trăm đơn vị có số liệu", "Coverage: percent of the units that reported"),
            null,
            "Decimal");

    /// What a part is for; an attribute of the indicator is the same for all of its observations.
    enum Role {
        DIMENSION,
        TIME_DIMENSION,
        MEASURE,
        INDICATOR_ATTRIBUTE,
        ATTRIBUTE
    }

    private final Role role;
    private final Text label;
    private final @Nullable Artefact codes;
    private final @Nullable String dataType;

    Component(Role role, Text label, @Nullable Artefact codes, @Nullable String dataType) {
        this.role = role;
        this.label = label;
        this.codes = codes;
        this.dataType = dataType;
    }

    Role role() {
        return role;
    }

    Text label() {
        return label;
    }

    /// The list of its codes; null where it is not coded.
    @Nullable
    Artefact codes() {
        return codes;
    }

    /// The SDMX data type; null where it is coded.
    @Nullable
    String dataType() {
        return dataType;
    }
}
