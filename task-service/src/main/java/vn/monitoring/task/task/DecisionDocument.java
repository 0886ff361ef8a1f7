package vn.monitoring.task.task;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The document by which something was decided about a task.
@Schema(name = "DecisionDocument", examples = "{\"number\":\"15/QĐ-UBND\",\"issuedOn\":\"2026-06-02\"}")
public record DecisionDocument(
        @NotBlank @Size(max = 100) String number,
        @NotNull LocalDate issuedOn,
        @Size(max = 500) @Nullable String title) {}
