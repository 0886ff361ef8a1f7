package vn.monitoring.report.letterhead;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.text.Normalizer;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// How an office wants its documents headed and signed. Positions, never a person's name.
@Schema(name = "LetterheadRequest", examples = """
            {"superior":"ĐẢNG BỘ THÀNH PHỐ HẢI PHÒNG","authority":"ĐẢNG ỦY PHƯỜNG KINH MÔN",\
            "symbol":"BC/ĐU","place":"Kinh Môn","onBehalfOf":"T/M BAN THƯỜNG VỤ",\
            "position":"PHÓ BÍ THƯ THƯỜNG TRỰC","recipients":["Thành ủy Hải Phòng",\
            "Lưu: Văn phòng Đảng ủy"]}""")
public record LetterheadRequest(
        @Nullable @Size(max = 200) @Schema(examples = "ĐẢNG BỘ THÀNH PHỐ HẢI PHÒNG")
        String superior,

        @NotBlank @Size(max = 200) @Schema(examples = "ĐẢNG ỦY PHƯỜNG KINH MÔN")
        String authority,

        @NotBlank @Size(max = 40) @Pattern(regexp = "[\\p{L}\\p{N}][\\p{L}\\p{N}./-]*") @Schema(examples = "BC/ĐU")
        String symbol,

        @NotBlank @Size(max = 100) @Schema(examples = "Kinh Môn")
        String place,

        @Nullable @Size(max = 100) @Schema(examples = "T/M BAN THƯỜNG VỤ")
        String onBehalfOf,

        @NotBlank @Size(max = 100) @Schema(examples = "PHÓ BÍ THƯ THƯỜNG TRỰC")
        String position,

        @NotNull @Size(max = 30) List<@NotBlank @Size(max = 200) String> recipients) {

    Letterhead toLetterhead() {
        return new Letterhead(
                normal(superior),
                required(authority),
                required(symbol),
                required(place),
                normal(onBehalfOf),
                required(position),
                recipients.stream().map(LetterheadRequest::required).toList());
    }

    private static @Nullable String normal(@Nullable String text) {
        return text == null || text.isBlank() ? null : required(text);
    }

    private static String required(String text) {
        return Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
    }
}
