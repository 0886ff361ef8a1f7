package vn.monitoring.indicator.sdmx;

import vn.monitoring.kit.problem.ProblemType;
import vn.monitoring.kit.text.Text;

/// What the SDMX API allows and this part of it does not offer.
enum SdmxProblem implements ProblemType {
    SDMX_NOT_IMPLEMENTED(501, "Chưa hỗ trợ phần này của SDMX", "This part of SDMX is not offered");

    private final int status;
    private final Text title;

    SdmxProblem(int status, String vi, String en) {
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
