package vn.monitoring.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.netty.handler.codec.DecoderException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpClosedException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import vn.monitoring.kit.security.Challenge;
import vn.monitoring.kit.security.IssuerUnreachable;
import vn.monitoring.kit.text.Text;
import vn.monitoring.kit.web.AllowedMethods;
import vn.monitoring.kit.web.Languages;
import vn.monitoring.kit.web.RequestIds;

/// Turns every exception into one problem; what is not meant for the caller is logged under the trace id and not told.
public class ProblemMapper {

    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);
    private static final String PROBLEM_JSON = "application/problem+json";
    private static final List<String> READERS = List.of(
            "org.jboss.resteasy.reactive.server.core.multipart.",
            "org.jboss.resteasy.reactive.server.vertx.VertxInputStream",
            "io.netty.handler.codec.http.");

    @ServerExceptionMapper
    public Response map(Problem problem, UriInfo uri, HttpHeaders headers) {
        return answer(problem, uri, headers);
    }

    @ServerExceptionMapper
    public Response map(ConstraintViolationException exception, UriInfo uri, HttpHeaders headers) {
        Problem problem = new Problem(
                KitProblem.INVALID_REQUEST,
                "Một số trường chưa đúng; xem danh sách vi phạm.",
                "Some fields are not valid; see the violations.");
        for (ConstraintViolation<?> violation : exception.getConstraintViolations()) {
            problem.violation("body", field(violation.getPropertyPath()), ConstraintTexts.of(violation));
        }
        return answer(problem, uri, headers);
    }

    @ServerExceptionMapper
    public Response map(JsonProcessingException exception, UriInfo uri, HttpHeaders headers) {
        return answer(ofJson(exception), uri, headers);
    }

    /// Named of its own because the framework brings a mapper for exactly this kind.
    @ServerExceptionMapper
    public Response map(MismatchedInputException exception, UriInfo uri, HttpHeaders headers) {
        return answer(ofJson(exception), uri, headers);
    }

    private static Problem ofJson(JsonProcessingException exception) {
        return Causes.find(exception, Problem.class).orElseGet(() -> unreadable(exception));
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    public Response unauthenticated(SecurityException refusal, UriInfo uri, HttpHeaders headers) {
        return begin(signIn(), uri, headers)
                .header(HttpHeaders.WWW_AUTHENTICATE, Challenge.of(refusal))
                .build();
    }

    private static Problem signIn() {
        return new Problem(
                KitProblem.UNAUTHENTICATED,
                "Cần mã truy cập (access token) còn hiệu lực và cấp cho dịch vụ này. Hãy đăng nhập lại.",
                "A valid access token for this service is needed. Please sign in again.");
    }

    @ServerExceptionMapper
    public Response map(IssuerUnreachable exception, UriInfo uri, HttpHeaders headers) {
        LOG.warnf("a token cannot be checked: %s", exception.getCause());
        return answer(
                new Problem(
                        KitProblem.UNAVAILABLE,
                        "Tạm thời chưa kiểm tra được mã truy cập. Hãy gửi lại sau ít giây.",
                        "Access tokens cannot be checked for the moment. Send the request again in a few seconds."),
                uri,
                headers);
    }

    @ServerExceptionMapper
    public Response map(ForbiddenException exception, UriInfo uri, HttpHeaders headers) {
        Problem problem = new Problem(
                KitProblem.FORBIDDEN,
                "Vai trò của bạn không được làm việc này. Hãy liên hệ quản trị cấp tỉnh nếu cần được giao quyền.",
                "Your role may not do this. Ask the province administrator if you need it.");
        return answer(problem, uri, headers);
    }

    @ServerExceptionMapper
    public Response map(WebApplicationException exception, UriInfo uri, HttpHeaders headers) {
        if (Causes.find(exception, Problem.class).orElse(null) instanceof Problem problem) {
            return answer(problem, uri, headers);
        }
        if (Causes.find(exception, JsonProcessingException.class).orElse(null)
                instanceof JsonProcessingException json) {
            return answer(unreadable(json), uri, headers);
        }
        if (cutOff(exception)) {
            return answer(incomplete(), uri, headers);
        }
        int status = exception.getResponse().getStatus();
        if (status >= 500) {
            return unexpected(exception, uri, headers);
        }
        if (status == 405) {
            return Response.fromResponse(answer(ofStatus(status), uri, headers))
                    .header(HttpHeaders.ALLOW, String.join(", ", AllowedMethods.of(uri.getPath())))
                    .build();
        }
        if (status == 404 && exception.getCause() != null) {
            return answer(unreadableParameter(exception.getCause(), uri), uri, headers);
        }
        return answer(ofStatus(status), uri, headers);
    }

    @ServerExceptionMapper
    public Response map(Throwable exception, UriInfo uri, HttpHeaders headers) {
        if (Causes.find(exception, Problem.class).orElse(null) instanceof Problem problem) {
            return answer(problem, uri, headers);
        }
        Optional<Problem> refusal = DatabaseRefusal.of(exception, uri);
        if (refusal.isPresent()) {
            return answer(refusal.get(), uri, headers);
        }
        if (cutOff(exception)) {
            return answer(incomplete(), uri, headers);
        }
        return unexpected(exception, uri, headers);
    }

    /// Whether the request ended before its body did, or the body was framed wrongly.
    private static boolean cutOff(Throwable exception) {
        return Causes.find(exception, ClosedChannelException.class).isPresent()
                || Causes.find(exception, HttpClosedException.class).isPresent()
                || Causes.find(exception, DecoderException.class).isPresent()
                || Causes.find(exception, CharacterCodingException.class).isPresent()
                || whileReading(Causes.root(exception));
    }

    /// The readers of the framework have no exception of their own for bodies that are none.
    private static boolean whileReading(Throwable failure) {
        StackTraceElement[] frames = failure.getStackTrace();
        return frames.length > 0 && READERS.stream().anyMatch(frames[0].getClassName()::startsWith);
    }

    private static Problem incomplete() {
        return new Problem(
                KitProblem.INVALID_REQUEST,
                "Nội dung yêu cầu bị ngắt giữa chừng, sai cấu trúc biểu mẫu, hoặc không phải UTF-8. Hãy gửi lại toàn bộ.",
                "The request's body was cut off, is no well-formed form, or is not UTF-8. Send the whole of it again.");
    }

    /// The answer to a write that was based on an older version than the stored one.
    public static Problem stale() {
        return new Problem(
                KitProblem.STALE,
                "Dữ liệu đã được người khác sửa sau khi bạn mở. Hãy tải lại, xem thay đổi rồi gửi lại.",
                "Somebody changed this after you opened it. Reload, look at the change, then send again.");
    }

    private static Problem unreadable(JsonProcessingException exception) {
        Problem problem = exception instanceof StreamConstraintsException
                ? new Problem(
                        KitProblem.INVALID_REQUEST,
                        "Nội dung JSON lồng quá sâu, hoặc có tên, văn bản hay số quá dài. Hãy rút gọn rồi gửi lại.",
                        "The JSON content is nested too deeply, or has a name, text or number that is too long. Shorten it.")
                : new Problem(
                        KitProblem.INVALID_REQUEST,
                        "Nội dung JSON không đọc được. Hãy kiểm tra cú pháp, kiểu dữ liệu và tên trường bị lặp.",
                        "The JSON content cannot be read. Check its syntax, its types and fields that stand twice.");
        if (exception instanceof JsonMappingException mapping
                && !mapping.getPath().isEmpty()) {
            String field = mapping.getPath().stream()
                    .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                    .collect(Collectors.joining("."));
            problem.violation(
                    "body", field, new Text("Giá trị không đúng kiểu.", "The value is not of the right type."));
        }
        return problem;
    }

    /// JAX-RS answers 404 for every parameter that cannot be converted. That is right for a path, which then
    /// leads nowhere; a query with a malformed value is the client's mistake and named as such.
    private static Problem unreadableParameter(Throwable failure, UriInfo uri) {
        String message = String.valueOf(failure.getMessage());
        Problem problem = new Problem(
                KitProblem.INVALID_REQUEST,
                "Tham số truy vấn không đúng dạng; xem danh sách vi phạm.",
                "A query parameter is not of the right shape; see the violations.");
        uri.getQueryParameters().forEach((name, values) -> {
            if (values.stream().anyMatch(value -> !value.isEmpty() && message.contains(value))) {
                problem.violation(
                        "query", name, new Text("Giá trị không đúng kiểu.", "The value is not of the right type."));
            }
        });
        return problem.violations().isEmpty() ? Problem.notFound() : problem;
    }

    private static Problem ofStatus(int status) {
        return switch (status) {
            case 401 -> signIn();
            case 403 ->
                new Problem(
                        KitProblem.FORBIDDEN, "Vai trò của bạn không được làm việc này.", "Your role may not do this.");
            case 404 -> Problem.notFound();
            case 405 ->
                new Problem(
                        KitProblem.METHOD_NOT_ALLOWED,
                        "Địa chỉ này không nhận phương thức đó; xem tài liệu OpenAPI.",
                        "This address does not take that method; see the OpenAPI document.");
            case 406 ->
                new Problem(
                        KitProblem.NOT_ACCEPTABLE,
                        "Không có định dạng nào trong Accept; hãy xin application/json.",
                        "None of the formats in Accept is available; ask for application/json.");
            case 413 ->
                new Problem(
                        KitProblem.TOO_LARGE, "Hãy gửi tệp nhỏ hơn hoặc chia nhỏ.", "Send a smaller file or split it.");
            case 415 ->
                new Problem(
                        KitProblem.UNSUPPORTED_MEDIA_TYPE,
                        "Content-Type không được hỗ trợ; xem tài liệu OpenAPI.",
                        "The Content-Type is not supported; see the OpenAPI document.");
            default ->
                new Problem(
                        KitProblem.INVALID_REQUEST,
                        "Yêu cầu không đúng dạng; xem tài liệu OpenAPI.",
                        "The request is not of the right shape; see the OpenAPI document.");
        };
    }

    private static Response unexpected(Throwable exception, UriInfo uri, HttpHeaders headers) {
        LOG.errorf(exception, "unexpected failure of %s", route(uri));
        return answer(
                new Problem(
                        KitProblem.INTERNAL,
                        "Có lỗi ngoài dự kiến, chưa có gì được ghi. Hãy thử lại; nếu còn lỗi, báo mã traceId cho quản trị.",
                        "Something unexpected happened and nothing was written. Try again; if it stays, report the traceId."),
                uri,
                headers);
    }

    /// The path without what stands in it, which may be a secret link.
    private static String route(UriInfo uri) {
        String route = uri.getPath();
        for (Map.Entry<String, List<String>> parameter : uri.getPathParameters().entrySet()) {
            for (String value : parameter.getValue()) {
                route = route.replace(value, "{" + parameter.getKey() + "}");
            }
        }
        return route;
    }

    private static Response answer(Problem problem, UriInfo uri, HttpHeaders headers) {
        Response.ResponseBuilder answer = begin(problem, uri, headers);
        if (problem.type().status() == KitProblem.UNAUTHENTICATED.status()) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, Challenge.ANY_TOKEN);
        }
        return answer.build();
    }

    private static Response.ResponseBuilder begin(Problem problem, UriInfo uri, HttpHeaders headers) {
        Response.ResponseBuilder answer = Response.status(problem.type().status())
                .entity(ProblemBody.from(problem, Languages.of(headers), uri.getPath(), RequestIds.current()))
                .type(PROBLEM_JSON);
        problem.retryAfter().ifPresent(wait -> answer.header(HttpHeaders.RETRY_AFTER, wait.toSeconds()));
        return answer;
    }

    private static String field(Path path) {
        String text = path.toString();
        int argument = text.indexOf('.', text.indexOf('.') + 1);
        return argument < 0 ? text.substring(text.indexOf('.') + 1) : text.substring(argument + 1);
    }
}
