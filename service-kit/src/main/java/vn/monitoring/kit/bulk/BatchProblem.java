package vn.monitoring.kit.bulk;

import vn.monitoring.kit.problem.ProblemType;
import vn.monitoring.kit.text.Text;

/// Why a batch is refused as a whole.
public enum BatchProblem implements ProblemType {
    BATCH_UNREADABLE(400, "Không đọc được nội dung", "Unreadable batch"),
    BATCH_TOO_LARGE(413, "Quá nhiều dòng", "Too many rows"),
    BATCH_EMPTY(422, "Không có dòng dữ liệu", "No rows");

    private final int status;
    private final Text title;

    BatchProblem(int status, String vi, String en) {
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
