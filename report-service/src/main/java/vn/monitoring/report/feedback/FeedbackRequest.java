package vn.monitoring.report.feedback;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A feedback as an office or another system registers it.
///
/// @param source where it was received: `cong-dich-vu-cong`, `tiep-dan`
/// @param externalReference its number there, unique in the source
/// @param unitCode who received it and answers for it
/// @param receivedOn null for today
@Schema(name = "FeedbackRequest", examples = """
            {"source":"cong-dich-vu-cong","externalReference":"PA-2026-000123","field":"moi-truong",\
            "unitCode":"10675","subject":"Rác thải tồn đọng tại khu dân cư",\
            "content":"Điểm tập kết rác đầu ngõ chưa được thu gom từ đầu tháng.","receivedOn":"2026-10-01",\
            "sender":{"contact":"nguoi-gui@example.com"}}""")
public record FeedbackRequest(
        @NotBlank @Pattern(regexp = "[a-z0-9-]{1,40}") @Schema(examples = "cong-dich-vu-cong")
        String source,

        @NotBlank @Size(max = 100) @Schema(examples = "PA-2026-000123")
        String externalReference,

        @NotBlank @Pattern(regexp = "[a-z0-9-]{1,40}") @Schema(examples = "moi-truong")
        String field,

        @NotBlank @Size(max = 40) @Schema(examples = "10675")
        String unitCode,

        @NotBlank @Size(max = 300) @Schema(examples = "Rác thải tồn đọng tại khu dân cư")
        String subject,

        @NotBlank @Size(max = 8_000) String content,
        @Nullable LocalDate receivedOn,
        @Nullable @Valid Sender sender) {

    /// What a citizen sends without logging in.
    @Schema(name = "PublicFeedbackRequest", examples = """
            {"unitCode":"10675","field":"moi-truong","subject":"Rác thải tồn đọng tại khu dân cư",\
            "content":"Điểm tập kết rác đầu ngõ chưa được thu gom từ đầu tháng.",\
            "sender":{"contact":"nguoi-gui@example.com"}}""")
    public record FromPublic(
            @NotBlank @Size(max = 40) @Schema(examples = "10675")
            String unitCode,

            @NotBlank @Pattern(regexp = "[a-z0-9-]{1,40}") @Schema(examples = "moi-truong")
            String field,

            @NotBlank @Size(max = 300) @Schema(examples = "Rác thải tồn đọng tại khu dân cư")
            String subject,

            @NotBlank @Size(max = 4_000) String content,
            @jakarta.validation.constraints.NotNull @Valid Sender sender) {}

    @Schema(name = "FeedbackAssignment")
    public record Assignment(
            @NotBlank @Size(max = 40) @Schema(examples = "10675.VHXH")
            String unitCode,

            @NotBlank @Size(max = 1_000) @Schema(examples = "Thuộc lĩnh vực của phòng")
            String reason) {}

    /// @param publish whether the public may read it
    @Schema(name = "FeedbackAnswer", examples = """
            {"text":"Đã yêu cầu đơn vị vệ sinh môi trường thu gom xong trong ngày 05/10/2026.",\
            "publish":true}""")
    public record Answer(@NotBlank @Size(max = 8_000) String text, boolean publish) {}

    @Schema(name = "FeedbackPublication", examples = """
            {"published":true}""")
    public record Publication(boolean published) {}

    @Schema(name = "FeedbackSatisfaction", examples = """
            {"score":4}""")
    public record Satisfaction(@Min(1) @Max(5) int score) {}

    @Schema(name = "FeedbackDeadlineRequest", examples = """
            {"workingDays":10}""")
    public record Deadline(@Min(1) @Max(250) int workingDays) {}
}
