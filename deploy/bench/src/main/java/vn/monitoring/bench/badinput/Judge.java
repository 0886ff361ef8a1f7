package vn.monitoring.bench.badinput;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import vn.monitoring.bench.badinput.Request.Kind;
import vn.monitoring.hostile.Attack;
import vn.monitoring.hostile.Contract.Operation;
import vn.monitoring.hostile.Verdict;
import vn.monitoring.hostile.Wire.Answer;

/// Judges each answer by itself, and keeps what has to be compared with the databases later.
final class Judge {

    private static final Map<Kind, Integer> ONE_STATUS = Map.of(Kind.STRANGER, 401, Kind.ROLE, 403);

    private final BiFunction<Exchange, String, Answer> reading;
    private final Findings findings;
    private final Set<String> readable;

    /// Refused requests: by their trace ids, and by the marks in their texts.
    private final Map<String, Exchange> refused = new ConcurrentHashMap<>();

    private final Map<String, Exchange> refusedMarks = new ConcurrentHashMap<>();

    /// @param reading reads an address as the caller of a write
    /// @param readable the paths that can be read
    Judge(BiFunction<Exchange, String, Answer> reading, Findings findings, Set<String> readable) {
        this.reading = reading;
        this.findings = findings;
        this.readable = readable;
    }

    void judge(Exchange exchange) {
        Attack attack = exchange.attack();
        Answer answer = exchange.answer();
        findings.count(exchange);
        tell(exchange, Verdict.onAnswer(attack, answer));
        tell(
                exchange,
                Verdict.onStatus(attack, answer, exchange.request().operation().statuses()));
        Integer only = ONE_STATUS.get(exchange.request().kind());
        if (only != null && answer.status() != only) {
            tell(exchange, "%d instead of %d".formatted(answer.status(), only));
        }
        if (saysLanguage(attack)) {
            tell(exchange, Verdict.onLanguage(answer, exchange.request().english()));
        }
        if (answer.status() >= 400) {
            refused.put(exchange.trace(), exchange);
            if (!attack.mark().isEmpty()) {
                refusedMarks.put(attack.mark(), exchange);
            }
        } else if (answer.status() >= 200
                && answer.status() < 300
                && !attack.sent().isEmpty()) {
            readAgain(exchange);
        }
    }

    private void tell(Exchange exchange, String wrong) {
        if (!wrong.isEmpty()) {
            findings.add(exchange, wrong);
        }
    }

    /// Hostile headers may say anything of languages.
    private static boolean saysLanguage(Attack attack) {
        return !attack.what().startsWith("header Accept-Language") && !attack.bare();
    }

    /// A text that was taken has to be read as it was written.
    private void readAgain(Exchange exchange) {
        Operation operation = exchange.request().operation();
        String location = exchange.answer().header("location");
        String target = location.startsWith("/") ? location : "";
        if (target.isEmpty() && readable.contains(operation.path())) {
            target = exchange.attack().head().split(" ", 3)[1];
        }
        if (operation.writes() && !target.isEmpty()) {
            Answer read = reading.apply(exchange, target);
            if (read.status() == 200) {
                tell(exchange, Verdict.onText(exchange.attack(), read));
            }
        }
    }

    /// Forgets what was compared: requests of a megabyte are among them.
    void forget() {
        refused.clear();
        refusedMarks.clear();
    }

    /// Compares with what the audit trails say about changes, by trace id.
    void compare(Map<String, String> changes) {
        changes.forEach((trace, change) -> {
            Exchange exchange = refused.get(trace);
            if (exchange != null) {
                tell(
                        exchange,
                        "refused with %d and yet %s".formatted(exchange.answer().status(), change));
            }
        });
    }

    /// Compares with the marks that stand in tables.
    ///
    /// @param tables by mark
    void compareMarks(Map<String, String> tables) {
        tables.forEach((mark, table) -> {
            Exchange exchange = refusedMarks.get(mark);
            if (exchange != null) {
                tell(
                        exchange,
                        "refused with %d, but its text stands in %s"
                                .formatted(exchange.answer().status(), table));
            }
        });
    }
}
