package vn.monitoring.indicator.measurement;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A figure as a reporter enters it. Numerator and denominator for a share; a value for an amount, or for a
/// percentage whose counts are not known.
@Schema(name = "MeasurementRequest", examples = """
                {"indicatorId":"6f0c0a52-0f6f-4d0e-9a3a-0d6b3f3c7f11","period":"2026-Q3","numerator":721,\
                "denominator":1000,"asOf":"2026-09-30","source":"Báo cáo 45/BC-TTPVHCC"}""")
record MeasurementRequest(
        @NotNull UUID indicatorId,

        @NotBlank @Schema(description = "2026-09, 2026-Q3, 2026-H1, 2026-9M or 2026")
        String period,

        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable BigDecimal value,

        @Schema(description = "counted from the start of the year; as the catalogue says when absent") @Nullable
        Boolean cumulative,

        @NotNull LocalDate asOf,
        @Size(max = 500) @Nullable String source,
        @Size(max = 2000) @Nullable String note) {

    Figures figures() {
        return new Figures(numerator, denominator, value, cumulative, asOf);
    }

    Measurement.Remarks remarks() {
        return new Measurement.Remarks(source, note);
    }

    /// New figures for the same indicator and period.
    @Schema(
            name = "MeasurementRevision",
            examples =
                    "{\"numerator\":730,\"denominator\":1000,\"asOf\":\"2026-09-30\",\"source\":\"Báo cáo 45/BC-TTPVHCC\"}")
    record Revision(
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable BigDecimal value,
            @Nullable Boolean cumulative,
            @NotNull LocalDate asOf,
            @Size(max = 500) @Nullable String source,
            @Size(max = 2000) @Nullable String note) {

        Figures figures() {
            return new Figures(numerator, denominator, value, cumulative, asOf);
        }

        Measurement.Remarks remarks() {
            return new Measurement.Remarks(source, note);
        }
    }

    /// @param note optional remark
    @Schema(name = "Verification", examples = "{\"note\":\"Đã đối chiếu với báo cáo 45/BC-TTPVHCC\"}")
    record Verification(@Size(max = 2000) @Nullable String note) {}

    /// @param reason what is wrong and what to do about it
    @Schema(
            name = "MeasurementReturn",
            examples = "{\"reason\":\"Mẫu số chưa tính hồ sơ nộp trực tiếp; đề nghị tính lại\"}")
    record Return(@NotBlank @Size(max = 2000) String reason) {}
}
