package vn.monitoring.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.monitoring.browser.Dashboard.Device;

/// Reads what Kinh Môn sent and the province accepted; writes nothing.
@ExtendWith(InBrowser.class)
class ReportPagesIT {

    @Test
    void showsTheSignedDocumentAndThatTheSignatureHolds(Dashboard dashboard) throws IOException {
        Visitor leader = dashboard.signIn("leader-31", "/reports?unit=10675");
        Page page = leader.page();
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Xem báo cáo"))
                .first()
                .click();
        page.getByRole(AriaRole.TAB, new GetByRoleOptions().setName("Văn bản và chữ ký"))
                .click();

        assertThat(page.getByText("Chữ ký hợp lệ")).isVisible();
        assertThat(page.getByText("ký bởi").first()).isVisible();
        assertThat(page.locator("iframe")).hasAttribute("src", Pattern.compile("^blob:.+"));
        leader.assertAccessible();
        leader.picture("document");

        Download pdf = page.waitForDownload(() -> page.getByRole(
                        AriaRole.LINK, new GetByRoleOptions().setName("PDF").setExact(true))
                .click());
        byte[] start = Arrays.copyOf(Files.readAllBytes(pdf.path()), 5);
        assertThat(new String(start, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    }

    @Test
    void opensAFrozenFigureToWhereItComesFrom(Dashboard dashboard) {
        Visitor head =
                dashboard.signIn("head-10675", "/reports/" + accepted(dashboard) + "?view=figures", Device.PHONE);
        Page page = head.page();

        page.locator("report-figures figure-value")
                .filter(new Locator.FilterOptions().setHasText("Mẫu số"))
                .first()
                .locator("summary")
                .click();

        assertThat(page.getByText("Mẫu số").first()).isVisible();
        head.assertFits();
        head.assertAccessible();
    }

    @Test
    void listsWhoSentAndWhoIsLate(Dashboard dashboard) {
        Visitor leader = dashboard.signIn("leader-31", "/reports?unit=31");
        Page page = leader.page();
        page.locator("period-summary tbody button").first().click();

        assertThat(page.getByText("Đang hiện 1 đơn vị")).isVisible();
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Không còn phải gửi"))
                .click();
        assertThat(page.getByText("Không có đơn vị nào như vậy")).isVisible();
        assertThat(page.url()).contains("late=LAPSED");
        leader.assertAccessible();
    }

    @Test
    void offersNoStepThatIsNotTheReaders(Dashboard dashboard) {
        Page page = dashboard
                .signIn("inspector-31", "/reports/" + accepted(dashboard))
                .page();

        assertThat(page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setLevel(1)))
                .containsText("Phường Kinh Môn");
        assertThat(page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Sửa")))
                .hasCount(0);
        assertThat(page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Mở đính chính")))
                .hasCount(0);
    }

    private static String accepted(Dashboard dashboard) {
        return dashboard
                .api()
                .as("leader-31")
                .list("/api/v1/reports?unit=10675&status=ACCEPTED", JsonNode.class)
                .getFirst()
                .path("id")
                .asText();
    }
}
