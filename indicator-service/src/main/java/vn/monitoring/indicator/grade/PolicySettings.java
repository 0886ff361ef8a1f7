package vn.monitoring.indicator.grade;

import java.math.BigDecimal;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.monitoring.indicator.grading.GradingPolicy;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.text.Text;

/// The settings of a grading policy as they are entered: those that are not named keep their present value.
@Schema(
        name = "GradingPolicySettings",
        description = "Settings that are not named keep the value of the newest version",
        examples = "{\"slightlyBehindPoints\": 3, \"smallDenominator\": 20}")
record PolicySettings(
        @Schema(description = "how the path runs between two milestones")
        GradingPolicy.@Nullable PathShape pathShape,

        @Schema(description = "share of the expected progress that still counts as slightly behind, 0.01–1") @Nullable
        BigDecimal slightlyBehindProgress,

        @Schema(description = "percentage points short of the path that still count as slightly behind, 0–100")
        @Nullable
        BigDecimal slightlyBehindPoints,

        @Schema(description = "units short of the path that still count as slightly behind, for counts, 0–1000")
        @Nullable
        BigDecimal slightlyBehindCount,

        @Schema(description = "relative tolerance of \"khoảng\", 0–0.5") @Nullable
        BigDecimal aboutTolerance,

        @Schema(description = "points worse than the figure before from which an indicator is regressing, 0–100")
        @Nullable
        BigDecimal regressionPoints,

        @Schema(description = "figures needed before a trend is projected, 3–60") @Nullable
        Integer projectionPoints,

        @Schema(description = "how many months back these figures may lie, 3–120") @Nullable
        Integer projectionMonths,

        @Schema(description = "periods without a verified figure after which there is not enough data, 1–24") @Nullable
        Integer silentPeriods,

        @Schema(description = "rubric levels below the expected one that are still on track, 0–3") @Nullable
        BigDecimal rubricAmber,

        @Schema(
                description =
                        "rubric levels below the expected one that are only slightly behind, above rubricAmber, to 3")
        @Nullable
        BigDecimal rubricRed,

        @Schema(description = "shares of fewer things than this tolerate one thing, 0–1000; 0 for none") @Nullable
        Integer smallDenominator) {

    static PolicySettings of(GradingPolicy policy) {
        return new PolicySettings(
                policy.pathShape(),
                policy.slightlyBehindProgress(),
                policy.slightlyBehindPoints(),
                policy.slightlyBehindCount(),
                policy.aboutTolerance(),
                policy.regressionPoints(),
                policy.projectionPoints(),
                policy.projectionMonths(),
                policy.silentPeriods(),
                policy.rubricAmber(),
                policy.rubricRed(),
                policy.smallDenominator());
    }

    /// These settings over another policy.
    ///
    /// @throws Problem 422 that names every setting out of its bounds
    GradingPolicy over(GradingPolicy present, int version) {
        GradingPolicy policy = new GradingPolicy(
                version,
                Objects.requireNonNullElse(pathShape, present.pathShape()),
                Objects.requireNonNullElse(slightlyBehindProgress, present.slightlyBehindProgress()),
                Objects.requireNonNullElse(slightlyBehindPoints, present.slightlyBehindPoints()),
                Objects.requireNonNullElse(slightlyBehindCount, present.slightlyBehindCount()),
                Objects.requireNonNullElse(aboutTolerance, present.aboutTolerance()),
                Objects.requireNonNullElse(regressionPoints, present.regressionPoints()),
                Objects.requireNonNullElse(projectionPoints, present.projectionPoints()),
                Objects.requireNonNullElse(projectionMonths, present.projectionMonths()),
                Objects.requireNonNullElse(silentPeriods, present.silentPeriods()),
                Objects.requireNonNullElse(rubricAmber, present.rubricAmber()),
                Objects.requireNonNullElse(rubricRed, present.rubricRed()),
                Objects.requireNonNullElse(smallDenominator, present.smallDenominator()));
        requireValid(policy);
        return policy;
    }

    private static void requireValid(GradingPolicy policy) {
        Problem problem = new Problem(
                GradeProblem.POLICY_INVALID,
                "Chưa ghi gì. Hãy sửa các tham số nêu trong danh sách vi phạm rồi gửi lại.",
                "Nothing was written. Correct the settings named in the violations and send again.");
        check(problem, "slightlyBehindProgress", policy.slightlyBehindProgress(), "0.01", "1");
        check(problem, "slightlyBehindPoints", policy.slightlyBehindPoints(), "0", "100");
        check(problem, "slightlyBehindCount", policy.slightlyBehindCount(), "0", "1000");
        check(problem, "aboutTolerance", policy.aboutTolerance(), "0", "0.5");
        check(problem, "regressionPoints", policy.regressionPoints(), "0", "100");
        check(problem, "projectionPoints", BigDecimal.valueOf(policy.projectionPoints()), "3", "60");
        check(problem, "projectionMonths", BigDecimal.valueOf(policy.projectionMonths()), "3", "120");
        check(problem, "silentPeriods", BigDecimal.valueOf(policy.silentPeriods()), "1", "24");
        check(problem, "rubricAmber", policy.rubricAmber(), "0", "3");
        check(problem, "rubricRed", policy.rubricRed(), "0", "3");
        check(problem, "smallDenominator", BigDecimal.valueOf(policy.smallDenominator()), "0", "1000");
        if (policy.rubricRed().compareTo(policy.rubricAmber()) <= 0) {
            problem.violation(
                    "body",
                    "settings.rubricRed",
                    new Text("Phải lớn hơn rubricAmber.", "Must be greater than rubricAmber."));
        }
        if (!problem.violations().isEmpty()) {
            throw problem;
        }
    }

    private static void check(Problem problem, String setting, BigDecimal value, String least, String most) {
        if (value.compareTo(new BigDecimal(least)) < 0 || value.compareTo(new BigDecimal(most)) > 0) {
            problem.violation(
                    "body",
                    "settings." + setting,
                    new Text(
                            "Phải từ %s đến %s.".formatted(least.replace('.', ','), most.replace('.', ',')),
                            "Must be from %s to %s.".formatted(least, most)));
        }
    }
}
