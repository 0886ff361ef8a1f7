package vn.monitoring.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.monitoring.client.Api;

/// The dashboard of one test: visitors come to it, each with a browser session of his own.
final class Dashboard {

    /// The widths at which pages are looked at.
    enum Device {
        DESKTOP(1440, 900),
        PHONE(390, 844);

        private final int width;
        private final int height;

        Device(int width, int height) {
            this.width = width;
            this.height = height;
        }
    }

    private static final String PASSWORD = "demo";

    private final RunningPlatform platform;
    private final Browser browser;
    private final String test;
    private final List<Visitor> visitors = new ArrayList<>();
    private @Nullable Api api;

    Dashboard(RunningPlatform platform, Browser browser, String test) {
        this.platform = platform;
        this.browser = browser;
        this.test = test;
    }

    /// A visitor who signed in through Keycloak, at a path.
    Visitor signIn(String username, String path) {
        return signIn(username, path, Device.DESKTOP);
    }

    Visitor signIn(String username, String path, Device device) {
        Visitor visitor = visit(path, device);
        visitor.page().locator("#username").fill(username);
        visitor.page().locator("#password").fill(PASSWORD);
        visitor.page().locator("#kc-login").click();
        visitor.page().waitForURL(address -> address.startsWith(platform.gateway() + path.replaceFirst("\\?.*", "")));
        return visitor;
    }

    /// A visitor who has not signed in.
    Visitor visit(String path, Device device) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(device.width, device.height)
                .setLocale("vi-VN")
                .setTimezoneId("Asia/Ho_Chi_Minh"));
        Visitor visitor = new Visitor(context, platform.gateway(), Path.of(System.getProperty("browser.output")), test);
        visitors.add(visitor);
        visitor.open(path);
        return visitor;
    }

    /// The API past the pages, to prepare what a test needs or to see what it did.
    Api api() {
        if (api == null) {
            api = new Api(platform.gateway(), platform.keycloak());
        }
        return api;
    }

    void close(boolean failed) {
        List<String> errors = new ArrayList<>();
        for (Visitor visitor : visitors) {
            errors.addAll(visitor.errors());
            visitor.leave(failed);
        }
        if (api != null) {
            api.close();
        }
        if (!failed) {
            assertThat(errors).as("errors of the pages").isEmpty();
        }
    }
}
