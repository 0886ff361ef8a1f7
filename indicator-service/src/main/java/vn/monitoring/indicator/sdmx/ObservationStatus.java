package vn.monitoring.indicator.sdmx;

import vn.monitoring.kit.text.Text;

/// The codes of OBS_STATUS, with the meaning they have in the cross-domain list of SDMX.
enum ObservationStatus {
    A(new Text("Số liệu đã xác nhận", "Normal value: verified")),
    P(new Text("Tạm thời: có bản sửa đang chờ xác nhận", "Provisional value: a revision awaits verification")),
    M(new Text("Không áp dụng: mẫu số bằng 0", "Missing value, data cannot exist: the denominator is zero"));

    private final Text label;

    ObservationStatus(Text label) {
        this.label = label;
    }

    static ObservationStatus of(boolean notApplicable, boolean revisionWaits) {
        if (notApplicable) {
            return M;
        }
        return revisionWaits ? P : A;
    }

    Text label() {
        return label;
    }
}
