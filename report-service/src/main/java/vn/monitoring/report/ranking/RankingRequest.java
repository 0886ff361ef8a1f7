package vn.monitoring.report.ranking;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.calendar.Period;

/// A run over the communes of a unit.
///
/// @param asOf the day as at which facts count; null for the period's last day, or today while it still runs
/// @param corrects the published run of the same unit and period that this one is to replace
/// @param difference what differs from it and why, in words
@Schema(name = "RankingRequest")
public record RankingRequest(
        @NotBlank @Size(max = 40) @Schema(examples = "31") String unitCode,

        @NotNull @Schema(implementation = String.class, examples = "2026-Q3")
        Period period,

        @Nullable LocalDate asOf,
        @Nullable UUID corrects,
        @Nullable @Size(max = 2_000) String difference) {}
