package vn.monitoring.report.signature;

import eu.europa.esig.dss.enumerations.SubIndication;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.text.Text;
import vn.monitoring.report.signature.Verification.Reason;

/// Says in words why a signature is not valid and what to do about it.
final class Reasons {

    static final Reason NO_SIGNATURE = new Reason(
            "NO_SIGNATURE",
            new Text(
                    "Tệp không có chữ ký số. Hãy dùng bản PDF đã ký do cơ quan ban hành gửi.",
                    "The file has no signature. Use the signed PDF that the office has issued."));
    static final Reason UNREADABLE = new Reason(
            "UNREADABLE",
            new Text(
                    "Tệp bị hỏng hoặc chữ ký không đọc được. Hãy lấy lại bản gốc từ cơ quan ban hành.",
                    "The file is broken or its signature cannot be read. Get the original from the office again."));
    static final Reason CHANGED_AFTER_SIGNING = new Reason(
            "CHANGED_AFTER_SIGNING",
            new Text(
                    "Tệp đã bị thêm nội dung sau khi ký. Hãy lấy lại bản gốc từ cơ quan ban hành.",
                    "Something was added to the file after it was signed. Get the original from the office again."));
    static final Reason NOT_AS_WRITTEN = new Reason(
            "NOT_AS_WRITTEN",
            new Text(
                    "Phần chữ ký trong tệp không còn nguyên như khi ký. Hãy lấy lại bản gốc từ cơ quan ban hành.",
                    "The signature is not written as it was when it was made. Get the original from the office again."));

    private static final Text ALTERED = new Text(
            "Nội dung hoặc chữ ký đã bị thay đổi sau khi ký. Đừng dùng bản này; hãy lấy lại bản gốc từ cơ quan ban hành.",
            "The content or the signature was altered after signing. Do not use this copy; get the original from the office.");

    private Reasons() {}

    static Reason altered() {
        return new Reason(SubIndication.HASH_FAILURE.name(), ALTERED);
    }

    static Reason of(@Nullable SubIndication found) {
        if (found == null) {
            return UNREADABLE;
        }
        Text message = switch (found) {
            case HASH_FAILURE, SIG_CRYPTO_FAILURE, SIGNED_DATA_NOT_FOUND, SIG_CONSTRAINTS_FAILURE -> ALTERED;
            case FORMAT_FAILURE -> NOT_AS_WRITTEN.message();
            case NO_CERTIFICATE_CHAIN_FOUND, NO_CERTIFICATE_CHAIN_FOUND_NO_POE, CERTIFICATE_CHAIN_GENERAL_FAILURE ->
                new Text(
                        "Chứng thư số của bên ký không do tổ chức mà hệ thống này tin cậy cấp. Hãy kiểm tra tại cổng của tổ chức cấp chứng thư.",
                        "The signer's certificate was not issued by an authority that is trusted here. Ask the authority that issued it.");
            case EXPIRED, OUT_OF_BOUNDS_NO_POE, OUT_OF_BOUNDS_NOT_REVOKED, NOT_YET_VALID ->
                new Text(
                        "Chứng thư số chưa hoặc không còn hiệu lực vào lúc kiểm tra và chữ ký không có dấu thời gian. Hãy đối chiếu với cơ quan ban hành.",
                        "The certificate is not valid at the time of the check and the signature has no time stamp. Compare with the issuing office.");
            case REVOKED, REVOKED_NO_POE, REVOKED_CA_NO_POE ->
                new Text(
                        "Chứng thư số đã bị thu hồi. Hãy đối chiếu với cơ quan ban hành.",
                        "The certificate was revoked. Compare with the issuing office.");
            // the rest are faults of certificates, policies and time stamps that only the code tells apart
            default ->
                new Text(
                        "Chưa đủ căn cứ để kết luận chữ ký hợp lệ (%s). Hãy đối chiếu với cơ quan ban hành."
                                .formatted(found),
                        "It cannot be said that the signature is valid (%s). Compare with the issuing office."
                                .formatted(found));
        };
        return new Reason(found.name(), message);
    }
}
