package vn.monitoring.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.monitoring.client.Api;
import vn.monitoring.client.Parallel;
import vn.monitoring.client.Screen;
import vn.monitoring.client.Session;
import vn.monitoring.client.TextTable;
import vn.monitoring.client.Write;

/// A year of figures: entered by reporters, verified by standing bodies, some returned and revised.
final class Measurements {

    private record Submission(
            String indicatorId,
            String period,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable BigDecimal value,
            boolean cumulative,
            LocalDate asOf,
            String source) {}

    private record Revision(
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable BigDecimal value,
            boolean cumulative,
            LocalDate asOf,
            String source,
            String note) {}

    private record Verification(String note) {}

    private record Return(String reason) {}

    /// A figure the story wants, and what the platform holds of it.
    private record Item(
            SamplePlan plan,
            IndicatorStory story,
            Figure figure,
            @Nullable Measurement present) {

        Indicator indicator() {
            return story.indicator();
        }
    }

    private final Api api;
    private final Screen screen;
    private final Checks checks;
    private final LocalDate today;

    Measurements(Api api, Screen screen, Checks checks, LocalDate today) {
        this.api = api;
        this.screen = screen;
        this.checks = checks;
        this.today = today;
    }

    void enter(List<ImportedPlan> plans) {
        screen.step("Figures of a year: entered by reporters, verified by standing bodies");
        List<Item> all = new ArrayList<>();
        TextTable table = new TextTable("plan", "indicators", "with figures", "figures", "were there");
        for (ImportedPlan plan : plans) {
            List<IndicatorStory> stories = stories(api, plan, today);
            checks.equal("Indicators of " + plan.sample().name(), plan.sample().indicators(), stories.size());
            List<Item> items = items(plan, stories);
            all.addAll(items);
            table.row(
                    plan.sample().name(),
                    stories.size(),
                    stories.stream().filter(story -> !story.figures().isEmpty()).count(),
                    items.size(),
                    items.stream().filter(Measurements::isDone).count());
        }
        screen.table(table);
        List<List<Item>> open = all.stream()
                .filter(item -> !isDone(item))
                .collect(Collectors.groupingBy(item -> item.indicator().id()))
                .values()
                .stream()
                .toList();
        Screen.Progress progress =
                screen.progress("figures", open.stream().mapToInt(List::size).sum());
        AtomicInteger returned = new AtomicInteger();
        Parallel.forEach(
                open,
                items -> items.forEach(item -> {
                    bring(item, returned);
                    progress.advance();
                }));
        if (returned.get() > 0) {
            screen.line("%d figures were returned to their reporters and corrected".formatted(returned.get()));
        }
    }

    static List<IndicatorStory> stories(Api api, ImportedPlan plan, LocalDate today) {
        List<Indicator> indicators = api.as(plan.sample().standingBody())
                .list("/api/v1/plans/" + plan.id() + "/indicators", Indicator.class);
        List<IndicatorStory> stories = new ArrayList<>();
        for (int i = 0; i < indicators.size(); i++) {
            stories.add(IndicatorStory.of(indicators.get(i), i, today));
        }
        return stories;
    }

    private List<Item> items(ImportedPlan plan, List<IndicatorStory> stories) {
        Map<String, Measurement> present = api
                .as(plan.sample().standingBody())
                .list("/api/v1/measurements?unit=" + plan.sample().unit(), Measurement.class)
                .stream()
                .collect(Collectors.toMap(
                        figure -> figure.indicatorId() + " " + figure.period(),
                        Function.identity(),
                        (a, _) -> a,
                        TreeMap::new));
        return stories.stream()
                .flatMap(story -> story.figures().stream()
                        .map(figure -> new Item(
                                plan.sample(),
                                story,
                                figure,
                                present.get(story.indicator().id() + " " + figure.period()))))
                .toList();
    }

    private static boolean isDone(Item item) {
        Measurement present = item.present();
        if (present == null) {
            return false;
        }
        return switch (item.figure().fate()) {
            case VERIFIED, CORRECTED -> present.status().equals("VERIFIED");
            case PENDING -> true;
        };
    }

    /// Takes the figure from where it is to where the story wants it.
    private void bring(Item item, AtomicInteger returned) {
        Measurement figure = item.present() == null ? submit(item) : item.present();
        boolean slipped = item.figure().fate() == Figure.Fate.CORRECTED && figure.revision() == 1;
        if (slipped && figure.status().equals("SUBMITTED")) {
            figure = sendBack(item, figure);
            returned.incrementAndGet();
        }
        if (figure.status().equals("RETURNED")) {
            figure = revise(item, figure);
        }
        if (figure.status().equals("SUBMITTED") && item.figure().fate() != Figure.Fate.PENDING) {
            verify(item, figure);
        }
    }

    private Measurement submit(Item item) {
        Figure figure =
                item.figure().fate() == Figure.Fate.CORRECTED ? item.figure().withSlip() : item.figure();
        Submission submission = new Submission(
                item.indicator().id(),
                figure.period(),
                figure.numerator(),
                figure.denominator(),
                figure.value(),
                true,
                figure.asOf(),
                "Sổ theo dõi của đơn vị");
        return reporter(item)
                .write(Write.post("/api/v1/measurements", submission).once(name(item, "submit")))
                .as(Measurement.class);
    }

    private Measurement sendBack(Item item, Measurement figure) {
        Return reason =
                new Return("Tử số thấp bất thường so với kỳ trước, có thể gõ thiếu một chữ số. Đề nghị rà soát lại.");
        return api.as(item.plan().standingBody())
                .write(Write.post("/api/v1/measurements/" + figure.id() + "/return", reason)
                        .ifMatch(figure.etag())
                        .once(name(item, "return")))
                .as(Measurement.class);
    }

    private Measurement revise(Item item, Measurement figure) {
        Figure right = item.figure();
        Revision revision = new Revision(
                right.numerator(),
                right.denominator(),
                right.value(),
                true,
                right.asOf(),
                "Sổ theo dõi của đơn vị",
                "Đã đối chiếu và sửa lỗi nhập liệu");
        return reporter(item)
                .write(Write.put("/api/v1/measurements/" + figure.id(), revision)
                        .ifMatch(figure.etag()))
                .as(Measurement.class);
    }

    private void verify(Item item, Measurement figure) {
        String verifier = item.story().inWords()
                ? "standing-" + item.plan().province()
                : item.plan().standingBody();
        api.as(verifier)
                .write(Write.post(
                                "/api/v1/measurements/" + figure.id() + "/verification",
                                new Verification("Đã đối chiếu với hồ sơ"))
                        .ifMatch(figure.etag())
                        .once(name(item, "verify")));
    }

    /// The reporter of the responsible agency where there is one, else the commune's.
    private Session reporter(Item item) {
        return api.as(item.plan().reporterOf(item.indicator().responsibleUnitCode()));
    }

    private static String name(Item item, String step) {
        return "figure/%s/%s/%s".formatted(item.indicator().id(), item.figure().period(), step);
    }
}
