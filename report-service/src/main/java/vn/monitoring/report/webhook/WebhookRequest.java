package vn.monitoring.report.webhook;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A webhook as a client sets it up.
@Schema(name = "WebhookRequest", examples = """
            {"url":"https://he-thong.haiphong.gov.vn/thong-bao","unitCode":"10675",\
            "types":["report.accepted"],"description":"Hệ thống thông tin báo cáo của thành phố"}""")
public record WebhookRequest(
        @NotBlank
        @Size(max = 2000)
        @Schema(
                examples = "https://he-thong.haiphong.gov.vn/thong-bao",
                description = "https; its addresses are public ones")
        String url,

        @Nullable @Size(max = 64) @Schema(description = "this unit and those below it; the caller's own when it is one")
        String unitCode,

        @Nullable @Size(max = 50) @Schema(description = "CloudEvents types or their middle parts; all when left out")
        List<@NotBlank @Size(max = 100) @Pattern(regexp = "[a-z0-9.-]+") String> types,

        @Nullable @Size(max = 300) String description,

        @Nullable @Schema(description = "false stops it: deliveries wait; true starts it again. True when left out")
        Boolean active) {

    List<String> typesOrAll() {
        return types == null ? List.of() : types.stream().distinct().toList();
    }

    boolean isActive() {
        return active == null || active;
    }
}
