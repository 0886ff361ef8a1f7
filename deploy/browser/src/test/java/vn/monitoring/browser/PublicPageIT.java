package vn.monitoring.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.monitoring.browser.Dashboard.Device;
import vn.monitoring.client.Write;

@ExtendWith(InBrowser.class)
class PublicPageIT {

    @Test
    void showsWhatWasPublishedToWhoeverComes(Dashboard dashboard) {
        publish(dashboard);
        Visitor citizen = dashboard.visit("/public?from=10675&kind=SCORECARD&period=2026-Q3", Device.DESKTOP);
        Page page = citizen.page();
        citizen.assertAccessible();
        citizen.picture("catalogue");

        page.getByRole(
                        AriaRole.LINK,
                        new GetByRoleOptions()
                                .setName("Phân bố kết quả chỉ tiêu – Phường Kinh Môn, Quý 3/2026")
                                .setExact(true))
                .click();

        assertThat(page.getByText("Quyết định số 12/QĐ-UBND")).isVisible();
        assertThat(page.getByRole(AriaRole.COLUMNHEADER, new GetByRoleOptions().setName("Số chỉ tiêu")))
                .isVisible();
        assertThat(page.locator("dataset-page tbody tr")).not().hasCount(0);
        citizen.assertAccessible();
        Download file = page.waitForDownload(() -> page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("CSV"))
                .click());
        assertThat(file.failure()).isNull();
    }

    @Test
    void saysOfAStrangeDocumentThatItWasNotIssuedHere(Dashboard dashboard) {
        Visitor citizen = dashboard.visit("/public", Device.PHONE);
        Page page = citizen.page();
        Locator check = page.locator("document-check");

        check.getByLabel("Tệp PDF").setInputFiles(new FilePayload("la.pdf", "application/pdf", emptyPdf()));
        check.getByText("Kiểm tra tệp", new Locator.GetByTextOptions().setExact(true))
                .click();

        assertThat(check.getByText("Không phải văn bản do hệ thống này phát hành"))
                .isVisible();
        check.getByLabel("Số", new Locator.GetByLabelOptions().setExact(true)).fill("987654");
        check.getByLabel("Ký hiệu").fill("BC-KC");
        check.getByLabel("Đơn vị (tên hoặc mã)").fill("10675");
        check.getByText("Tra cứu", new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(check.getByText("Không có văn bản nào mang số, ký hiệu này")).isVisible();
        citizen.assertAccessible();
        citizen.assertFits();
        citizen.picture("document");
    }

    @Test
    void takesFeedbackAndTellsHowItStands(Dashboard dashboard) {
        Visitor citizen = dashboard.visit("/public", Device.DESKTOP);
        Page page = citizen.page();
        Locator form = page.locator("feedback-form");
        form.getByLabel("Đơn vị nhận").fill("10675");
        form.getByLabel("Tiêu đề").fill("Điểm hỗ trợ dịch vụ công");
        form.getByLabel("Nội dung").fill("Máy lấy số của bộ phận một cửa không hoạt động từ đầu tuần.");
        form.getByLabel("Điện thoại hoặc thư điện tử").fill("nguoi-gui-%s@example.com".formatted(UUID.randomUUID()));
        form.getByText("Gửi", new Locator.GetByTextOptions().setExact(true)).click();
        Locator code = form.locator(".code");
        assertThat(code).isVisible();

        page.getByLabel("Mã tra cứu").fill(code.innerText());
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Xem kết quả"))
                .click();

        assertThat(page.locator("feedback-look-up").getByText("Đã tiếp nhận")).isVisible();
        citizen.assertAccessible();
        citizen.picture("feedback");
    }

    /// Publishing again replaces what was published.
    private static void publish(Dashboard dashboard) {
        dashboard
                .api()
                .as("standing-10675")
                .write(Write.post(
                                "/api/v1/publications",
                                Map.of(
                                        "kind", "SCORECARD",
                                        "unitCode", "10675",
                                        "period", "2026-Q3",
                                        "fields", List.of("status", "count"),
                                        "decision", "Quyết định số 12/QĐ-UBND ngày 20/11/2026"))
                        .once(UUID.randomUUID().toString()));
    }

    /// The smallest PDF: one empty page, no signature.
    private static byte[] emptyPdf() {
        String body = """
                %PDF-1.4
                1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
                2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
                3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
                """;
        int[] starts = {body.indexOf("1 0 obj"), body.indexOf("2 0 obj"), body.indexOf("3 0 obj")};
        String table = "xref\n0 4\n0000000000 65535 f \n%010d 00000 n \n%010d 00000 n \n%010d 00000 n \n"
                .formatted(starts[0], starts[1], starts[2]);
        return (body + table + "trailer<</Size 4/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n".formatted(body.length()))
                .getBytes(StandardCharsets.US_ASCII);
    }
}
