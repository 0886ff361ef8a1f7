package vn.monitoring.kit.testing.hostile;

import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import vn.monitoring.hostile.Contract;
import vn.monitoring.hostile.Contract.Operation;
import vn.monitoring.hostile.Forms;
import vn.monitoring.hostile.Wire;
import vn.monitoring.hostile.Wire.Answer;

/// Bodies that come byte by byte and never end: the server has to end them, with a 408.
final class SlowBodies {

    private static final Duration BETWEEN_BYTES = Duration.ofMillis(300);
    private static final Duration LONGEST = Duration.ofSeconds(15);

    private SlowBodies() {}

    /// Sends one of each kind at once, to the first operation that takes such a body.
    static void send(Contract contract, Verdicts verdicts, Function<Operation, String> token) {
        Map<String, Future<Answer>> running = new LinkedHashMap<>();
        List<Operation> operations =
                contract.operations().stream().filter(Operation::writes).toList();
        try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (String type : List.of("application/json", "multipart/form-data", "text/csv")) {
                operations.stream()
                        .filter(operation -> operation.bodies().containsKey(type))
                        .findFirst()
                        .ifPresent(operation -> framings()
                                .forEach((what, framing) -> running.put(
                                        operation + " | slow " + type + ", " + what,
                                        workers.submit(
                                                () -> drip(workers, head(operation, type, framing, token), what)))));
            }
            for (Map.Entry<String, Future<Answer>> one : running.entrySet()) {
                verdicts.judgeSlow(one.getKey(), one.getValue().get());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } catch (ExecutionException broken) {
            throw new IllegalStateException(broken.getCause());
        }
    }

    private static Map<String, String> framings() {
        return Map.of(
                "short", "Content-Length: 500",
                "long", "Content-Length: 500000",
                "chunked", "Transfer-Encoding: chunked");
    }

    private static byte[] head(Operation operation, String type, String framing, Function<Operation, String> token) {
        String said = type.startsWith("multipart/") ? Forms.TYPE : type;
        return "%s %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nIf-Match: *\r\nContent-Type: %s\r\n%s\r\n\r\n"
                .formatted(
                        operation.method(),
                        operation.path().replaceAll("\\{[^}]*}", "00000000-0000-4000-8000-00000000dead"),
                        token.apply(operation),
                        said,
                        framing)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static Answer drip(ExecutorService workers, byte[] head, String framing)
            throws InterruptedException, ExecutionException, IOException {
        byte[] drop = (framing.equals("chunked") ? "1\r\n[\r\n" : "[").getBytes(StandardCharsets.ISO_8859_1);
        try (Wire wire = new Wire(RestAssured.port)) {
            wire.write(head);
            long begin = System.nanoTime();
            Future<Answer> answer = workers.submit(() -> wire.read());
            while (Duration.ofNanos(System.nanoTime() - begin).compareTo(LONGEST) < 0) {
                try {
                    return answer.get(BETWEEN_BYTES.toMillis(), TimeUnit.MILLISECONDS);
                } catch (TimeoutException notYet) {
                    try {
                        wire.write(drop);
                    } catch (IOException ended) {
                        return answer.get();
                    }
                }
            }
            return new Answer(-1, Map.of(), new byte[0], LONGEST);
        }
    }
}
