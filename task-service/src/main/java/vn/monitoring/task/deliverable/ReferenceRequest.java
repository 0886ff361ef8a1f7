package vn.monitoring.task.deliverable;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A document that was issued elsewhere.
@Schema(
        name = "DocumentReference",
        examples =
                "{\"title\":\"Kế hoạch của UBND phường\",\"documentNumber\":\"25/KH-UBND\",\"issuedOn\":\"2026-01-20\"}")
record ReferenceRequest(
        @NotBlank @Size(max = 500) String title,
        @NotBlank @Size(max = 100) String documentNumber,
        @NotNull LocalDate issuedOn) {}
