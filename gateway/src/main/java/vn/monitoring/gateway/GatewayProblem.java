package vn.monitoring.gateway;

import java.util.Locale;

/// What the gateway itself may answer instead of a service, in the form all services use (RFC 9457).
enum GatewayProblem {
    INVALID_REQUEST(
            400,
            "Yêu cầu không hợp lệ",
            "Invalid request",
            "Đường dẫn có ký tự hoặc đoạn không được phép. Hãy gọi đúng đường dẫn trong tài liệu API.",
            "The path holds characters or segments that are not allowed. Call the path as the API documents it."),
    UNAUTHENTICATED(
            401,
            "Chưa đăng nhập",
            "Not authenticated",
            "Hãy gửi access token còn hạn, do hệ thống đăng nhập cấp, trong header Authorization.",
            "Send an access token that the sign-in system issued and that has not expired, in the Authorization header."),
    SIGN_IN_FAILED(
            401,
            "Đăng nhập không thành công",
            "Sign-in failed",
            "Hệ thống đăng nhập không xác nhận lần đăng nhập này. Hãy mở lại /login và đăng nhập lần nữa.",
            "The sign-in system did not confirm this sign-in. Open /login again and sign in once more."),
    CROSS_SITE_REQUEST(
            403,
            "Yêu cầu từ trang khác",
            "Request of another site",
            "Phiên đăng nhập chỉ dùng được từ trang của hệ thống này. Hãy mở trang đó và thao tác lại, hoặc gửi access token.",
            "A session serves this system's own pages only. Open them and do it there, or send an access token."),
    NOT_FOUND(
            404,
            "Không tìm thấy",
            "Not found",
            "Không có tài nguyên ở đường dẫn này. Hãy kiểm tra lại đường dẫn trong tài liệu API.",
            "There is no resource at this path. Check the path in the API documentation."),
    METHOD_NOT_ALLOWED(
            405,
            "Phương thức không được hỗ trợ",
            "Method not allowed",
            "Hãy dùng GET, POST, PUT, PATCH, DELETE, HEAD hoặc OPTIONS.",
            "Use GET, POST, PUT, PATCH, DELETE, HEAD or OPTIONS."),
    TOO_SLOW(
            408,
            "Dữ liệu gửi quá chậm",
            "Request too slow",
            "Nội dung gửi lên đến quá chậm nên cổng ngừng nhận. Hãy kiểm tra đường truyền rồi gửi lại với cùng Idempotency-Key.",
            "The content came too slowly, and the gateway gave up. Check the connection, then send it again with the same Idempotency-Key."),
    TOO_LARGE(
            413,
            "Dữ liệu quá lớn",
            "Content too large",
            "Nội dung gửi lên vượt giới hạn của cổng. Hãy chia nhỏ rồi gửi lại.",
            "The content exceeds the gateway's limit. Split it and send it again."),
    TOO_MANY_REQUESTS(
            429,
            "Quá nhiều yêu cầu",
            "Too many requests",
            "Đã vượt số yêu cầu cho phép. Hãy đợi số giây ghi trong Retry-After rồi gửi lại; nên gộp nhiều số liệu vào một lô.",
            "More requests came than are allowed. Wait for the seconds in Retry-After, then go on; send figures in batches."),
    INTERNAL(
            500,
            "Lỗi hệ thống",
            "Internal error",
            "Cổng gặp lỗi. Hãy thử lại; nếu vẫn lỗi, báo quản trị kèm mã X-Request-Id.",
            "The gateway failed. Try again; if it fails again, give the X-Request-Id to the administrators."),
    UNAVAILABLE(
            503,
            "Tạm thời gián đoạn",
            "Temporarily unavailable",
            "Dịch vụ xử lý yêu cầu này đang khởi động lại hoặc quá tải. Hãy thử lại sau vài giây.",
            "The service for this request is restarting or overloaded. Try again in a few seconds."),
    SIGN_IN_UNAVAILABLE(
            503,
            "Chưa kiểm tra được đăng nhập",
            "Sign-in temporarily unavailable",
            "Hệ thống đăng nhập đang gián đoạn nên chưa kiểm tra được quyền truy cập. Hãy thử lại sau vài giây.",
            "The sign-in system is away, so that access cannot be checked. Try again in a few seconds."),
    TIMEOUT(
            504,
            "Dịch vụ trả lời quá lâu",
            "Service timeout",
            "Dịch vụ chưa trả lời trong thời gian cho phép. Hãy kiểm tra kết quả rồi thử lại với cùng Idempotency-Key.",
            "The service did not answer in time. Check the outcome, then try again with the same Idempotency-Key.");

    private final int status;
    private final String titleVi;
    private final String titleEn;
    private final String detailVi;
    private final String detailEn;

    GatewayProblem(int status, String titleVi, String titleEn, String detailVi, String detailEn) {
        this.status = status;
        this.titleVi = titleVi;
        this.titleEn = titleEn;
        this.detailVi = detailVi;
        this.detailEn = detailEn;
    }

    int status() {
        return status;
    }

    String type() {
        return "urn:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String title(boolean english) {
        return english ? titleEn : titleVi;
    }

    String detail(boolean english) {
        return english ? detailEn : detailVi;
    }

    /// Whether the same request may succeed later unchanged.
    boolean isPassing() {
        return status == 503;
    }
}
