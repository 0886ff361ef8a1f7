package vn.monitoring.indicator.central;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.calendar.Period;

/// What a person has re-keyed: figures of a unit and those below it, named by one of the two lists; all
/// of them when there is none.
@Schema(name = "CentralUpdateRequest", examples = """
                {"unitCode":"10675","period":"2026-Q3","canonicalCodes":["CQ.HOSO_TT"],"updatedOn":"2026-10-06",\
                "note":"Nhập theo văn bản 12/UBND"}""")
record CentralUpdateRequest(
        @NotBlank String unitCode,

        @NotNull @Schema(implementation = String.class, examples = "2026-Q3")
        Period period,

        @Size(min = 1, max = 1000) @Nullable List<@NotBlank String> canonicalCodes,
        @Size(min = 1, max = 1000) @Nullable List<@NotNull UUID> measurementIds,
        @NotNull LocalDate updatedOn,
        @Size(max = 2000) @Nullable String note) {}
