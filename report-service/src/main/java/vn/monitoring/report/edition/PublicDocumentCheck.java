package vn.monitoring.report.edition;

import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.text.Text;
import vn.monitoring.report.signature.Verification;

/// What an uploaded PDF turned out to be.
///
/// @param issuedHere whether it is, to the last byte, one that was issued here
/// @param document which one; null when it is none
/// @param verification of the signatures in the uploaded file
record PublicDocumentCheck(
        boolean issuedHere, Text explanation, @Nullable PublicDocument document, Verification verification) {

    static PublicDocumentCheck issued(PublicDocument document, Verification verification) {
        Text explanation = Boolean.TRUE.equals(document.latest())
                ? new Text(
                        "Đúng là văn bản %s đã ban hành, nguyên vẹn và còn hiện hành.".formatted(document.notation()),
                        "This is document %s as issued, unaltered and current.".formatted(document.notation()))
                : new Text(
                        "Đúng là văn bản %s đã ban hành, nguyên vẹn nhưng đã được thay bằng văn bản %s. Hãy dùng bản mới."
                                .formatted(document.notation(), document.replacedBy()),
                        "This is document %s as issued, unaltered, but replaced by %s. Use the new one."
                                .formatted(document.notation(), document.replacedBy()));
        return new PublicDocumentCheck(true, explanation, document, verification);
    }

    static PublicDocumentCheck unknown(Verification verification) {
        return new PublicDocumentCheck(
                false,
                new Text(
                        "Tệp không trùng với văn bản nào đã ban hành tại đây: không phải của hệ thống này hoặc đã bị sửa. Hãy lấy bản gốc từ cơ quan ban hành.",
                        "The file is no document that was issued here: not one of this platform's, or altered. Get the original from the office."),
                null,
                verification);
    }
}
