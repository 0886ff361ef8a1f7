package vn.monitoring.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.monitoring.client.Json;
import vn.monitoring.client.Session;
import vn.monitoring.client.Write;

/// A report goes from the commune to the province, back, and there again, through the pages of both.
@ExtendWith(InBrowser.class)
class ReportWalkIT {

    /// A document is made and signed in seconds; a busy machine is given more.
    private static final double SIGNED = 30_000;

    @Test
    void aReportIsSentReturnedSentAgainAcceptedAndCorrected(Dashboard dashboard) {
        String regime = call(dashboard);
        Visitor head = dashboard.signIn("head-10675", "/reports?unit=10675");
        Page sender = head.page();
        row(sender, regime).getByText("Lập báo cáo", exactly()).click();
        sender.waitForURL(address -> address.matches(".*/reports/[0-9a-f-]{36}.*"));

        press(sender, "Ký và gửi");
        assertThat(state(sender)).hasText("Đã gửi");
        head.assertAccessible();

        Visitor standing = dashboard.signIn("standing-31", sender.url().replaceFirst("https?://[^/]+", ""));
        Page receiver = standing.page();
        receiver.locator("report-actions").getByText("Trả lại", exactly()).click();
        receiver.getByLabel("Lý do trả lại").fill("Đề nghị bổ sung khó khăn, vướng mắc");
        standing.assertAccessible();
        confirm(receiver);
        assertThat(state(receiver)).hasText("Bị trả lại");

        assertThat(state(sender)).hasText("Bị trả lại");
        assertThat(sender.getByText("Đề nghị bổ sung khó khăn, vướng mắc").first())
                .isVisible();
        press(sender, "Ký và gửi");

        assertThat(state(receiver)).hasText("Đã gửi");
        press(receiver, "Tiếp nhận");
        assertThat(state(sender)).hasText("Đã tiếp nhận");

        sender.locator("report-actions").getByText("Mở đính chính", exactly()).click();
        sender.getByLabel("Lý do đính chính").fill("Số liệu một phòng được xác nhận lại");
        sender.getByLabel("Toàn bộ báo cáo").check();
        head.assertAccessible();
        confirm(sender);
        assertThat(state(sender)).hasText("Đang đính chính");
        head.picture("correcting");
    }

    /// The province calls for a report of the commune.
    private static String call(Dashboard dashboard) {
        Session standing = dashboard.api().as("standing-31");
        String name = "Báo cáo chuyên đề " + UUID.randomUUID();
        String regime = Json.tree(standing.write(Write.post(
                                        "/api/v1/report-regimes",
                                        Map.of(
                                                "name",
                                                name,
                                                "receiverUnitCode",
                                                "31",
                                                "senderRule",
                                                "LISTED",
                                                "senders",
                                                List.of("10675"),
                                                "frequencies",
                                                List.of("AD_HOC"),
                                                "calendar",
                                                "DECREE"))
                                .once(name))
                        .body())
                .path("id")
                .asText();
        LocalDate today = ThisQuarter.today();
        standing.write(Write.post(
                        "/api/v1/report-regimes/" + regime + "/ad-hoc-periods",
                        Map.of(
                                "title", "tình hình triển khai hạ tầng số",
                                "from", today.minusMonths(3).toString(),
                                "cutOffOn", today.minusDays(1).toString(),
                                "dueOn", today.plusDays(10).toString()))
                .once(name + " called"));
        return name;
    }

    private static Locator row(Page page, String regime) {
        return page.locator("own-obligations tr").filter(new Locator.FilterOptions().setHasText(regime));
    }

    private static void press(Page page, String step) {
        page.locator("report-actions").getByText(step, exactly()).first().click();
        confirm(page);
    }

    /// The step's own button in its dialog.
    private static void confirm(Page page) {
        page.locator("report-actions modal-dialog button[type='submit']").click();
        assertThat(page.locator("report-actions modal-dialog")).hasCount(0, new HasCountOptions().setTimeout(SIGNED));
    }

    private static Locator state(Page page) {
        return page.locator("report-page")
                .locator("status-badge[of='report']")
                .first()
                .locator(".badge");
    }

    private static Locator.GetByTextOptions exactly() {
        return new Locator.GetByTextOptions().setExact(true);
    }
}
