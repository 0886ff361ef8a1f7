package vn.monitoring.kit.web;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/// What every service's OpenAPI document says once and its operations refer to.
final class ContractParts {

    static final String PROBLEM_JSON = "application/problem+json";

    /// An answer that any operation of its shape may give.
    ///
    /// @param code as in the body, and before the colon of the description
    record Answer(String status, String name, String code, String meaning) {
        String description() {
            return code + ": " + meaning;
        }
    }

    static final Answer BAD_REQUEST = new Answer(
            "400", "InvalidRequest", "INVALID_REQUEST", "a parameter, a header or the body is not of the right shape");
    static final Answer UNAUTHENTICATED =
            new Answer("401", "Unauthenticated", "UNAUTHENTICATED", "no valid access token for this service");
    static final Answer FORBIDDEN = new Answer("403", "Forbidden", "FORBIDDEN", "the role may not do this");
    static final Answer NOT_FOUND =
            new Answer("404", "NotFound", "NOT_FOUND", "absent or outside of the caller's units");
    static final Answer NOT_ACCEPTABLE =
            new Answer("406", "NotAcceptable", "NOT_ACCEPTABLE", "none of the media types in Accept is available");
    static final Answer IN_PROGRESS =
            new Answer("409", "RequestInProgress", "REQUEST_IN_PROGRESS", "the first request of this key still runs");
    static final Answer STALE =
            new Answer("412", "Stale", "STALE", "the ETag is not the current one; read again, then decide anew");
    static final Answer TOO_LARGE = new Answer("413", "TooLarge", "TOO_LARGE", "the body is too large");
    static final Answer UNSUPPORTED =
            new Answer("415", "UnsupportedMediaType", "UNSUPPORTED_MEDIA_TYPE", "the body is of another type");
    static final Answer KEY_REUSED =
            new Answer("422", "IdempotencyKeyReused", "IDEMPOTENCY_KEY_REUSED", "the key was used for other content");
    static final Answer PRECONDITION_REQUIRED =
            new Answer("428", "PreconditionRequired", "PRECONDITION_REQUIRED", "If-Match is missing");
    static final Answer INTERNAL =
            new Answer("500", "Internal", "INTERNAL", "unexpected; the traceId leads to the log");

    private static final List<Answer> ANSWERS = List.of(
            BAD_REQUEST,
            UNAUTHENTICATED,
            FORBIDDEN,
            NOT_FOUND,
            NOT_ACCEPTABLE,
            IN_PROGRESS,
            STALE,
            TOO_LARGE,
            UNSUPPORTED,
            KEY_REUSED,
            PRECONDITION_REQUIRED,
            INTERNAL);

    /// The headers that operations take, by name; the name without dashes is the component's.
    static final Map<String, String> REQUEST_HEADERS = new TreeMap<>(Map.of(
            "Accept-Language",
            "The language of texts: `vi` (also when the header is missing) or `en`",
            "Idempotency-Key",
            "A key of the client's own for this write, for example a UUID: sent again with it within 24 hours, the request "
                    + "writes nothing and gets the first answer",
            "If-Match",
            "The ETag that was read last; `*` for whatever is current",
            "If-None-Match",
            "The ETag that was read last: 304 without a body while it is current"));

    private ContractParts() {}

    static Content problem() {
        return OASFactory.createContent()
                .addMediaType(
                        PROBLEM_JSON,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref("Problem")));
    }

    static APIResponse reference(Answer answer) {
        return OASFactory.createAPIResponse().ref(answer.name());
    }

    static Parameter reference(String header) {
        return OASFactory.createParameter().ref(header.replace("-", ""));
    }

    static Header headerReference(String header) {
        return OASFactory.createHeader().ref(header.replace("-", ""));
    }

    static void addTo(OpenAPI document) {
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        Components components = document.getComponents();
        for (Answer answer : ANSWERS) {
            components.addResponse(
                    answer.name(),
                    OASFactory.createAPIResponse()
                            .description(answer.description())
                            .headers(Map.of("X-Request-Id", headerReference("X-Request-Id")))
                            .content(problem()));
        }
        REQUEST_HEADERS.forEach((name, description) -> components.addParameter(
                name.replace("-", ""),
                OASFactory.createParameter()
                        .name(name)
                        .in(Parameter.In.HEADER)
                        .description(description)
                        .schema(text().maxLength(255).addExample(exampleOf(name)))));
        components.addParameter(
                "Cursor",
                OASFactory.createParameter()
                        .name("cursor")
                        .in(Parameter.In.QUERY)
                        .description("Where the page begins: `next` of the page before it, as it stands there")
                        .schema(text().maxLength(2000)));
        components.addHeader(
                "ETag", header("The version of what is answered, for If-Match and If-None-Match", "\"7\""));
        components.addHeader(
                "Link",
                header(
                        "Where the next page is, when there is one",
                        "</api/v1/units?cursor=WyIxMDY3NSJd&limit=50>; rel=\"next\""));
        components.addHeader("Location", header("Where that which was made can be read", "/api/v1/units/10675"));
        components.addHeader(
                "XRequestId",
                header("The request's id, also `traceId` of a problem", "4bf92f3577b34da6a3ce929d0e0e4736"));
    }

    private static Object exampleOf(String header) {
        return switch (header) {
            case "Accept-Language" -> "vi";
            case "Idempotency-Key" -> "7d0f2d4e-9a55-4a2b-8c0e-2b6f1f0f5f11";
            default -> "\"7\"";
        };
    }

    private static Header header(String description, String example) {
        return OASFactory.createHeader().description(description).schema(text().addExample(example));
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }
}
