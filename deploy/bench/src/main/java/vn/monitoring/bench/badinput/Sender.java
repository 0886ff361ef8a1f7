package vn.monitoring.bench.badinput;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import vn.monitoring.client.Api;
import vn.monitoring.client.Parallel;
import vn.monitoring.client.Wait;
import vn.monitoring.hostile.Attack;
import vn.monitoring.hostile.Wire;
import vn.monitoring.hostile.Wire.Answer;

/// Sends requests to the gateway as they are written, each with its caller's token and a trace id of its own.
final class Sender {

    private static final int AT_ONCE = 8;
    private static final int TOO_MANY = 429;
    private static final int ATTEMPTS = 30;

    private final Api api;
    private final int port;
    private final String run;
    private final AtomicLong sent = new AtomicLong();

    /// @param run 16 hexadecimal digits with which the trace ids of this run begin
    Sender(Api api, int port, String run) {
        this.api = api;
        this.port = port;
        this.run = run;
    }

    /// Some at once, in no order.
    void send(List<Request> requests, Consumer<Exchange> answered) {
        Queue<Request> waiting = new ConcurrentLinkedQueue<>(requests);
        Parallel.forEach(Collections.nCopies(AT_ONCE, waiting), AT_ONCE, queue -> {
            try (Wire wire = new Wire(port)) {
                for (Request next = queue.poll(); next != null; next = queue.poll()) {
                    answered.accept(exchange(wire, next));
                }
            }
        });
    }

    /// One after the other; several such lists may run at once.
    void sendInOrder(List<Request> requests, Consumer<Exchange> answered) {
        try (Wire wire = new Wire(port)) {
            requests.forEach(request -> answered.accept(exchange(wire, request)));
        }
    }

    private Exchange exchange(Wire wire, Request request) {
        String trace = "%s%016x".formatted(run, sent.incrementAndGet());
        Attack attack = dressed(request, trace);
        Answer answer = wire.exchange(attack.bytes());
        for (int attempt = 1; isToBeAskedAgain(answer) && attempt < ATTEMPTS; attempt++) {
            Wait.pause(Duration.ofSeconds(1));
            answer = wire.exchange(attack.bytes());
        }
        return new Exchange(request, attack, trace, answer);
    }

    /// Whether it was refused by a limit that is over in a moment; some of the public's are hours long, and their 429
    /// is
    /// the answer.
    private static boolean isToBeAskedAgain(Answer answer) {
        return answer.status() == TOO_MANY && answer.header("retry-after").matches("[0-2]");
    }

    /// Reads what a write has left, as its caller.
    Answer read(Exchange after, String target) {
        Caller caller = after.request().caller();
        String token =
                caller == null ? "" : "Authorization: Bearer " + api.tokens().of(caller.user()) + "\r\n";
        String message = "GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n%s\r\n".formatted(target, token);
        try (Wire wire = new Wire(port)) {
            return wire.exchange(message.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    private Attack dressed(Request request, String trace) {
        Attack attack = request.draft().make();
        String head = attack.head();
        if (!head.contains("\r\ntraceparent: ")) {
            attack = attack.with("traceparent", "00-" + trace + "-" + run + "-01");
        }
        if (request.english() && !head.contains("\r\nAccept-Language: ")) {
            attack = attack.with("Accept-Language", "en");
        }
        Caller caller = request.caller();
        return caller == null
                ? attack
                : attack.with("Authorization", "Bearer " + api.tokens().of(caller.user()));
    }
}
