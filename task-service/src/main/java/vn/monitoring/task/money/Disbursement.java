package vn.monitoring.task.money;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A payment for a task; never changed.
///
/// @param amount in đồng
/// @param corrects the payment whose place it takes
/// @param correctedBy the payment that took its place, so that it no longer counts
@Schema(name = "Disbursement")
record Disbursement(
        UUID id,
        UUID taskId,
        FundingSource source,
        BigDecimal amount,
        LocalDate disbursedOn,
        String documentNumber,
        @Nullable String documentTitle,
        @Nullable String note,
        @Nullable UUID corrects,
        @Nullable UUID correctedBy,
        Instant receivedAt,
        String by) {}
