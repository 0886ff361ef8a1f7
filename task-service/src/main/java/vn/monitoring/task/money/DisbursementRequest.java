package vn.monitoring.task.money;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A payment, or the correction of one.
@Schema(name = "DisbursementRequest", examples = """
                {"source":"COMMUNE_BUDGET","amount":150000000,"disbursedOn":"2026-06-05",\
                "documentNumber":"UNC 0231","documentTitle":"Ủy nhiệm chi đợt 1"}""")
record DisbursementRequest(
        @NotNull FundingSource source,

        @Schema(description = "In whole đồng; more than 0, or 0 in a correction of what was not paid at all") @NotNull
        BigDecimal amount,

        @Schema(description = "The day of the payment; today when left out") @Nullable
        LocalDate disbursedOn,

        @Schema(description = "The payment order or other proof") @NotBlank @Size(max = 200)
        String documentNumber,

        @Size(max = 500) @Nullable String documentTitle,
        @Size(max = 2000) @Nullable String note,

        @Schema(description = "The payment whose place this one takes") @Nullable
        UUID corrects) {}
