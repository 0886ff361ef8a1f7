package vn.monitoring.indicator.plan;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Which plan takes another's place.
///
/// @param effectiveOn the first day on which the successor counts, past or to come
@Schema(
        name = "SupersessionRequest",
        examples =
                "{\"supersededBy\":\"2b0c7a55-53a0-4f0e-8a51-0f7f0b7d1c01\",\"decisionDocument\":\"15/QĐ-UBND\",\"effectiveOn\":\"2026-03-01\"}")
record SupersessionRequest(
        @NotNull UUID supersededBy,
        @NotBlank @Size(max = 300) String decisionDocument,
        @NotNull LocalDate effectiveOn) {}
