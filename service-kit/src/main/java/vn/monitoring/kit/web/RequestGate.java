package vn.monitoring.kit.web;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.problem.EarlyProblem;
import vn.monitoring.kit.problem.KitProblem;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.text.Text;

/// Looks at every request before anything else does, and refuses what no operation could take: an address or headers
/// beyond measure, escapes that are none or do not make UTF-8, the character NUL, a body of a type, charset or coding
/// that no operation reads, a body that is too large or comes too slowly.
///
/// What is no HTTP at all, or larger than four times what is taken here, ends before: with a bare status, and the
/// connection with it.
@ApplicationScoped
public class RequestGate {

    private static final int FIRST = 10_000;
    private static final int LONGEST_ADDRESS = 8 * 1024;
    private static final int LARGEST_HEADERS = 16 * 1024;
    private static final int MOST_HEADERS = 200;
    private static final long LOOK_MS = 500;
    private static final Set<String> MEDIA_TYPES =
            Set.of("application/json", "application/x-ndjson", "text/csv", "multipart/form-data");
    private static final Set<String> CHARSETS = Set.of("utf-8", "utf8", "us-ascii");
    private static final Pattern CONTENT_TYPE = Pattern.compile(
            "([\\w!#$%&'*+.^`|~-]+/[\\w!#$%&'*+.^`|~-]+)((?:\\s*;\\s*[\\w-]+=(?:[^\\s;\"]+|\"[^\"]*\"))*)\\s*;?\\s*");
    private static final Pattern CHARSET = Pattern.compile("charset=\"?([^\\s;\"]+)", Pattern.CASE_INSENSITIVE);

    private final long mostBytes;
    private final Duration grace;
    private final int lowestRate;
    private final Duration longest;

    /// @param mostBytes the largest body
    /// @param grace how long a body may take whatever it is
    /// @param lowestRate bytes a second that a body brings at least, on the average, after that
    /// @param longest how long any body may take
    RequestGate(
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize mostBytes,
            @ConfigProperty(name = "monitoring.request.grace") Duration grace,
            @ConfigProperty(name = "monitoring.request.lowest-rate") int lowestRate,
            @ConfigProperty(name = "monitoring.request.longest") Duration longest) {
        this.mostBytes = mostBytes.asLongValue();
        this.grace = grace;
        this.lowestRate = lowestRate;
        this.longest = longest;
    }

    void stand(@Observes Filters filters) {
        filters.register(this::look, FIRST);
    }

    /// What the router itself refuses later on has a body too.
    void complete(@Observes Router router) {
        Map.of(
                        400, KitProblem.INVALID_REQUEST,
                        404, KitProblem.NOT_FOUND,
                        405, KitProblem.METHOD_NOT_ALLOWED,
                        413, KitProblem.TOO_LARGE,
                        415, KitProblem.UNSUPPORTED_MEDIA_TYPE)
                .forEach((status, type) -> router.errorHandler(
                        status,
                        context -> EarlyProblem.answer(
                                context.request(),
                                new Problem(
                                        type,
                                        "Yêu cầu không đúng dạng; xem tài liệu OpenAPI.",
                                        "The request is not of the right shape; see the OpenAPI document."))));
    }

    /// The operation that waited for a body fails when the body was ended, with nobody left to tell.
    void forgetAnswered(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(context -> {
            if (!context.response().ended()) {
                context.next();
            }
        });
    }

    private void look(RoutingContext context) {
        HttpServerRequest request = context.request();
        Problem refusal = refusal(request);
        if (refusal != null) {
            EarlyProblem.answer(request, refusal);
            return;
        }
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        if (accept != null && accept.isBlank()) {
            request.headers().remove(HttpHeaders.ACCEPT);
        }
        if (hasBody(request)) {
            watch(context);
        }
        context.next();
    }

    private @Nullable Problem refusal(HttpServerRequest request) {
        String address = request.uri();
        if (address.length() > LONGEST_ADDRESS) {
            return new Problem(
                    KitProblem.ADDRESS_TOO_LONG,
                    "Địa chỉ dài quá 8.192 ký tự. Hãy bớt tham số.",
                    "The address is longer than 8,192 characters. Use fewer parameters.");
        }
        if (request.headers().size() > MOST_HEADERS || sizeOf(request) > LARGEST_HEADERS) {
            return new Problem(
                    KitProblem.HEADERS_TOO_LARGE,
                    "Các tiêu đề HTTP vượt 16 KB hoặc 200 dòng. Hãy bỏ bớt (thường là cookie).",
                    "The HTTP headers exceed 16 KB or 200 lines. Send fewer (often it is cookies).");
        }
        Problem unreadable = unreadable(address);
        return unreadable != null || !hasBody(request) ? unreadable : unreadableBody(request);
    }

    private static int sizeOf(HttpServerRequest request) {
        int size = 0;
        for (Map.Entry<String, String> header : request.headers()) {
            size += header.getKey().length() + header.getValue().length() + 4;
        }
        return size;
    }

