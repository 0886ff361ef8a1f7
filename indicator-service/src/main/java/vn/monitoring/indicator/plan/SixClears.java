package vn.monitoring.indicator.plan;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.monitoring.indicator.target.TargetFlag;
import vn.monitoring.indicator.target.TargetKind;
import vn.monitoring.kit.text.Text;

/// The "6 rõ" of an indicator: the six things that have to be clear before somebody can answer for it. What is
/// missing is named, it blocks nothing.
final class SixClears {

    /// One of the six.
    enum Part {
        LEAD_AGENCY("cơ quan chủ trì (là một đơn vị trong hệ thống)", "the lead agency, as a unit of the system"),
        DIRECTOR("người chỉ đạo hoặc người chủ trì (chức danh)", "the director or chair, as a position"),
        DEADLINE("mục tiêu có thời hạn (mốc, năm)", "a target with its deadline"),
        OUTPUT("sản phẩm đầu ra", "the expected output"),
        MEASURE_UNIT("đơn vị tính", "the unit of measure"),
        CANONICAL("liên kết chỉ tiêu chuẩn", "the link to the catalogue");

        private final Text label;

        Part(String vi, String en) {
            label = new Text(vi, en);
        }

        Text label() {
            return label;
        }
    }

    private SixClears() {}

    /// @param day whose targets count
    static Set<Part> missing(Indicator indicator, LocalDate day) {
        Set<Part> missing = EnumSet.noneOf(Part.class);
        if (indicator.leadUnitCodes().isEmpty()) {
            missing.add(Part.LEAD_AGENCY);
        }
        if (isBlank(indicator.directorPosition()) && isBlank(indicator.chairPosition())) {
            missing.add(Part.DIRECTOR);
        }
        if (indicator.currentTargets(day).stream().noneMatch(SixClears::hasDeadline)) {
            missing.add(Part.DEADLINE);
        }
        if (isBlank(indicator.expectedOutput())) {
            missing.add(Part.OUTPUT);
        }
        boolean counted = indicator.currentTargets(day).stream()
                .anyMatch(target -> target.value().kind().numeric());
        if (counted && isBlank(indicator.measureUnit())) {
            missing.add(Part.MEASURE_UNIT);
        }
        if (isBlank(indicator.canonicalCode())) {
            missing.add(Part.CANONICAL);
        }
        return missing;
    }

    /// A target that asks for something by a day that the plan itself names.
    private static boolean hasDeadline(MilestoneTarget target) {
        TargetKind kind = target.value().kind();
        return target.dueDate() != null
                && kind != TargetKind.NONE
                && kind != TargetKind.ZERO_NOT_SET
                && !target.flags().contains(TargetFlag.YEAR_MISSING)
                && !target.flags().contains(TargetFlag.YEAR_FROM_PLAN);
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
