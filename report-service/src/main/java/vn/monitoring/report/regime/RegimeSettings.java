package vn.monitoring.report.regime;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.monitoring.report.document.OfficialDocument.Layout;
import vn.monitoring.report.period.CutOffRule;
import vn.monitoring.report.period.DueRule;
import vn.monitoring.report.period.ReportFrequency;

/// What may be set of a regime: one revision of it, and what its open periods keep.
///
/// @param receiverName who receives outside of the platform (the Government, a ministry); null when the receiver is a
///     unit
/// @param consolidatingUnitCode through which unit the senders' reports go to the receiver; null for none
/// @param block only plans of this block; null for all
public record RegimeSettings(
        String name,
        @Nullable String receiverName,
        @Nullable String consolidatingUnitCode,
        SenderRule senderRule,
        List<String> senders,
        List<ReportFrequency> frequencies,
        CutOffRule cutOffRule,
        DueRule dueRule,
        Reminders reminders,
        List<Section> sections,
        @Nullable String block,
        Layout layout) {

    public RegimeSettings with(List<Section> outline) {
        return new RegimeSettings(
                name,
                receiverName,
                consolidatingUnitCode,
                senderRule,
                senders,
                frequencies,
                cutOffRule,
                dueRule,
                reminders,
                outline,
                block,
                layout);
    }
}
