package vn.monitoring.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.monitoring.browser.Dashboard.Device;

@ExtendWith(InBrowser.class)
class DoorIT {

    @Test
    void leadsInAndOutAgain(Dashboard dashboard) {
        Visitor visitor = dashboard.visit("/", Device.DESKTOP);
        Page page = visitor.page();
        visitor.assertAccessible();

        page.locator("main").getByText("Đăng nhập").click();
        page.locator("#username").fill("leader-31");
        page.locator("#password").fill("demo");
        page.locator("#kc-login").click();

        assertThat(page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setLevel(1)))
                .isVisible();
        assertThat(page.getByText("● Trực tiếp")).isVisible();
        page.getByRole(AriaRole.BUTTON, named("Đăng xuất")).click();
        assertThat(page.locator("main").getByText("Đăng nhập")).isVisible();
    }

    @Test
    void comesBackToTheAddressThatWasAskedFor(Dashboard dashboard) {
        Visitor visitor = dashboard.signIn("leader-31", "/tasks?unit=10675&timeliness=OVERDUE");

        assertThat(visitor.page()).hasURL(Pattern.compile(".*/tasks\\?unit=10675&timeliness=OVERDUE"));
    }

    @Test
    void speaksEnglishWhenAsked(Dashboard dashboard) {
        Visitor visitor = dashboard.signIn("leader-31", "/overview");

        visitor.page().getByRole(AriaRole.BUTTON, named("English")).click();

        assertThat(visitor.page().getByRole(AriaRole.BUTTON, named("Sign out"))).isVisible();
        assertThat(visitor.page().locator("html")).hasAttribute("lang", "en");
    }

    @Test
    void offersAReporterNoVerification(Dashboard dashboard) {
        Page page = dashboard.signIn("reporter-10675", "/overview").page();

        assertThat(page.getByRole(AriaRole.LINK, named("Nhập số liệu"))).isVisible();
        assertThat(page.getByRole(AriaRole.LINK, named("Xác nhận"))).not().isVisible();
    }

    @Test
    void mendsALostConnectionByItself(Dashboard dashboard) {
        Visitor visitor = dashboard.signIn("leader-31", "/overview");
        Page page = visitor.page();
        assertThat(page.getByText("● Trực tiếp")).isVisible();
        visitor.expectError("ERR_INTERNET_DISCONNECTED");

        page.context().setOffline(true);
        assertThat(page.getByText("Mất kết nối")).isVisible();
        page.context().setOffline(false);

        assertThat(page.getByText("● Trực tiếp"))
                .isVisible(new com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions()
                        .setTimeout(20_000));
    }

    private static GetByRoleOptions named(String name) {
        return new GetByRoleOptions().setName(name).setExact(true);
    }
}
