package vn.monitoring.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.monitoring.browser.Dashboard.Device;

/// What citizens see, without signing in.
@ExtendWith(InBrowser.class)
class PublicPageIT {

    @Test
    void takesAFeedbackAndLooksItUpAgain(Dashboard dashboard) {
        Visitor citizen = dashboard.visit("/public", Device.PHONE);
        Page page = citizen.page();
        citizen.assertFits();
        citizen.assertAccessible();

        page.getByLabel("Mã đơn vị nhận").fill("10675");
        page.getByLabel("Tiêu đề").fill("Trang dịch vụ công chậm");
        page.getByLabel("Nội dung").fill("Nộp hồ sơ buổi sáng phải chờ rất lâu.");
        page.getByLabel("Điện thoại hoặc thư điện tử").fill("cong-dan@example.vn");
        page.locator("feedback-form button.primary").click();

        assertThat(page.locator("feedback-form").getByText("Mã tra cứu").first())
                .isVisible();
        citizen.assertAccessible();
        citizen.picture("receipt");
    }

    @Test
    void looksForDocumentsThatWereIssued(Dashboard dashboard) {
        Visitor citizen = dashboard.visit("/public", Device.DESKTOP);
        Page page = citizen.page();

        assertThat(page.locator("document-check")).isVisible();
        assertThat(page.locator("dataset-list")).isVisible();
        citizen.assertAccessible();
    }
}
