package vn.monitoring.task.money;

import vn.monitoring.kit.text.Text;

/// Where the money of a task comes from.
public enum FundingSource {
    CENTRAL_BUDGET("Ngân sách trung ương", "Central budget"),
    PROVINCE_BUDGET("Ngân sách tỉnh, thành phố", "Province's budget"),
    COMMUNE_BUDGET("Ngân sách xã, phường, đặc khu", "Commune's budget"),
    /// Another programme, project or plan pays (lồng ghép).
    OTHER_PROGRAMME("Lồng ghép chương trình, đề án khác", "Another programme or project"),
    /// Xã hội hóa: enterprises, organisations and citizens.
    SOCIAL_CONTRIBUTION("Xã hội hóa, doanh nghiệp", "Enterprises and citizens"),
    OTHER("Nguồn hợp pháp khác", "Another lawful source");

    private final Text label;

    FundingSource(String vi, String en) {
        this.label = new Text(vi, en);
    }

    Text label() {
        return label;
    }
}
