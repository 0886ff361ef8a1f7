package vn.monitoring.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.monitoring.browser.Dashboard.Device;
import vn.monitoring.client.Json;
import vn.monitoring.client.Session;
import vn.monitoring.client.Write;

@ExtendWith(InBrowser.class)
class VerificationPageIT {

    /// The issue: a figure shows elsewhere within a second; a busy machine is given three.
    private static final double AT_ONCE = 3_000;

    /// A figure that waits for verification.
    private record Figure(String id, String name) {}

    @Test
    void showsAFigureAsItArrivesAndVerifiesIt(Dashboard dashboard) {
        Visitor standing = dashboard.signIn("standing-10675", "/verification");
        Page page = standing.page();
        assertThat(page.getByText("● Trực tiếp")).isVisible();

        Figure figure = submit(dashboard);

        Locator card = page.locator("awaiting-figure")
                .filter(new Locator.FilterOptions().setHasText(figure.name()))
                .first();
        assertThat(card).isVisible(new IsVisibleOptions().setTimeout(AT_ONCE));
        standing.assertAccessible();
        standing.picture("arrived");
        card.getByText("Xác nhận").click();
        assertThat(page.getByText("Đã xác nhận.")).isVisible();
        assertThat(status(dashboard, figure)).isEqualTo("VERIFIED");
    }

    @Test
    void returnsAFigureWithAReason(Dashboard dashboard) {
        Figure figure = submit(dashboard);
        Visitor standing = dashboard.signIn("standing-10675", "/verification", Device.PHONE);
        Page page = standing.page();
        Locator card = page.locator("awaiting-figure")
                .filter(new Locator.FilterOptions().setHasText(figure.name()))
                .first();

        card.getByText("Trả lại").click();
        page.getByLabel("Lý do").fill("Thiếu mẫu số theo hướng dẫn");
        standing.assertAccessible();
        page.locator("modal-dialog button.primary").click();

        assertThat(page.getByText("Đã trả lại.")).isVisible();
        standing.assertFits();
        assertThat(status(dashboard, figure)).isEqualTo("RETURNED");
    }

    /// A newer figure goes above the one that is being returned, and must not take its place under the dialog.
    @Test
    void returnsTheFigureThatWasChosenThoughAnotherArrives(Dashboard dashboard) {
        Figure figure = submit(dashboard);
        Page page = dashboard.signIn("standing-10675", "/verification").page();
        Locator card = page.locator("awaiting-figure")
                .filter(new Locator.FilterOptions().setHasText(figure.name()))
                .first();
        card.getByText("Trả lại").click();
        page.getByLabel("Lý do").fill("Thiếu nguồn số liệu");

        Figure newer = submit(dashboard);
        assertThat(page.locator("awaiting-figure")
                        .filter(new Locator.FilterOptions().setHasText(newer.name()))
                        .first())
                .isVisible();
        page.locator("modal-dialog button.primary").click();

        assertThat(page.getByText("Đã trả lại.")).isVisible();
        assertThat(status(dashboard, figure)).isEqualTo("RETURNED");
        assertThat(status(dashboard, newer)).isEqualTo("SUBMITTED");
    }

    @Test
    void letsNobodyVerifyHisOwn(Dashboard dashboard) {
        Figure figure = submitAs(dashboard, "head-10675");

        Page page = dashboard.signIn("head-10675", "/verification").page();

        Locator card = page.locator("awaiting-figure")
                .filter(new Locator.FilterOptions().setHasText(figure.name()))
                .first();
        assertThat(card.getByText("người khác xác nhận")).isVisible();
        assertThat(card.locator("button")).hasCount(0);
    }

    @Test
    void namesBothSidesOfAConflict(Dashboard dashboard) {
        Visitor leader = dashboard.signIn("leader-31", "/verification?tab=conflicts");
        Page page = leader.page();

        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Quyết định"))
                .first()
                .click();

        assertThat(page.getByRole(AriaRole.RADIO)).hasCount(2);
        leader.assertAccessible();
    }

    private static Figure submit(Dashboard dashboard) {
        return submitAs(dashboard, "reporter-10675");
    }

    /// Enters the first figure that the commune still owes.
    private static Figure submitAs(Dashboard dashboard, String user) {
        Session session = dashboard.api().as(user);
        List<JsonNode> owed = session.list(
                "/api/v1/due-measurements?unit=10675&state=MISSING&period=" + ThisQuarter.key(), JsonNode.class);
        JsonNode due = owed.stream()
                .filter(figure -> figure.path("responsibleUnitCode").asText().equals("10675"))
                .findFirst()
                .orElseThrow();
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("indicatorId", due.path("indicatorId").asText());
        figures.put("period", due.path("period").asText());
        figures.put("value", 1);
        figures.put("asOf", ThisQuarter.today().toString());
        JsonNode taken = Json.tree(session.write(Write.post("/api/v1/measurements", figures)
                        .once(UUID.randomUUID().toString()))
                .body());
        return new Figure(taken.path("id").asText(), due.path("name").asText());
    }

    private static String status(Dashboard dashboard, Figure figure) {
        return dashboard
                .api()
                .as("reporter-10675")
                .get("/api/v1/measurements/" + figure.id(), JsonNode.class)
                .path("status")
                .asText();
    }
}
