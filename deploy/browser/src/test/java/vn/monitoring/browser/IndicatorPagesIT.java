package vn.monitoring.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.monitoring.browser.Dashboard.Device;
import vn.monitoring.client.Write;

/// Somebody who knows nothing yet finds out why an indicator is red, from the map and from the list.
@ExtendWith(InBrowser.class)
class IndicatorPagesIT {

    private record Explanation(String vi) {}

    private record Target(String raw) {}

    private record Grade(
            String indicatorId,
            String indicatorName,
            String status,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable BigDecimal shortfall,
            @Nullable Target target,
            Explanation explanation) {}

    private record Measurement(String id, String indicatorId, String period) {}

    private record Submission(
            String indicatorId,
            String period,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            boolean cumulative,
            LocalDate asOf,
            String source) {}

    private record Verification(String note) {}

    @Test
    void theListLeadsToTheReason(Dashboard dashboard) {
        Grade behind =
                dashboard.api().as("leader-31").list("/api/v1/grades?unit=10675&status=BEHIND", Grade.class).stream()
                        .filter(grade -> grade.denominator() != null && grade.shortfall() != null)
                        .findFirst()
                        .orElseThrow();
        Visitor visitor = dashboard.signIn("leader-31", "/indicators?unit=10675&status=BEHIND");
        Page page = visitor.page();
        assertThat(heading(page, 1, "Chỉ tiêu – Phường Kinh Môn")).isVisible();
        assertThat(status(page, "Chậm").first()).isVisible();
        assertThat(status(page, "Đạt")).hasCount(0);
        visitor.assertAccessible();

        page.getByLabel("Tìm theo tên").fill(behind.indicatorName());
        page.getByRole(AriaRole.LINK, named(behind.indicatorName())).first().click();

        assertThat(heading(page, 2, "Vì sao “Chậm”?")).isVisible();
        assertThat(page.getByText(behind.explanation().vi())).isVisible();
        assertThat(page.getByText("còn thiếu").first()).isVisible();
        page.locator("grade-reason figure-value summary").click();
        assertThat(page.locator("grade-reason figure-value dl")).containsText("Tử số");
        assertThat(page.locator("grade-reason figure-value dl")).containsText("Mẫu số");
        page.getByRole(AriaRole.BUTTON, named("Xem bảng")).click();
        assertThat(page.getByRole(AriaRole.ROW)
                        .filter(new Locator.FilterOptions().setHasText("Mốc mục tiêu"))
                        .first())
                .isVisible();
        assertThat(heading(page, 2, "Mục tiêu và các lần thay đổi")).isVisible();
        visitor.assertAccessible();
        visitor.picture("reason");
    }

    @Test
    void theMapsTableLeadsToTheReasonByKeyboard(Dashboard dashboard) {
        Visitor visitor = dashboard.signIn("leader-31", "/indicators");
        Page page = visitor.page();
        assertThat(page.getByRole(AriaRole.IMG, new GetByRoleOptions().setName(Pattern.compile("^Bản đồ nhiệt"))))
                .isVisible();
        visitor.picture("map");
        page.getByRole(AriaRole.BUTTON, named("Xem bảng")).focus();
        page.keyboard().press("Enter");
        Locator cell = page.getByRole(
                        AriaRole.LINK,
                        new GetByRoleOptions().setName(Pattern.compile("^Phường Kinh Môn – .*: Chậm(,|:|$)")))
                .first();
        assertThat(cell).isVisible();
        visitor.assertAccessible();

        cell.focus();
        page.keyboard().press("Enter");

        assertThat(heading(page, 2, "Vì sao “Chậm”?")).isVisible();
        assertThat(page).hasURL(Pattern.compile(".*/indicators/[0-9a-f-]{36}.*"));
        page.goBack();
        assertThat(page.getByRole(AriaRole.BUTTON, named("Xem bản đồ"))).isVisible();
    }

    @Test
    void fitsOnAPhone(Dashboard dashboard) {
        Grade behind = dashboard
                .api()
                .as("leader-31")
                .list("/api/v1/grades?unit=10675&status=BEHIND", Grade.class)
                .getFirst();
        for (String path : List.of(
                "/indicators?unit=10675", "/indicators?unit=31&view=map", "/indicators/" + behind.indicatorId())) {
            Visitor visitor = dashboard.signIn("leader-31", path, Device.PHONE);
            assertThat(visitor.page()
                            .getByRole(AriaRole.HEADING, new GetByRoleOptions().setLevel(2))
                            .or(visitor.page().getByRole(AriaRole.IMG))
                            .first())
                    .isVisible();
            visitor.assertFits();
            visitor.assertAccessible();
        }
    }

    @Test
    void aFigureVerifiedElsewhereArrives(Dashboard dashboard) {
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
        String period = "%d-%02d".formatted(today.getYear(), today.getMonthValue());
        Grade grade = withoutFigure(dashboard, period);
        Visitor visitor = dashboard.signIn("leader-31", "/indicators/" + grade.indicatorId());
        Page page = visitor.page();
        assertThat(heading(page, 2, "Số liệu đã nhập")).isVisible();
        assertThat(page.getByText("● Trực tiếp")).isVisible();

        Measurement submitted = dashboard
                .api()
                .as("reporter-10675-vhxh")
                .write(Write.post(
                        "/api/v1/measurements",
                        new Submission(
                                grade.indicatorId(),
                                period,
                                grade.numerator(),
                                grade.denominator(),
                                true,
                                today,
                                "Sổ theo dõi")))
                .as(Measurement.class);
        Locator row = page.getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions()
                        .setHasText("Tháng %d/%d".formatted(today.getMonthValue(), today.getYear())));
        assertThat(row).containsText("Chờ xác nhận");
        dashboard
                .api()
                .as("standing-10675")
                .write(Write.post(
                                "/api/v1/measurements/" + submitted.id() + "/verification", new Verification("Khớp sổ"))
                        .ifMatch("\"0\""));

        assertThat(row).containsText("Đã xác nhận");
        assertThat(row).hasClass("news");
        assertThat(page.locator("section.news grade-reason")).isVisible(new IsVisibleOptions().setTimeout(10_000));
    }

    /// An indicator of the office for culture and society that has figures, but none for a period yet.
    private static Grade withoutFigure(Dashboard dashboard, String period) {
        List<String> taken = dashboard
                .api()
                .as("leader-31")
                .list("/api/v1/measurements?unit=10675&period=" + period, Measurement.class)
                .stream()
                .map(Measurement::indicatorId)
                .toList();
        return dashboard.api().as("reporter-10675-vhxh").list("/api/v1/grades?unit=10675.VHXH", Grade.class).stream()
                .filter(grade -> grade.denominator() != null && !taken.contains(grade.indicatorId()))
                .min(Comparator.comparing(Grade::indicatorId))
                .orElseThrow();
    }

    private static Locator status(Page page, String word) {
        return page.locator("grade-list").getByText(word, new Locator.GetByTextOptions().setExact(true));
    }

    private static Locator heading(Page page, int level, String name) {
        return page.getByRole(AriaRole.HEADING, named(name).setLevel(level));
    }

    private static GetByRoleOptions named(String name) {
        return new GetByRoleOptions().setName(name).setExact(true);
    }
}
