package vn.monitoring.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Somebody at the dashboard, with a browser of his own.
final class Visitor {

    private static final List<String> STANDARDS = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final Set<String> SERIOUS = Set.of("serious", "critical");

    private final BrowserContext context;
    private final Page page;
    private final URI gateway;
    private final Path output;
    private final String test;
    private final List<String> errors = new ArrayList<>();
    private final List<String> expected = new ArrayList<>();

    Visitor(BrowserContext context, URI gateway, Path output, String test) {
        this.context = context;
        this.gateway = gateway;
        this.output = output;
        this.test = test;
        this.page = context.newPage();
        page.onConsoleMessage(this::hear);
        page.onPageError(errors::add);
    }

    Page page() {
        return page;
    }

    /// Goes to a path of the dashboard by the address bar.
    void open(String path) {
        page.navigate(gateway.resolve(path).toString());
    }

    /// An error in the console that belongs to the test, such as a refusal it provokes: a part of its text.
    void expectError(String part) {
        expected.add(part);
    }

    /// No serious finding of WCAG 2.2 AA on the page as it is.
    void assertAccessible() {
        List<String> findings = new AxeBuilder(page)
                .withTags(STANDARDS).analyze().getViolations().stream()
                        .filter(rule -> SERIOUS.contains(rule.getImpact()))
                        .map(Visitor::describe)
                        .toList();
        assertThat(findings).as("accessibility of %s", page.url()).isEmpty();
    }

    /// Nothing stands out of the page to the right.
    void assertFits() {
        assertThat((Integer)
                        page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("pixels that %s is too wide", page.url())
                .isLessThanOrEqualTo(0);
    }

    /// Keeps a picture of the page under `target/browser-output`.
    void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(output.resolve("%s-%s.png".formatted(test, name)))
                .setFullPage(true));
    }

    List<String> errors() {
        return errors.stream()
                .filter(error -> expected.stream().noneMatch(error::contains))
                .toList();
    }

    void leave(boolean failed) {
        if (failed) {
            picture("failed-" + context.pages().size() + "-" + System.identityHashCode(this));
        }
        context.close();
    }

    private void hear(ConsoleMessage message) {
        if (message.type().equals("error")) {
            errors.add(message.text() + " " + message.location());
        }
    }

    private static String describe(Rule rule) {
        return "%s: %s (%s)"
                .formatted(
                        rule.getId(),
                        rule.getHelp(),
                        rule.getNodes().stream()
                                .map(node -> String.valueOf(node.getTarget()))
                                .toList());
    }
}
