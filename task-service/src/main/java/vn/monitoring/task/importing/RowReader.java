package vn.monitoring.task.importing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.sheet.Finding;
import vn.monitoring.kit.sheet.Outcome;
import vn.monitoring.kit.sheet.SheetFinding;
import vn.monitoring.kit.sheet.Table;
import vn.monitoring.kit.sheet.TableRow;
import vn.monitoring.kit.text.Vietnamese;
import vn.monitoring.task.plan.Plan;
import vn.monitoring.task.task.TaskFacts;
import vn.monitoring.task.task.TaskKind;
import vn.monitoring.task.timing.Timing;
import vn.monitoring.task.timing.TimingParser;

/// Makes tasks of the rows of a table: what each says, whose it is, what to look at, and what becomes of it.
final class RowReader {

    private final Plan plan;
    private final Leads leads;
    private final RowReview review;

    /// @param issuedOn when the plan was issued, as far as it is known
    RowReader(Plan plan, Leads leads, Table table, @Nullable LocalDate issuedOn) {
        this.plan = plan;
        this.leads = leads;
        this.review = new RowReview(table, leads, issuedOn, plan.unitCode().length() > 2);
    }

    List<ImportedRow> read(Table table) {
        List<ImportedRow> rows = new ArrayList<>();
        Map<String, Integer> uses = new HashMap<>();
        Map<List<String>, TableRow> seen = new HashMap<>();
        String before = "";
        for (TableRow printed : table.rows()) {
            String key = key(printed, before);
            int use = uses.merge(key, 1, Integer::sum);
            if (use > 1) {
                key = key + "#" + use;
            }
            boolean repeated = seen.putIfAbsent(content(printed), printed) != null;
            rows.add(read(printed, key, rows.size(), repeated));
            if (printed.kind() != TableRow.Kind.ORPHAN) {
                before = key;
            }
        }
        return rows;
    }

    private ImportedRow read(TableRow printed, String key, int position, boolean repeated) {
        TaskKind kind = kind(printed);
        List<String> agencies = Leads.split(printed.text(TaskTable.LEAD));
        Timing timing = TimingParser.parse(printed.text(TaskTable.TIMING), plan.onlyYear());
        String output = printed.text(TaskTable.OUTPUT);
        TaskFacts facts = new TaskFacts(
                kind,
                position,
                number(printed),
                blankToNull(printed.group()),
                blankToNull(printed.text(TaskTable.TITLE)),
                blankToNull(printed.text(TaskTable.WORK)),
                blankToNull(printed.text(TaskTable.RESPONSIBILITY)),
                blankToNull(printed.text(TaskTable.DIRECTOR)),
                blankToNull(printed.text(TaskTable.CHAIR)),
                agencies,
                Leads.split(printed.text(TaskTable.COORDINATORS)),
                blankToNull(output.isEmpty() ? printed.text(TaskTable.CRITERIA) : output),
                Leads.split(printed.text(TaskTable.LEGAL_BASIS)),
                timing,
                doubtful(printed));
        List<Finding> findings = new ArrayList<>(printed.findings());
        findings.addAll(review.of(printed, facts));
        Outcome outcome = outcome(printed, kind, repeated, findings);
        String responsible = agencies.isEmpty()
                ? plan.unitCode()
                : leads.find(agencies.getFirst()).orElse(plan.unitCode());
        String parentKey = kind == TaskKind.SUBTASK ? "n:" + printed.parentNumber() : null;
        return new ImportedRow(printed, key, parentKey, facts, responsible, outcome, List.copyOf(findings));
    }

    private static Outcome outcome(TableRow printed, TaskKind kind, boolean repeated, List<Finding> findings) {
        if (repeated && kind != TaskKind.ORPHAN) {
            findings.add(TaskFinding.DUPLICATE_REJECTED.at(printed.place(), printed.text(TaskTable.TITLE)));
            return Outcome.REJECTED;
        }
        if (doubtful(printed)) {
            return Outcome.NEEDS_DECISION;
        }
        return findings.isEmpty() ? Outcome.ACCEPTED : Outcome.FLAGGED;
    }

    /// Nobody can be given a row without a name, nor one of two that look like the same.
    private static boolean doubtful(TableRow printed) {
        return printed.kind() == TableRow.Kind.ORPHAN
                || printed.findings().stream()
                        .anyMatch(finding -> finding.code().equals(SheetFinding.DUPLICATE_ROW.name()));
    }

    private static TaskKind kind(TableRow printed) {
        return switch (printed.kind()) {
            case PARENT -> TaskKind.PARENT;
            case SUB -> TaskKind.SUBTASK;
            case ORPHAN -> TaskKind.ORPHAN;
            case ITEM, BULLET -> TaskKind.TASK;
        };
    }

    /// The number as it is spoken of: `18.đ` for a part, otherwise as printed.
    private static String number(TableRow printed) {
        return printed.kind() == TableRow.Kind.SUB ? printed.qualifiedNumber() : printed.number();
    }

    private static String key(TableRow printed, String before) {
        if (!printed.qualifiedNumber().isEmpty()) {
            return "n:" + printed.qualifiedNumber();
        }
        if (printed.kind() == TableRow.Kind.ORPHAN) {
            return "orphan after " + before;
        }
        return "t:" + hash(printed.group() + "\n" + Vietnamese.fold(printed.text(TaskTable.TITLE)));
    }

    private static List<String> content(TableRow printed) {
        List<String> content = new ArrayList<>();
        content.add(String.join(" / ", printed.groupPath()));
        content.add(printed.qualifiedNumber());
        printed.cells().forEach(cell -> content.add(Vietnamese.fold(cell.text())));
        return content;
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable String blankToNull(String text) {
        return text.codePoints().anyMatch(Character::isLetterOrDigit) ? text : null;
    }
}
