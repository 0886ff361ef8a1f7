package vn.monitoring.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import vn.monitoring.kit.web.Languages;
import vn.monitoring.kit.web.RequestIds;

/// Answers with a problem before, or without, an operation: there a mapper has no say.
public final class EarlyProblem {

    private static final ObjectMapper JSON = new ObjectMapper();

    private EarlyProblem() {}

    /// Ends the answer, unless it has begun, and then the connection when a part of the request is still to come.
    public static void answer(HttpServerRequest request, Problem problem) {
        HttpServerResponse response = request.response();
        if (response.headWritten() || response.closed()) {
            return;
        }
        String id = RequestIds.of(request::getHeader);
        response.setStatusCode(problem.type().status())
                .putHeader("Content-Type", "application/problem+json")
                .putHeader(RequestIds.HEADER, id);
        problem.retryAfter().ifPresent(wait -> response.putHeader("Retry-After", Long.toString(wait.toSeconds())));
        if (!request.isEnded()) {
            response.putHeader("Connection", "close");
        }
        response.end(body(request, problem, id));
    }

    private static String body(HttpServerRequest request, Problem problem, String id) {
        try {
            return JSON.writeValueAsString(ProblemBody.from(
                    problem, Languages.of(request.getHeader("Accept-Language")), path(request.uri()), id));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem cannot be written", e);
        }
    }

    /// The path as it was sent, not longer than a log line and without what is no visible character.
    private static String path(String uri) {
        int query = uri.indexOf('?');
        String path = (query < 0 ? uri : uri.substring(0, query)).replaceAll("[^\\x21-\\x7e]", "?");
        return path.length() <= 200 ? path : path.substring(0, 200);
    }
}
