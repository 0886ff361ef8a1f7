package vn.monitoring.bench.faults.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.monitoring.bench.faults.work.JournalLine.Edited;
import vn.monitoring.bench.faults.work.RecordedWrite;

/// No edit of an aggregate that several edit at once was lost: each acknowledged word stands there once, each edit is
/// built on the one before it, and the history has as many states as there were edits.
final class EditsKept implements Check {

    static final String FIGURES = """
            select distinct id, revision, numerator::bigint, note from (
                select id, revision, numerator, note from measurement
                union all select measurement_id, revision, numerator, note from measurement_history) state
            where id = '%s' order by revision""";

    static final String TASK = """
            select coalesce(work, ''), (select count(*) from task_history where task_id = task.id and what = 'CORRECTED')
            from task where id = '%s'""";

    static final String SECTION = """
            select revision, text from report_section_revision where report_id = '%s' and key = '%s' order by revision""";

    @Override
    public String name() {
        return "No edit was lost";
    }

    @Override
    public CheckResult check(Evidence evidence) {
        List<String> violations = new ArrayList<>();
        int edits = 0;
        List<Edited> all = evidence.recording().lines(Edited.class);
        for (Edited edited : all) {
            List<String> words = switch (edited.operation()) {
                case "reviseMeasurement" -> figure(evidence, edited, violations);
                case "correctTask" -> task(evidence, edited, violations);
                case "editReportSection" -> section(evidence, edited, violations);
                default -> throw new IllegalArgumentException("nobody edits by " + edited.operation());
            };
            edits += words.size();
            compare(evidence, edited, words, violations);
        }
        return CheckResult.of(name(), "%,d edits of %d aggregates".formatted(edits, all.size()), violations);
    }

    private static void compare(Evidence evidence, Edited edited, List<String> words, List<String> violations) {
        Map<String, Integer> times = new HashMap<>();
        words.forEach(word -> times.merge(word, 1, Integer::sum));
        for (RecordedWrite write : evidence.recording().writes()) {
            if (!write.meant().subject().equals(edited.subject())
                    || !write.meant().operation().equals(edited.operation())) {
                continue;
            }
            int found = times.getOrDefault(write.word(), 0);
            times.remove(write.word());
            boolean agrees = switch (write.outcome()) {
                case ACKNOWLEDGED -> found == 1;
                case REFUSED -> found == 0;
                case UNKNOWN -> found <= 1;
            };
            if (!agrees) {
                violations.add("the edit is %d times in %s, but was %s: %s"
                        .formatted(found, edited.subject(), write.outcome(), write.told()));
            }
        }
        times.keySet()
                .forEach(word -> violations.add("%s bears %s, which nobody wrote".formatted(edited.subject(), word)));
    }

    private static List<String> figure(Evidence evidence, Edited edited, List<String> violations) {
        List<String> words = new ArrayList<>();
        long expected = 0;
        for (Row row : evidence.rows("indicator", FIGURES.formatted(edited.subject()))) {
            if (row.number(2) != expected) {
                violations.add("figure %s counts %d in revision %d, not %d: an edit was built on an older state"
                        .formatted(edited.subject(), row.number(2), row.number(1), expected));
            }
            if (expected > 0) {
                words.add(RecordedWrite.wordOf(row.text(3)));
            }
            expected = row.number(2) + 1;
        }
        return words;
    }

    private static List<String> task(Evidence evidence, Edited edited, List<String> violations) {
        List<Row> rows = evidence.rows("task", TASK.formatted(edited.subject()));
        if (rows.isEmpty()) {
            violations.add("task %s is gone".formatted(edited.subject()));
            return List.of();
        }
        List<String> words = words(evidence, rows.getFirst().text(0));
        if (words.size() != rows.getFirst().number(1)) {
            violations.add("task %s bears %d edits, its history has %d"
                    .formatted(edited.subject(), words.size(), rows.getFirst().number(1)));
        }
        return words;
    }

    private static List<String> section(Evidence evidence, Edited edited, List<String> violations) {
        List<String> before = List.of();
        long revision = 0;
        for (Row row : evidence.rows(
                "report", SECTION.formatted(edited.subject(), edited.place().get("section")))) {
            List<String> now = words(evidence, row.text(1));
            if (row.number(0) != revision + 1
                    || now.size() != before.size() + 1
                    || !now.subList(0, before.size()).equals(before)) {
                violations.add("revision %d of the section of %s is not revision %d and one edit more: %s"
                        .formatted(
                                row.number(0),
                                edited.subject(),
                                revision,
                                now.isEmpty() ? "it has none" : "it ends with " + now.getLast()));
            }
            before = now;
            revision = row.number(0);
        }
        return before;
    }

    /// The edits in a text: words that are an actor's name, a point and a number.
    private static List<String> words(Evidence evidence, String text) {
        List<String> actors = evidence.recording().writes().stream()
                .map(write -> write.meant().actor() + ".")
                .distinct()
                .toList();
        List<String> words = new ArrayList<>();
        for (String word : text.split("\\s+", -1)) {
            if (actors.stream().anyMatch(word::startsWith)) {
                words.add(word);
            }
        }
        return words;
    }
}
