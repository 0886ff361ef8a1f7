package vn.monitoring.report.signature;

import vn.monitoring.kit.problem.ProblemType;
import vn.monitoring.kit.text.Text;

/// What can go wrong with signatures.
public enum SignatureProblem implements ProblemType {
    SIGNING_UNAVAILABLE(503, "Chưa ký số được", "Signing is not available");

    private final int status;
    private final Text title;

    SignatureProblem(int status, String vi, String en) {
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
