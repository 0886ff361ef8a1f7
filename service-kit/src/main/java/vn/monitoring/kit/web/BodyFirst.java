package vn.monitoring.kit.web;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.ByteArrayInputStream;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.problem.KitProblem;
import vn.monitoring.kit.problem.Problem;

/// Reads a short body before its request gets a virtual thread.
///
/// The framework's blocking body stream and the event loop share one monitor. A virtual thread that is woken with it
/// waits for a carrier, and the event loop waits for the virtual thread, with every other connection that it serves.
/// Long bodies, bodies of unknown length and forms are streamed as ever.
public class BodyFirst {

    private static final int LONGEST = 64 * 1024;
    private static final Pattern A_FEW_DIGITS = Pattern.compile("[0-9]{1,5}");

    /// Runs on the event loop, after the request was authenticated.
    @ServerRequestFilter(nonBlocking = true)
    public @Nullable Uni<Void> read(HttpServerRequest received, ContainerRequestContext request) {
        if (!isShort(received) || isForm(received)) {
            return null;
        }
        received.resume();
        return Uni.createFrom()
                .completionStage(() -> received.body().toCompletionStage())
                .onFailure()
                .transform(BodyFirst::cutOff)
                .invoke(body -> request.setEntityStream(streamOf(body)))
                .replaceWithVoid();
    }

    private static boolean isShort(HttpServerRequest received) {
        String length = received.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null
                && A_FEW_DIGITS.matcher(length).matches()
                && Integer.parseInt(length) > 0
                && Integer.parseInt(length) <= LONGEST;
    }

    private static boolean isForm(HttpServerRequest received) {
        String type = received.getHeader(HttpHeaders.CONTENT_TYPE);
        if (type == null) {
            return false;
        }
        String lower = type.toLowerCase(Locale.ROOT);
        return lower.startsWith("multipart/") || lower.startsWith("application/x-www-form-urlencoded");
    }

    private static ByteArrayInputStream streamOf(Buffer body) {
        return new ByteArrayInputStream(body.getBytes());
    }

    private static Problem cutOff(Throwable broken) {
        return new Problem(
                KitProblem.INVALID_REQUEST,
                "Nội dung yêu cầu bị ngắt giữa chừng. Hãy gửi lại toàn bộ.",
                "The request's body was cut off. Send the whole of it again.");
    }
}
