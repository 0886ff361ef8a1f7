package vn.monitoring.indicator.unit;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What a decision does to a unit: the document, and the first day on which it counts, past or to come.
sealed interface UnitDecisionRequest {

    LocalDate effectiveOn();

    String decisionDocument();

    @Schema(
            name = "UnitRenaming",
            examples =
                    "{\"name\":\"Phường Kinh Môn\",\"effectiveOn\":\"2026-01-01\",\"decisionDocument\":\"Nghị quyết 12/NQ-HĐND\"}")
    record Renaming(
            @NotBlank @Size(max = 300) String name,
            @NotNull LocalDate effectiveOn,
            @NotBlank @Size(max = 300) String decisionDocument)
            implements UnitDecisionRequest {}

    /// @param type the new type of a commune
    /// @param agencyType the new kind of an agency
    /// @param name the new name where it changes with the type
    @Schema(
            name = "UnitReclassification",
            examples =
                    "{\"type\":\"COMMUNE_PHUONG\",\"name\":\"Phường Phú Thái\",\"effectiveOn\":\"2026-07-01\",\"decisionDocument\":\"Nghị quyết 15/NQ-UBTVQH\"}")
    record Reclassification(
            @Nullable UnitType type,
            @Nullable AgencyType agencyType,
            @Size(max = 300) @Nullable String name,
            @NotNull LocalDate effectiveOn,
            @NotBlank @Size(max = 300) String decisionDocument)
            implements UnitDecisionRequest {}

    /// @param into code of the unit that takes its place
    /// @param newUnit describes that unit when it is new; its first day is the effective day
    /// @param others units of the same level that are merged by the same decision, with the versions that were read
    @Schema(
            name = "UnitMerger",
            examples =
                    "{\"into\":\"10680\",\"newUnit\":{\"type\":\"COMMUNE_PHUONG\",\"name\":\"Phường An Sinh\"},\"others\":[{\"code\":\"10678\",\"version\":1}],\"effectiveOn\":\"2026-01-01\",\"decisionDocument\":\"Nghị quyết 20/NQ-UBTVQH\"}")
    record Merger(
            @NotBlank @Size(max = 150) String into,
            @Valid @Nullable NewUnit newUnit,
            @Size(max = 50) @Nullable List<@NotNull @Valid Other> others,
            @NotNull LocalDate effectiveOn,
            @NotBlank @Size(max = 300) String decisionDocument)
            implements UnitDecisionRequest {

        List<Other> alsoMerged() {
            return others == null ? List.of() : others;
        }
    }

    /// @param parentCode that of the merged unit when left out
    /// @param type that of the merged unit when left out
    @Schema(name = "NewUnit")
    record NewUnit(
            @Nullable UnitType type,
            @NotBlank @Size(max = 300) String name,
            @Size(max = 150) @Nullable String parentCode,
            @Nullable AgencyType agencyType,
            @Nullable Block block,
            @Size(max = 35) @Nullable String agencyIdentifier) {}

    @Schema(name = "UnitVersion")
    record Other(
            @NotBlank @Size(max = 150) String code,
            @PositiveOrZero long version) {}
}
