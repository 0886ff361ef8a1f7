package vn.monitoring.kit.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.problem.KitProblem;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.security.Caller;
import vn.monitoring.kit.web.AnswerStore.StoredAnswer;

/// Runs an [Idempotent] operation and the storing of its answer in one transaction.
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
public class IdempotencyInterceptor {

    private static final int LONGEST_KEY = 255;

    private final AnswerStore answers;
    private final Caller caller;
    private final HttpHeaders headers;
    private final UriInfo uri;
    private final ObjectMapper json;

    IdempotencyInterceptor(AnswerStore answers, Caller caller, HttpHeaders headers, UriInfo uri, ObjectMapper json) {
        this.answers = answers;
        this.caller = caller;
        this.headers = headers;
        this.uri = uri;
        this.json = json;
    }

    @AroundInvoke
    Object run(InvocationContext invocation) throws Exception {
        String key = headers.getHeaderString("Idempotency-Key");
        Callable<Object> operation = key == null ? invocation::proceed : () -> once(key, invocation);
        return QuarkusTransaction.requiringNew().timeout(120).call(operation);
    }

    private Object once(String key, InvocationContext invocation) throws Exception {
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new Problem(
                    KitProblem.INVALID_REQUEST,
                    "Idempotency-Key phải có từ 1 đến 255 ký tự.",
                    "An Idempotency-Key has 1 to 255 characters.");
        }
        String owner = caller.subject();
        if (!answers.lock(owner, key)) {
            throw new Problem(
                    KitProblem.REQUEST_IN_PROGRESS,
                    "Yêu cầu cùng Idempotency-Key đang được xử lý. Hãy đợi rồi gửi lại.",
                    "A request with this Idempotency-Key is still running. Wait, then send it again.");
        }
        byte[] fingerprint = fingerprint(invocation);
        Optional<StoredAnswer> stored = answers.find(owner, key);
        if (stored.isPresent()) {
            return repeat(stored.get(), fingerprint);
        }
        Response response = (Response) invocation.proceed();
        answers.store(
                owner,
                key,
                new StoredAnswer(
                        fingerprint,
                        response.getStatus(),
                        response.getHeaderString(HttpHeaders.LOCATION),
                        response.getHeaderString(HttpHeaders.ETAG),
                        response.hasEntity() ? write(response.getEntity()) : null));
        return response;
    }

    private static Response repeat(StoredAnswer stored, byte[] fingerprint) {
        if (!Arrays.equals(stored.fingerprint(), fingerprint)) {
            throw new Problem(
                    KitProblem.IDEMPOTENCY_KEY_REUSED,
                    "Khóa này đã dùng cho một yêu cầu có nội dung khác. Hãy tạo khóa mới.",
                    "This key was used for a request with other content. Make a new key.");
        }
        Response.ResponseBuilder answer = Response.status(stored.status()).header("Idempotent-Replayed", "true");
        if (stored.location() != null) {
            answer.header(HttpHeaders.LOCATION, stored.location());
        }
        if (stored.etag() != null) {
            answer.header(HttpHeaders.ETAG, stored.etag());
        }
        if (stored.body() != null) {
            answer.entity(stored.body()).type(MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8"));
        }
        return answer.build();
    }

    private byte[] fingerprint(InvocationContext invocation) {
        MessageDigest digest = sha256();
        digest.update(uri.getRequestUri().getRawPath().getBytes(StandardCharsets.UTF_8));
        try {
            for (Object parameter : invocation.getParameters()) {
                add(parameter, digest);
                digest.update((byte) 0);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return digest.digest();
    }

    private void add(@Nullable Object parameter, MessageDigest digest) throws IOException {
        switch (parameter) {
            case null -> {}
            case byte[] bytes -> digest.update(bytes);
            case FileUpload file -> addContent(file.uploadedFile(), digest);
            case File body -> addContent(body.toPath(), digest);
            default -> digest.update(json.writeValueAsBytes(parameter));
        }
    }

    /// Piece by piece: an upload may be larger than the memory that is left.
    private static void addContent(Path file, MessageDigest digest) throws IOException {
        try (InputStream content = new DigestInputStream(Files.newInputStream(file), digest)) {
            content.transferTo(OutputStream.nullOutputStream());
        }
    }

    private String write(Object entity) throws JsonProcessingException {
        return entity instanceof String text ? text : json.writeValueAsString(entity);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
