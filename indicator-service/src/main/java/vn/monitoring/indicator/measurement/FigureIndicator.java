package vn.monitoring.indicator.measurement;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.calendar.Period;
import vn.monitoring.kit.problem.Problem;

/// What entering a figure needs to know of its indicator.
///
/// @param unitCode            the commune or province that issued the plan
/// @param responsibleUnitCode the unit that answers for the indicator
/// @param responsiblePath     its tree path
/// @param canonicalCode       the catalogue's entry that it is linked to
/// @param percentage          it is measured in percent of a whole
/// @param draft               its plan is not in force yet
/// @param unitUntil           last day of the unit that issued the plan, null while it goes on
record FigureIndicator(
        UUID id,
        UUID planId,
        String unitCode,
        String responsibleUnitCode,
        String responsiblePath,
        @Nullable String canonicalCode,
        boolean percentage,
        boolean draft,
        @Nullable LocalDate unitUntil) {

    /// @throws Problem 409 when the plan is a draft, or the unit had ceased before the period began
    void requireFiguresFor(Period period) {
        if (draft) {
            throw new Problem(
                    MeasurementProblem.PLAN_IS_DRAFT,
                    "Kế hoạch của chỉ tiêu này còn là dự thảo; hãy đưa kế hoạch vào thực hiện trước khi nhập số liệu.",
                    "The plan of this indicator is a draft; put it in force before entering figures.");
        }
        if (unitUntil != null && period.firstDay().isAfter(unitUntil)) {
            throw new Problem(
                    MeasurementProblem.PERIOD_AFTER_UNIT,
                    "Đơn vị %s đã chấm dứt ngày %s, trước kỳ %s; hãy nhập số liệu cho đơn vị kế thừa."
                            .formatted(unitCode, unitUntil, period),
                    "Unit %s ceased on %s, before the period %s; enter the figure for its successor."
                            .formatted(unitCode, unitUntil, period));
        }
    }
}
