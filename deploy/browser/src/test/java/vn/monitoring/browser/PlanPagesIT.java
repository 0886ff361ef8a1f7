package vn.monitoring.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.monitoring.browser.Dashboard.Device;

@ExtendWith(InBrowser.class)
class PlanPagesIT {

    private static final Path PLANS = Path.of(System.getProperty("monitoring.root"), "deploy/plans");

    /// Reading a workbook with some hundred cells.
    private static final double A_WHILE = 20_000;

    @Test
    void bringsAPlanInFromItsWorkbook(Dashboard dashboard) {
        Visitor standing = dashboard.signIn("standing-11002", "/plans/import");
        // The tasks' service may hear of the plan a moment later.
        standing.expectError("404");
        Page page = standing.page();
        String title = "Kế hoạch thử " + UUID.randomUUID();

        page.getByLabel("Tệp Excel").setInputFiles(PLANS.resolve("thach-khoi.xlsx"));
        page.getByLabel("Tên kế hoạch").fill(title);
        standing.assertAccessible();
        page.getByText("Xem trước", exactly()).click();

        assertThat(page.getByText("Chỉ tiêu!B15").first()).isVisible(new IsVisibleOptions().setTimeout(A_WHILE));
        assertThat(page.getByText("LaTeX")).isVisible();
        standing.assertAccessible();
        standing.picture("preview");
        page.getByText("Nhập chỉ tiêu").click();
        page.getByText("Nhập nhiệm vụ", exactly())
                .click(new com.microsoft.playwright.Locator.ClickOptions().setTimeout(A_WHILE));
        page.getByText("Mở kế hoạch").click(new com.microsoft.playwright.Locator.ClickOptions().setTimeout(A_WHILE));

        assertThat(page.locator("h1")).hasText(title);
        assertThat(page.locator("read-indicators").getByText("Tỷ lệ dân số được phủ sóng mạng di động 5G"))
                .isVisible();
        standing.assertAccessible();
    }

    @Test
    void saysWhenTheWorkbookIsOfAnotherUnit(Dashboard dashboard) {
        Visitor standing = dashboard.signIn("standing-11002", "/plans/import");
        standing.expectError("422");
        Page page = standing.page();

        page.getByLabel("Tệp Excel").setInputFiles(PLANS.resolve("kinh-mon.xlsx"));
        page.getByLabel("Tên kế hoạch").fill("Kế hoạch của đơn vị khác");
        page.getByText("Xem trước", exactly()).click();

        assertThat(page.getByText("Bảng tính là của đơn vị khác"))
                .isVisible(new IsVisibleOptions().setTimeout(A_WHILE));
    }

    @Test
    void listsPlansOnAPhone(Dashboard dashboard) {
        Visitor leader = dashboard.signIn("leader-10675", "/plans", Device.PHONE);

        assertThat(leader.page().locator("tbody tr").first()).isVisible();

        leader.assertFits();
        leader.assertAccessible();
    }

    private static Page.GetByTextOptions exactly() {
        return new Page.GetByTextOptions().setExact(true);
    }
}
