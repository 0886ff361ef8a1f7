package vn.monitoring.kit.testing.hostile;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import vn.monitoring.hostile.Attack;
import vn.monitoring.hostile.Contract.Operation;
import vn.monitoring.hostile.Marks;
import vn.monitoring.hostile.Verdict;
import vn.monitoring.hostile.Wire.Answer;
import vn.monitoring.kit.testing.TestDatabase;

/// Collects what is wrong with the answers to hostile requests.
final class Verdicts {

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
            findings.add("%s | usual request | %d %s"
                    .formatted(operation, answer.status(), Verdict.shortened(answer.text())));
        }
    }

    void judge(Operation operation, Attack attack, Answer answer) {
        requests.incrementAndGet();
        statuses.computeIfAbsent(answer.status(), _ -> new AtomicInteger()).incrementAndGet();
        String wrong = Verdict.onAnswer(attack, answer);
        if (!wrong.isEmpty()) {
            findings.add("%s | %s | %s".formatted(operation, Verdict.shortened(attack.what()), wrong));
        }
        if (answer.status() >= 400 && !attack.mark().isEmpty()) {
            refusedByMark.put(attack.mark(), operation + " | " + Verdict.shortened(attack.what()));
        }
    }

    void judgeSlow(String what, Answer answer) {
        requests.incrementAndGet();
        String wrong = answer.status() == 408
                ? Verdict.onProblem(answer)
                : answer.status() + " " + Verdict.shortened(answer.text());
        if (!wrong.isEmpty()) {
            findings.add(what + " | " + wrong);
        }
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
                        "select distinct found[1] from \"%s\" t, regexp_matches(t::text, '%s', 'g') found"
                                .formatted(table, Marks.PATTERN))) {
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
}
