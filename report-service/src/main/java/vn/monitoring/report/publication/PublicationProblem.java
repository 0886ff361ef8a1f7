package vn.monitoring.report.publication;

import vn.monitoring.kit.problem.ProblemType;
import vn.monitoring.kit.text.Text;

/// What can go wrong with publications.
public enum PublicationProblem implements ProblemType {
    PUBLICATION_KIND_UNKNOWN(422, "Không có loại dữ liệu này", "No such kind of data"),
    FIELD_NOT_PUBLISHABLE(422, "Trường dữ liệu không công bố được", "Field not publishable"),
    DAY_NOT_REACHED(422, "Chưa đến ngày của số liệu", "Day not reached"),
    PUBLICATION_EXISTS(409, "Dữ liệu đang được công bố", "Data is published already"),
    PUBLICATION_WITHDRAWN(409, "Công bố đã được rút lại", "Publication withdrawn");

    private final int status;
    private final Text title;

    PublicationProblem(int status, String vi, String en) {
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
