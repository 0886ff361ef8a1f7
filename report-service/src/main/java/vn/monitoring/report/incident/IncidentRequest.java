package vn.monitoring.report.incident;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.monitoring.kit.text.Vietnamese;

/// An incident as its unit registers it.
///
/// @param position who registers it, as a position: never a person's name
@Schema(name = "IncidentRequest", examples = """
            {"unitCode":"10675","field":"ONLINE_SERVICE","severity":"MEDIUM",\
            "detectedAt":"2026-10-04T01:10:00Z","title":"Cổng dịch vụ công không truy cập được",\
            "happened":"Từ 08:10 người dân không nộp được hồ sơ trực tuyến.",\
            "position":"Chuyên viên Phòng Văn hóa - Xã hội"}""")
public record IncidentRequest(
        @NotBlank @Size(max = 40) @Schema(examples = "10675")
        String unitCode,

        @NotNull IncidentField field,
        @NotNull Severity severity,
        @NotNull Instant detectedAt,

        @NotBlank @Size(max = 300) @Schema(examples = "Cổng dịch vụ công không truy cập được")
        String title,

        @NotBlank @Size(max = 8_000) @Schema(examples = "Từ 08:10 người dân không nộp được hồ sơ trực tuyến.")
        String happened,

        @NotBlank
        @Size(max = 200)
        @Schema(description = "a position, never a name", examples = "Chuyên viên Phòng Văn hóa - Xã hội")
        String position) {

    /// The same with its texts as they are stored.
    IncidentRequest nfc() {
        return new IncidentRequest(
                unitCode,
                field,
                severity,
                detectedAt.truncatedTo(ChronoUnit.MICROS),
                Vietnamese.clean(title),
                Vietnamese.nfc(happened.strip()),
                Vietnamese.clean(position));
    }

    /// What is said of an incident: a first report, an update, a question or why it is reopened.
    @Schema(name = "IncidentText")
    public record Said(
            @NotBlank @Size(max = 8_000) @Schema(examples = "Đã chuyển sang máy chủ dự phòng lúc 09:05.")
            String text) {}

    @Schema(name = "IncidentClosure")
    public record Closure(
            @NotBlank @Size(max = 4_000) @Schema(examples = "Hỏng nguồn máy chủ")
            String cause,

            @NotBlank @Size(max = 4_000) @Schema(examples = "Đã thay nguồn, lắp bộ lưu điện")
            String remedy) {}
}
