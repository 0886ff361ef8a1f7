package vn.monitoring.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.monitoring.browser.Dashboard.Device;

@ExtendWith(InBrowser.class)
class EntryPageIT {

    private static final String ENTRY = "/entry?unit=10675&period=" + ThisQuarter.key();

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
    void foretellsTheGradeWhileOneTypes(Dashboard dashboard) {
        Visitor reporter = dashboard.signIn("reporter-10675", ENTRY, Device.PHONE);
        Locator card = openFirstMissing(reporter.page(), "Tỷ lệ");

        card.locator("#numerator").fill("20");
        card.locator("#denominator").fill("10");
        assertThat(card.getByText("Tử số không được lớn hơn mẫu số.")).isVisible();

        card.locator("#denominator").fill("40");
        Locator outlook = card.locator("grade-outlook");
        assertThat(outlook.getByText("Khi được xác nhận:")).isVisible();
        assertThat(outlook.locator("status-badge")).isVisible();
        assertThat(card.getByText("Tử số không được lớn hơn mẫu số.")).hasCount(0);
        reporter.assertFits();
        reporter.assertAccessible();
    }

    @Test
    void takesABarePercentage(Dashboard dashboard) {
        Visitor reporter = dashboard.signIn("reporter-10675", ENTRY, Device.PHONE);
        Locator card = openFirstMissing(reporter.page(), "Tỷ lệ");

        card.getByText("Chỉ biết tỷ lệ").click();
        assertThat(card.locator("#numerator")).hasCount(0);
        card.locator("#value").fill("120");
        assertThat(card.getByText("Tỷ lệ không vượt quá 100%.")).isVisible();

        card.locator("#value").fill("72,5");
        assertThat(card.locator("output")).containsText("= 72,5 %");
        assertThat(card.locator("grade-outlook").getByText("Khi được xác nhận:"))
                .isVisible();
        reporter.assertAccessible();
    }

    @Test
    void offersNoFormToWhoMayOnlyLook(Dashboard dashboard) {
        Page page = dashboard.signIn("leader-10675", ENTRY).page();
        Locator card = page.locator("entry-card")
                .filter(new Locator.FilterOptions().setHasText("Chưa nhập"))
                .first();

        card.getByText("Xem", exactly()).click();

        assertThat(card.getByText("Lần trước")).isVisible();
        assertThat(card.locator("entry-form")).hasCount(0);
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
        return openFirstMissing(page, "");
    }

    /// The first one with a part in its name.
    private static Locator openFirstMissing(Page page, String name) {
        Locator card = page.locator("entry-card")
                .filter(new Locator.FilterOptions().setHasText("Chưa nhập"))
                .filter(new Locator.FilterOptions().setHasText(name))
                .first();
        String heading = card.locator("h2").textContent();
        card.locator("button.primary").click();
        Locator opened = page.locator("entry-card").filter(new Locator.FilterOptions().setHasText(heading));
        assertThat(opened.locator("entry-form")).isVisible();
        return opened;
    }

    /// The field of the number, or of its numerator.
    private static Locator number(Locator card) {
        return card.locator("#numerator, #value");
    }

    private static Locator.GetByTextOptions exactly() {
        return new Locator.GetByTextOptions().setExact(true);
    }
}
