package vn.monitoring.browser;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives a test the [Dashboard] of a platform that all test classes share; leaves tests out, with a word, where there
/// is
/// no Chromium. A test fails when its pages logged an error.
final class InBrowser implements ExecutionCondition, ParameterResolver, BeforeEachCallback, AfterEachCallback {

    private static final Namespace SHARED = Namespace.create(InBrowser.class);

    private record Shared(RunningPlatform platform, Chromium chromium) implements AutoCloseable {

        @Override
        public void close() throws IOException {
            chromium.close();
            platform.close();
        }
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return Chromium.find()
                .map(program -> ConditionEvaluationResult.enabled("Chromium: " + program))
                .orElseGet(() -> {
                    System.out.println("Browser tests skipped: no Chromium here (on Debian: apt install chromium,"
                            + " or name one by CHROMIUM).");
                    return ConditionEvaluationResult.disabled("no Chromium");
                });
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        Shared shared = shared(context);
        String name = context.getRequiredTestClass().getSimpleName() + "."
                + context.getRequiredTestMethod().getName();
        context.getStore(SHARED)
                .put(
                        Dashboard.class,
                        new Dashboard(shared.platform(), shared.chromium().browser(), name));
    }

    private static Shared shared(ExtensionContext context) {
        Shared shared =
                context.getRoot().getStore(SHARED).getOrComputeIfAbsent(Shared.class, type -> open(), Shared.class);
        if (shared == null) {
            throw new IllegalStateException("the platform was not opened");
        }
        return shared;
    }

    private static Shared open() {
        Optional<Path> program = Chromium.find();
        try {
            return new Shared(RunningPlatform.find(), Chromium.start(program.orElseThrow()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Dashboard dashboard = context.getStore(SHARED).remove(Dashboard.class, Dashboard.class);
        if (dashboard != null) {
            dashboard.close(context.getExecutionException().isPresent());
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Dashboard.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return requireNonNull(context.getStore(SHARED).get(Dashboard.class, Dashboard.class));
    }
}
