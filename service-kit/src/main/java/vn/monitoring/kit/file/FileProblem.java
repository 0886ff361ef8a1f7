package vn.monitoring.kit.file;

import vn.monitoring.kit.problem.ProblemType;
import vn.monitoring.kit.text.Text;

/// Why an uploaded file is refused.
public enum FileProblem implements ProblemType {
    FILE_TYPE_REFUSED(415, "Loại tệp không được nhận", "The type of the file is refused"),
    FILE_TOO_LARGE(413, "Tệp quá lớn", "The file is too large"),
    FILE_INFECTED(422, "Tệp có mã độc", "The file is infected"),
    FILE_SCAN_UNAVAILABLE(503, "Chưa kiểm tra được mã độc", "Files cannot be scanned now");

    private final int status;
    private final Text title;

    FileProblem(int status, String vi, String en) {
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
