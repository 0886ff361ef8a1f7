package vn.monitoring.task.money;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.text.Text;

/// Progress, money and deliverables of a task side by side, and what does not fit together (source: domain.md,
/// "Tasks").
///
/// @param progressPercent null where no percent tells how far the task is
/// @param disbursedPercent of the allocated money, to one decimal; null where nothing is allocated
/// @param deliverables how many are attached
@Schema(name = "Reconciliation")
public record Reconciliation(
        @Nullable Integer progressPercent,
        @Nullable BigDecimal disbursedPercent,
        int deliverables,
        List<Mismatch> mismatches) {

    /// How many points the money may run ahead of the work.
    public static final int TOLERATED_POINTS = 20;

    /// What does not fit together.
    public enum Mismatch {
        /// Said to be done, and nothing is attached.
        DONE_WITHOUT_DELIVERABLE(
                "Báo hoàn thành nhưng chưa có sản phẩm đầu ra; hãy đính kèm sản phẩm hoặc sửa phần trăm.",
                "Said to be done without a deliverable; attach it or correct the percent."),
        /// Disbursed more than 20 points ahead of progress.
        DISBURSED_AHEAD(
                "Giải ngân vượt tiến độ hơn 20 điểm phần trăm; hãy cập nhật tiến độ hoặc giải trình.",
                "Disbursed more than 20 points ahead of progress; update the progress or explain."),
        /// More was paid than is allocated.
        OVERSPENT(
                "Đã giải ngân nhiều hơn số được cấp; hãy bổ sung dự toán hoặc sửa khoản chi.",
                "More was paid than is allocated; enter the new allocation or correct the payment.");

        private final Text message;

        Mismatch(String vi, String en) {
            this.message = new Text(vi, en);
        }

        public Text message() {
            return message;
        }
    }

    /// @param completed whether the task was accepted as done
    /// @param oneOff whether a percent tells how far the task is; where it has none yet, nothing is done
    public static Reconciliation of(
            boolean completed,
            boolean oneOff,
            @Nullable Integer percent,
            BigDecimal allocated,
            BigDecimal disbursed,
            int deliverables) {
        Integer progress = progress(completed, oneOff, percent);
        List<Mismatch> mismatches = new ArrayList<>();
        if (deliverables == 0 && (completed || progress != null && progress >= 100)) {
            mismatches.add(Mismatch.DONE_WITHOUT_DELIVERABLE);
        }
        if (progress != null && ahead(progress, allocated, disbursed)) {
            mismatches.add(Mismatch.DISBURSED_AHEAD);
        }
        if (disbursed.compareTo(allocated) > 0) {
            mismatches.add(Mismatch.OVERSPENT);
        }
        return new Reconciliation(progress, Money.rate(allocated, disbursed), deliverables, List.copyOf(mismatches));
    }

    private static @Nullable Integer progress(boolean completed, boolean oneOff, @Nullable Integer percent) {
        if (completed) {
            return 100;
        }
        return oneOff && percent == null ? Integer.valueOf(0) : percent;
    }

    /// Exact: disbursed · 100 > (progress + 20) · allocated.
    private static boolean ahead(int progress, BigDecimal allocated, BigDecimal disbursed) {
        BigDecimal bound = allocated.multiply(BigDecimal.valueOf((long) progress + TOLERATED_POINTS));
        return disbursed.multiply(BigDecimal.valueOf(100)).compareTo(bound) > 0;
    }
}
