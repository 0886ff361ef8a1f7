package vn.monitoring.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.monitoring.browser.Dashboard.Device;
import vn.monitoring.client.Answer;
import vn.monitoring.client.Json;
import vn.monitoring.client.Session;
import vn.monitoring.client.Write;

/// A reporter finds his task among many and moves it on.
@ExtendWith(InBrowser.class)
class TaskPagesIT {

    private record Task(String id, String number, @Nullable String title, String status) {}

    @Test
    void aReporterFindsATaskAndMovesItOn(Dashboard dashboard) {
        Task task = assign(dashboard);
        String title = String.valueOf(task.title());
        Visitor visitor = dashboard.signIn("reporter-10675", "/tasks");
        Page page = visitor.page();

        page.getByLabel("Tìm trong nhiệm vụ").fill(title);
        page.getByRole(AriaRole.BUTTON, named("Tìm")).click();
        assertThat(page).hasURL(Pattern.compile(".*[?&]q=.*"));
        page.locator("task-table a[href*='" + task.id() + "']").click();

        assertThat(page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setLevel(1)))
                .containsText(title);
        visitor.assertAccessible();
        accept(page);
        reportProgress(visitor);
        visitor.picture("moved");
    }

    /// Gives the commune a new task of its own plan.
    private static Task assign(Dashboard dashboard) {
        Session standing = dashboard.api().as("standing-10675");
        String plan = standing.list("/api/v1/plans?unit=10675", JsonNode.class)
                .getFirst()
                .path("id")
                .asText();
        String title = "Tập huấn kỹ năng số " + UUID.randomUUID();
        Map<String, Object> draft = Map.of(
                "number", "BS" + System.currentTimeMillis() % 1_000_000,
                "title", title,
                "leadUnitCode", "10675",
                "deliverable", "Báo cáo kết quả",
                "timing", "Trước 31/12/2030");
        String id = Json.tree(standing.write(Write.post("/api/v1/plans/" + plan + "/tasks", draft)
                                .once(title))
                        .body())
                .path("id")
                .asText();
        Answer read = standing.get("/api/v1/tasks/" + id);
        standing.write(Write.post("/api/v1/tasks/" + id + "/assignment", Map.of())
                .ifMatch(read.requireEtag())
                .once(title + " given"));
        return read.as(Task.class);
    }

    private static void accept(Page page) {
        page.getByRole(AriaRole.BUTTON, named("Nhận nhiệm vụ")).click();
        dialog(page).getByRole(AriaRole.BUTTON, inDialog("Nhận nhiệm vụ")).click();

        assertThat(state(page)).hasText("Đã nhận");
        assertThat(page.getByRole(AriaRole.BUTTON, named("Báo cáo tiến độ"))).isVisible();
    }

    private static void reportProgress(Visitor visitor) {
        Page page = visitor.page();
        String result = "Đã họp triển khai lần " + System.currentTimeMillis();
        page.getByRole(AriaRole.BUTTON, named("Báo cáo tiến độ")).click();
        Locator dialog = dialog(page);
        visitor.assertAccessible();
        dialog.getByLabel("Đã làm được (%)").fill("40");
        dialog.getByLabel("Tình hình").fill("Đang triển khai");
        dialog.getByLabel("Kết quả").fill(result);
        dialog.getByLabel("Khó khăn, vướng mắc").fill("Không");
        dialog.getByLabel("Việc tiếp theo").fill("Tổng hợp ý kiến");
        dialog.getByRole(AriaRole.BUTTON, inDialog("Báo cáo tiến độ")).click();

        assertThat(state(page)).hasText("Đang thực hiện");
        assertThat(page.locator("task-records").getByText(result)).isVisible();
        assertThat(page.getByText("Đã ghi tiến độ.")).isVisible();
    }

    @Test
    void theStandingBodyPausesATaskAndGoesOnWithIt(Dashboard dashboard) {
        Task task = assign(dashboard);
        Visitor visitor = dashboard.signIn("standing-10675", "/tasks/" + task.id() + "?unit=10675");
        Page page = visitor.page();

        page.getByRole(AriaRole.BUTTON, named("Tạm dừng")).click();
        decide(page, "Tạm dừng");
        visitor.assertAccessible();

        assertThat(state(page)).hasText("Tạm dừng");
        page.navigate(page.url().replaceFirst("/tasks/.*", "/tasks?unit=10675&view=board"));
        assertThat(page.getByRole(AriaRole.REGION, named("Tạm dừng"))).containsText(String.valueOf(task.title()));
        page.locator("task-board a[href*='" + task.id() + "']").click();
        page.getByRole(AriaRole.BUTTON, named("Tiếp tục thực hiện")).click();
        decide(page, "Tiếp tục thực hiện");

        assertThat(state(page)).hasText("Đã giao");
    }

    private static void decide(Page page, String step) {
        Locator dialog = dialog(page);
        dialog.getByLabel("Số văn bản quyết định").fill("21/QĐ-UBND");
        dialog.getByLabel("Ngày ban hành").fill("2026-09-01");
        dialog.getByRole(AriaRole.BUTTON, inDialog(step)).click();
    }

    @Test
    void overdueMeansOverdueOnly(Dashboard dashboard) {
        Visitor visitor = dashboard.signIn("leader-31", "/tasks?unit=10675");
        Page page = visitor.page();
        long overdue = tasks(dashboard, "&timeliness=OVERDUE").count();
        assertThat(overdue).isPositive();

        page.getByRole(AriaRole.GROUP, named("Theo thời hạn"))
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^Quá hạn")))
                .click();

        assertThat(page).hasURL(Pattern.compile(".*timeliness=OVERDUE.*"));
        Locator rows = page.locator("task-table tbody tr");
        assertThat(rows).hasCount((int) overdue);
        assertThat(rows.filter(new Locator.FilterOptions().setHasText("Quá hạn")))
                .hasCount((int) overdue);
        assertThat(page.getByRole(AriaRole.LINK, named("Tải Excel")))
                .hasAttribute("href", Pattern.compile(".*timeliness=OVERDUE.*format=xlsx"));
        visitor.assertAccessible();
    }

    @Test
    void theBoardSaysHowManyThereAre(Dashboard dashboard) {
        Visitor visitor = dashboard.signIn("leader-31", "/tasks?unit=10675");
        Page page = visitor.page();

        page.getByRole(AriaRole.BUTTON, named("Bảng")).click();

        assertThat(page.getByRole(AriaRole.REGION, named("Đang thực hiện"))).isVisible();
        assertThat(page).hasURL(Pattern.compile(".*view=board.*"));
        visitor.assertAccessible();
    }

    @Test
    void theCalendarShowsWhatIsDue(Dashboard dashboard) {
        Visitor visitor = dashboard.signIn("leader-31", "/tasks/calendar?unit=10675&month=2026-12");
        Page page = visitor.page();

        assertThat(page.getByRole(AriaRole.HEADING, named("Tháng 12/2026"))).isVisible();
        assertThat(page.getByRole(AriaRole.COLUMNHEADER, named("Thứ hai"))).isVisible();
        assertThat(page.locator("td a[href*='/tasks/']").first()).isVisible();
        visitor.assertAccessible();

        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Tháng sau"))
                .click();
        assertThat(page).hasURL(Pattern.compile(".*month=2027-01.*"));
    }

    @Test
    void fitsOnAPhone(Dashboard dashboard) {
        Task task = tasks(dashboard, "").findFirst().orElseThrow();
        for (String path : List.of(
                "/tasks?unit=10675",
                "/tasks?unit=10675&view=board",
                "/tasks/calendar?unit=10675&month=2026-12",
                "/tasks/" + task.id() + "?unit=10675")) {
            Visitor visitor = dashboard.signIn("leader-31", path, Device.PHONE);
            assertThat(visitor.page()
                            .locator("task-table tr, task-board li, .agenda li, task-story li")
                            .filter(new Locator.FilterOptions().setVisible(true))
                            .first())
                    .isVisible();
            visitor.assertFits();
            visitor.assertAccessible();
        }
    }

    private static Stream<Task> tasks(Dashboard dashboard, String narrowed) {
        return dashboard.api().as("reporter-10675").list("/api/v1/tasks?unit=10675" + narrowed, Task.class).stream();
    }

    private static Locator dialog(Page page) {
        Locator dialog = page.locator("action-dialog");
        assertThat(dialog.getByRole(AriaRole.HEADING)).isVisible();
        return dialog;
    }

    private static Locator state(Page page) {
        return page.locator("task-page status-badge[of='task'] .badge");
    }

    private static GetByRoleOptions named(String name) {
        return new GetByRoleOptions().setName(name).setExact(true);
    }

    private static Locator.GetByRoleOptions inDialog(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }
}
