package vn.monitoring.kit.testing.hostile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import vn.monitoring.kit.testing.TestDatabase;
import vn.monitoring.kit.testing.hostile.Contract.Operation;
import vn.monitoring.kit.testing.hostile.Wire.Answer;

/// Says of each answer whether it is one that a hostile request may get.
final class Verdicts {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LONGEST = Duration.ofSeconds(15);
    private static final List<String> MEMBERS = List.of("type", "title", "detail", "instance", "code", "traceId");
    private static final Pattern INSIDE = Pattern.compile(
            "Exception|\\tat |\\bat (vn|org|io|com|java)\\.|org\\.(postgresql|hibernate|jboss)|java\\.(lang|util|sql)\\.|vn\\.monitoring\\.|SQLSTATE");

    private final ConcurrentLinkedQueue<String> findings = new ConcurrentLinkedQueue<>();
    private final Map<String, String> refusedByMark = new ConcurrentHashMap<>();
    private final Map<Integer, AtomicInteger> statuses = new ConcurrentHashMap<>();
    private final AtomicInteger requests = new AtomicInteger();

    List<String> findings() {
        return List.copyOf(findings);
    }

    int requests() {
        return requests.get();
    }

    List<String> statistics() {
        return statuses.entrySet().stream()
                .map(status -> "status " + status.getKey() + ": " + status.getValue())
                .toList();
    }

    /// The request that everything else is made from has to reach the operation; a rule of the domain may refuse it
    /// there.
    void judgeUsual(Operation operation, Answer answer) {
        if (answer.status() <= 0
                || answer.status() >= 500
                || answer.status() == 401
                || answer.status() == 403 && answer.text().contains("\"FORBIDDEN\"")
                || answer.status() == 405) {
            findings.add("%s | usual request | %d %s".formatted(operation, answer.status(), shortened(answer.text())));
        }
    }

    void judge(Operation operation, Attack attack, Answer answer) {
        requests.incrementAndGet();
        statuses.computeIfAbsent(answer.status(), _ -> new AtomicInteger()).incrementAndGet();
        String wrong = wrong(attack, answer);
        if (!wrong.isEmpty()) {
            findings.add("%s | %s | %s".formatted(operation, shortened(attack.what()), wrong));
        }
        if (answer.status() >= 400 && !attack.mark().isEmpty()) {
            refusedByMark.put(attack.mark(), operation + " | " + shortened(attack.what()));
        }
    }

    void judgeSlow(String what, Answer answer) {
        requests.incrementAndGet();
        String wrong = answer.status() == 408 ? notAProblem(answer) : answer.status() + " " + shortened(answer.text());
        if (!wrong.isEmpty()) {
            findings.add(what + " | " + wrong);
        }
    }

    private static String wrong(Attack attack, Answer answer) {
        if (answer.status() == -1) {
            return "no answer in time";
        }
        if (answer.took().compareTo(LONGEST) > 0) {
            return "an answer only after " + answer.took();
        }
        if (attack.bare() && answer.body().length == 0 && answer.status() < 500 && answer.status() % 400 < 100) {
            return "";
        }
        if (answer.status() == 0) {
            return "the connection ended without an answer";
        }
        if (answer.status() >= 500) {
            return answer.status() + " " + shortened(answer.text());
        }
        if (answer.status() >= 400) {
            return notAProblem(answer);
        }
        if (attack.refused() && !(answer.status() == 207 && everyRowRefused(answer))) {
            return "taken: " + answer.status() + " " + shortened(answer.text());
        }
        return harmed(attack, answer);
    }

    private static String notAProblem(Answer answer) {
        if (!answer.header("content-type").startsWith("application/problem+json")) {
            return "%d without a problem: %s %s"
                    .formatted(answer.status(), answer.header("content-type"), shortened(answer.text()));
        }
        try {
            JsonNode problem = JSON.readTree(answer.body());
            for (String member : MEMBERS) {
                if (problem.path(member).asText().isBlank()) {
                    return "%d with a problem without %s: %s"
                            .formatted(answer.status(), member, shortened(answer.text()));
                }
            }
            if (problem.path("status").asInt() != answer.status()) {
                return "%d with a problem that says another status: %s"
                        .formatted(answer.status(), shortened(answer.text()));
            }
        } catch (java.io.IOException noJson) {
            return answer.status() + " with a problem that is no JSON: " + shortened(answer.text());
        }
        if (answer.status() == 401 && answer.header("www-authenticate").isEmpty()) {
            return "401 without WWW-Authenticate";
        }
        if (answer.status() == 405 && answer.header("allow").isEmpty()) {
            return "405 without Allow";
        }
        return INSIDE.matcher(answer.text()).find()
                ? answer.status() + " tells the inside: " + shortened(answer.text())
                : "";
    }

    private static boolean everyRowRefused(Answer answer) {
        try {
            for (JsonNode row : JSON.readTree(answer.text()).path("results")) {
                if (row.path("status").asInt() < 400 || row.path("status").asInt() >= 500) {
                    return false;
                }
            }
            return true;
        } catch (JsonProcessingException noJson) {
            return false;
        }
    }

    /// A text that was taken comes back as it was sent, but for spaces and the form of its accents.
    private static String harmed(Attack attack, Answer answer) {
        if (answer.header("set-cookie").startsWith("a=b")) {
            return "a header was injected";
        }
        if (attack.sent().isEmpty() || !answer.header("content-type").startsWith("application/json")) {
            return "";
        }
        try {
            List<String> texts = new ArrayList<>();
            collect(JSON.readTree(answer.body()), attack.mark(), texts);
            for (String text : texts) {
                if (!plain(text).contains(plain(attack.sent()))) {
                    return "came back as " + shortened(text);
                }
            }
            return "";
        } catch (java.io.IOException noJson) {
            return "an answer that is no JSON: " + shortened(answer.text());
        }
    }

    private static void collect(JsonNode node, String mark, List<String> texts) {
        if (node.isTextual() && node.asText().contains(mark)) {
            texts.add(node.asText());
        }
        node.forEach(child -> collect(child, mark, texts));
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replaceAll("\\s+", " ")
                .strip();
    }

    /// What was refused must stand nowhere.
    void compareWithDatabase() {
        try (Connection connection = TestDatabase.shared().connect();
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(
                    "select tablename from pg_tables where schemaname = 'public' and tablename <> 'flyway_schema_history'")) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            for (String table : tables) {
                try (ResultSet rows = statement.executeQuery(
                        "select distinct found[1] from \"%s\" t, regexp_matches(t::text, 'hx[0-9]{7}z', 'g') found"
                                .formatted(table))) {
                    while (rows.next()) {
                        String refused = refusedByMark.get(rows.getString(1));
                        if (refused != null) {
                            findings.add(refused + " | was refused but stands in table " + table);
                        }
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String shortened(String text) {
        String line = text.replaceAll("[\\p{Cntrl}]+", " ");
        return line.length() <= 220 ? line : line.substring(0, 220) + "…";
    }
}
