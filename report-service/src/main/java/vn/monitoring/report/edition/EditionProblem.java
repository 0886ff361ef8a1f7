package vn.monitoring.report.edition;

import vn.monitoring.kit.problem.ProblemType;
import vn.monitoring.kit.text.Text;

/// What can go wrong with issuing documents.
public enum EditionProblem implements ProblemType {
    DOCUMENT_NUMBER_TAKEN(409, "Số văn bản đã được dùng", "Document number taken");

    private final int status;
    private final Text title;

    EditionProblem(int status, String vi, String en) {
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