    private static @Nullable Problem unreadable(String address) {
        int query = address.indexOf('?');
        if (!isClean(query < 0 ? address : address.substring(0, query))) {
            return misspelt("path", "path");
        }
        if (query >= 0) {
            for (String parameter : address.substring(query + 1).split("&", -1)) {
                if (!isClean(parameter)) {
                    String name = parameter.split("=", 2)[0];
                    return misspelt("query", name.matches("[\\w.\\[\\]-]{1,50}") ? name : "?");
                }
            }
        }
        try {
            URI.create(address);
            return null;
        } catch (IllegalArgumentException e) {
            return e.getCause() instanceof URISyntaxException syntax && query >= 0 && syntax.getIndex() > query
                    ? misspelt("query", "?")
                    : misspelt("path", "path");
        }
    }

    private static Problem misspelt(String in, String field) {
        return new Problem(
                        KitProblem.INVALID_REQUEST,
                        "Địa chỉ có ký tự không hợp lệ. Hãy mã hóa giá trị bằng UTF-8 và dấu % (RFC 3986).",
                        "The address has a character that is not allowed. Encode values as UTF-8 with % (RFC 3986).")
                .violation(
                        in,
                        field,
                        new Text("Mã hóa % sai, không phải UTF-8, hoặc có NUL.", "A wrong escape, no UTF-8, or NUL."));
    }

    /// Whether every character is one, and the escapes make UTF-8 without NUL.
    static boolean isClean(String part) {
        ByteBuffer bytes = ByteBuffer.allocate(part.length());
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            if (c <= 0x20 || c >= 0x7f) {
                return false;
            }
            if (c == '%') {
                int high = i + 2 < part.length() ? Character.digit(part.charAt(i + 1), 16) : -1;
                int low = i + 2 < part.length() ? Character.digit(part.charAt(i + 2), 16) : -1;
                if (high < 0 || low < 0 || high + low == 0) {
                    return false;
                }
                bytes.put((byte) (high << 4 | low));
                i += 2;
            } else {
                bytes.put((byte) c);
            }
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(bytes.flip());
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static boolean hasBody(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? request.headers().contains(HttpHeaders.TRANSFER_ENCODING) : !length.equals("0");
    }

    private @Nullable Problem unreadableBody(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && length.matches("[0-9]{1,18}") && Long.parseLong(length) > mostBytes) {
            return new Problem(
                    KitProblem.TOO_LARGE,
                    "Nội dung quá lớn (tối đa %d MB). Hãy gửi tệp nhỏ hơn hoặc chia nhỏ.".formatted(mostBytes >> 20),
                    "The content is too large (%d MB at most). Send a smaller file or split it."
                            .formatted(mostBytes >> 20));
        }
        String coding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (coding != null && !coding.strip().equalsIgnoreCase("identity")) {
            return wrongType(
                    "Nội dung nén (Content-Encoding) không được nhận. Hãy gửi nội dung không nén.",
                    "Compressed content (Content-Encoding) is not taken. Send it as it is.");
        }
        List<String> types = request.headers().getAll(HttpHeaders.CONTENT_TYPE);
        var type = CONTENT_TYPE.matcher(types.size() == 1 ? types.getFirst() : "");
        if (!type.matches() || !MEDIA_TYPES.contains(type.group(1).toLowerCase(Locale.ROOT))) {
            return wrongType(
                    "Content-Type thiếu hoặc không được hỗ trợ; xem tài liệu OpenAPI.",
                    "The Content-Type is missing or not supported; see the OpenAPI document.");
        }
        var charset = CHARSET.matcher(type.group(2));
        if (charset.find() && !CHARSETS.contains(charset.group(1).toLowerCase(Locale.ROOT))) {
            return wrongType("Chỉ nhận UTF-8. Hãy đổi bảng mã.", "Only UTF-8 is taken. Change the charset.");
        }
        return null;
    }

    private static Problem wrongType(String vi, String en) {
        return new Problem(KitProblem.UNSUPPORTED_MEDIA_TYPE, vi, en);
    }

    /// Ends a request whose body comes too slowly: somebody who sends a byte a second holds a thread and a connection.
    private void watch(RoutingContext context) {
        HttpServerRequest request = context.request();
        long begin = System.nanoTime();
        long timer = context.vertx().setPeriodic(LOOK_MS, id -> {
            if (request.isEnded() || context.response().ended() || hasArrived(request)) {
                context.vertx().cancelTimer(id);
            } else if (isTooSlow(request.bytesRead(), Duration.ofNanos(System.nanoTime() - begin))) {
                context.vertx().cancelTimer(id);
                EarlyProblem.answer(request, tooSlow());
                request.connection().close();
            }
        });
        context.addEndHandler(_ -> context.vertx().cancelTimer(timer));
    }

    /// A body that is all here may lie unread while the service is busy: that is not its sender's fault.
    private static boolean hasArrived(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && length.matches("[0-9]{1,18}") && request.bytesRead() >= Long.parseLong(length);
    }

    private boolean isTooSlow(long bytes, Duration elapsed) {
        return elapsed.compareTo(longest) > 0
                || elapsed.compareTo(grace) > 0 && bytes < elapsed.toSeconds() * lowestRate;
    }

    private static Problem tooSlow() {
        return new Problem(
                KitProblem.REQUEST_TIMEOUT,
                "Nội dung đến quá chậm nên yêu cầu bị ngắt; chưa có gì được ghi. Hãy gửi lại khi đường truyền tốt hơn.",
                "The body came too slowly and the request was ended; nothing was written. Send it again on a better line.");
    }
}
