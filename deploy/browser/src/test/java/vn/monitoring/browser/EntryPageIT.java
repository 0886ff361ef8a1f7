package vn.monitoring.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.monitoring.browser.Dashboard.Device;

@ExtendWith(InBrowser.class)
class EntryPageIT {

    /// The issue: what one enters shows at the other within a second; a busy machine is given three.
    private static final double AT_ONCE = 3_000;

    private static final String ENTRY = "/entry?unit=10675&period=2026-Q4";

    @Test
    void refusesWhatIsNoNumberWhileOneTypes(Dashboard dashboard) {
        Visitor reporter = dashboard.signIn("reporter-10675", ENTRY, Device.PHONE);
        Locator card = openFirstMissing(reporter.page());

        number(card).fill("mười hai");

        assertThat(card.getByText("Gõ số như")).isVisible();
        assertThat(card.getByText("Gửi", exactly())).isDisabled();
        reporter.assertFits();
        reporter.assertAccessible();
    }

    @Test
    void keepsWhatWasTypedUntilItIsSent(Dashboard dashboard) {
        Visitor reporter = dashboard.signIn("reporter-10675", ENTRY, Device.PHONE);
        Locator card = openFirstMissing(reporter.page());
        number(card).fill("73,5");

        reporter.page().reload();

        card = openFirstMissing(reporter.page());
        assertThat(card.getByText("gõ dở")).isVisible();
        assertThat(number(card)).hasValue("73,5");
    }

    @Test
    void bringsAFigureFromAPhoneToTheVerifierAndItsStateBack(Dashboard dashboard) {
        Visitor standing = dashboard.signIn("standing-10675", "/verification");
        assertThat(standing.page().getByText("● Trực tiếp")).isVisible();
        Visitor reporter = dashboard.signIn("reporter-10675", ENTRY, Device.PHONE);
        Page phone = reporter.page();
        Locator card = openFirstMissing(phone);
        String name = card.locator("h2").textContent().replaceFirst("^\\d+\\. ", "");

        fill(card);
        card.getByText("Gửi", exactly()).click();

        assertThat(phone.getByText("Đã gửi, chờ xác nhận.")).isVisible();
        Locator arrived = standing.page()
                .locator("awaiting-figure")
                .filter(new Locator.FilterOptions().setHasText(name))
                .first();
        assertThat(arrived).isVisible(new IsVisibleOptions().setTimeout(AT_ONCE));

        arrived.getByText("Xác nhận").click();

        Locator verified = phone.locator("entry-card")
                .filter(new Locator.FilterOptions().setHasText(name))
                .filter(new Locator.FilterOptions().setHasText("Đã xác nhận"));
        assertThat(verified.first()).isVisible(new IsVisibleOptions().setTimeout(2 * AT_ONCE));
    }

    @Test
    void offersTheProgressOfTasks(Dashboard dashboard) {
        Visitor reporter = dashboard.signIn("reporter-10675", "/entry?tab=tasks", Device.PHONE);

        reporter.page().getByText("Cập nhật tiến độ").first().click();

        assertThat(reporter.page().getByLabel("Khó khăn")).isVisible();
        reporter.assertAccessible();
    }

    /// The first figure that is owed, opened.
    private static Locator openFirstMissing(Page page) {
        Locator card = page.locator("entry-card")
                .filter(new Locator.FilterOptions().setHasText("Chưa nhập"))
                .first();
        card.locator("button.primary").click();
        assertThat(card.locator("entry-form")).isVisible();
        return page.locator("entry-card")
                .filter(new Locator.FilterOptions().setHas(page.locator("entry-form")))
                .first();
    }

    private static void fill(Locator card) {
        number(card).fill("81");
        if (card.getByLabel("Mẫu số").count() > 0) {
            card.getByLabel("Mẫu số").fill("100");
        }
    }

    /// The field of the number, or of its numerator.
    private static Locator number(Locator card) {
        return card.locator("#numerator, #value");
    }

    private static Locator.GetByTextOptions exactly() {
        return new Locator.GetByTextOptions().setExact(true);
    }
}
