package vn.monitoring.kit.problem;

import vn.monitoring.kit.text.Text;

/// The errors that any operation of any service can answer with.
public enum KitProblem implements ProblemType {
    INVALID_REQUEST(400, "Yêu cầu không hợp lệ", "Invalid request"),
    UNAUTHENTICATED(401, "Chưa đăng nhập", "Not authenticated"),
    FORBIDDEN(403, "Không có quyền", "Forbidden"),
    NOT_FOUND(404, "Không tìm thấy", "Not found"),
    METHOD_NOT_ALLOWED(405, "Phương thức không được hỗ trợ", "Method not allowed"),
    NOT_ACCEPTABLE(406, "Không có định dạng được yêu cầu", "Not acceptable"),
    REQUEST_TIMEOUT(408, "Yêu cầu đến quá chậm", "Request timeout"),
    CONFLICT(409, "Xung đột dữ liệu", "Conflict"),
    REQUEST_IN_PROGRESS(409, "Yêu cầu đang được xử lý", "Request in progress"),
    STALE(412, "Dữ liệu đã thay đổi", "Stale version"),
    TOO_LARGE(413, "Dữ liệu quá lớn", "Content too large"),
    ADDRESS_TOO_LONG(414, "Địa chỉ quá dài", "Address too long"),
    UNSUPPORTED_MEDIA_TYPE(415, "Định dạng không được hỗ trợ", "Unsupported media type"),
    INVALID_VALUE(422, "Giá trị không hợp lệ", "Invalid value"),
    IDEMPOTENCY_KEY_REUSED(422, "Khóa chống lặp đã dùng cho yêu cầu khác", "Idempotency key reused"),
    PRECONDITION_REQUIRED(428, "Thiếu If-Match", "Precondition required"),
    HEADERS_TOO_LARGE(431, "Phần đầu của yêu cầu quá lớn", "Headers too large"),
    INTERNAL(500, "Lỗi hệ thống", "Internal error"),
    UNAVAILABLE(503, "Tạm thời gián đoạn", "Temporarily unavailable");

    private final int status;
    private final Text title;

    KitProblem(int status, String vi, String en) {
        this.status = status;
        this.title = new Text(vi, en);
    }

    @Override
    public String code() {
        return name();
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public Text title() {
        return title;
    }
}
