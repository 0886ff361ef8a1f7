package vn.monitoring.indicator.unit;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.monitoring.indicator.unit.UnitBatchResponse.Result;
import vn.monitoring.indicator.unit.UnitBatchResponse.RowError;
import vn.monitoring.indicator.unit.UnitBatchResponse.Summary;
import vn.monitoring.kit.outbox.Outbox;
import vn.monitoring.kit.security.Caller;
import vn.monitoring.kit.sheet.Change;
import vn.monitoring.kit.text.Text;

/// Takes in a list of units: each row by itself, or all or none (`atomic`).
///
/// Runs in the caller's transaction. A row may name a parent that stands anywhere in the file. A row below a
/// failed one fails with it, unless its parent is stored already.
@ApplicationScoped
class UnitBatch {

    private static final Logger LOG = Logger.getLogger(UnitBatch.class);

    private final UnitRepository units;
    private final Outbox outbox;
    private final Caller caller;
    private final Clock clock;

    UnitBatch(UnitRepository units, Outbox outbox, Caller caller, Clock clock) {
        this.units = units;
        this.outbox = outbox;
        this.caller = caller;
        this.clock = clock;
    }

    UnitBatchResponse run(String csv, boolean dryRun, boolean atomic) {
        List<UnitCsv.Line> lines = UnitCsv.read(csv);
        units.lockTree();
        UnitTree tree = new UnitTree(units.listAll());
        Map<Integer, RowProblem> problems = new TreeMap<>();
        Map<Integer, String> laid = lay(lines, tree, problems);
        refuse(laid, tree, problems);
        List<Unit> changes = tree.changes();
        boolean applied = !dryRun && !(atomic && !problems.isEmpty());
        if (applied) {
            units.save(changes);
            Instant now = clock.instant();
            outbox.append(
                    changes.stream().map(unit -> UnitEvent.changed(unit, now)).toList());
            LOG.infof("units: %d rows, %d changed, %d failed", lines.size(), changes.size(), problems.size());
        }
        Map<String, Change> byCode = changes.stream()
                .collect(Collectors.toMap(Unit::code, unit -> unit.version() == 1 ? Change.CREATED : Change.UPDATED));
        return answer(lines, problems, byCode, dryRun, atomic, applied);
    }

    /// Lays every row that is right in itself over the tree; the unit's code by row number.
    private static Map<Integer, String> lay(
            List<UnitCsv.Line> lines, UnitTree tree, Map<Integer, RowProblem> problems) {
        Map<Integer, String> laid = new TreeMap<>();
        Map<String, Integer> first = new HashMap<>();
        for (UnitCsv.Line line : lines) {
            Integer before = first.putIfAbsent(line.text("code"), line.row());
            if (before != null && !line.text("code").isEmpty()) {
                problems.put(
                        line.row(),
                        new RowProblem(
                                UnitProblem.DUPLICATE_UNIT_ROW,
                                "code",
                                new Text(
                                        "Đơn vị này đã có ở dòng %d; hãy bỏ một trong hai dòng.".formatted(before),
                                        "This unit stands in row %d already; remove one of the two."
                                                .formatted(before))));
                continue;
            }
            UnitLine.Read read = UnitLine.read(line);
            Unit unit = read.unit();
            RowProblem problem = read.problem();
            if (unit != null) {
                tree.lay(unit);
                laid.put(line.row(), unit.code());
            } else if (problem != null) {
                problems.put(line.row(), problem);
            }
        }
        return laid;
    }

    /// Takes back rows that do not fit into the tree, until all that is left fits: a row taken back may have been a
    /// parent.
    private void refuse(Map<Integer, String> laid, UnitTree tree, Map<Integer, RowProblem> problems) {
        Map<Integer, RowProblem> found = misfits(laid, tree);
        while (!found.isEmpty()) {
            for (Integer row : found.keySet()) {
                String code = laid.remove(row);
                if (code != null) {
                    tree.takeBack(code);
                }
            }
            problems.putAll(found);
            found = misfits(laid, tree);
        }
    }

    private Map<Integer, RowProblem> misfits(Map<Integer, String> laid, UnitTree tree) {
        Map<Integer, RowProblem> found = new TreeMap<>();
        laid.forEach((row, code) -> {
            RowProblem problem = misfit(code, tree);
            if (problem != null) {
                found.put(row, problem);
            }
        });
        return found;
    }

    private @Nullable RowProblem misfit(String code, UnitTree tree) {
        Unit unit = tree.find(code);
        if (unit == null) {
            return null;
        }
        String parent = unit.parentCode();
        if (parent != null && tree.find(parent) == null) {
            return new RowProblem(
                    UnitProblem.UNKNOWN_PARENT,
                    "parent_code",
                    new Text(
                            "Không có đơn vị %s trong hệ thống, và trong tệp cũng không có dòng hợp lệ cho đơn vị này."
                                    .formatted(parent),
                            "There is no unit %s, neither stored nor as a valid row of this file.".formatted(parent)));
        }
        if (tree.inCycle(code)) {
            return new RowProblem(
                    UnitProblem.UNIT_CYCLE,
                    "parent_code",
                    new Text(
                            "Đơn vị nằm dưới chính nó qua các đơn vị cấp trên; hãy sửa cột parent_code.",
                            "The unit lies below itself by way of its parents; correct the column parent_code."));
        }
        if (!tree.reachesTop(code)) {
            // A row above it fails in this round; this one is judged again without it.
            return null;
        }
        Unit stored = tree.findStored(code);
        List<String> own = caller.unitCodes();
        boolean outside =
                !tree.isUnder(code, own) || stored != null && !own.contains(code) && !storedUnder(stored, own);
        if (outside) {
            return new RowProblem(
                    UnitProblem.UNIT_OUT_OF_SCOPE,
                    "code",
                    new Text(
                            "Đơn vị nằm ngoài phạm vi của bạn. Hãy nhờ quản trị của tỉnh đó nhập.",
                            "The unit lies outside of your units. Ask that province's administrator to enter it."));
        }
        return null;
    }

    private static boolean storedUnder(Unit stored, List<String> own) {
        List<String> labels = List.of(stored.path().split("\\.", -1));
        return own.stream().anyMatch(code -> labels.contains(code.replace('.', '_')));
    }

    private static UnitBatchResponse answer(
            List<UnitCsv.Line> lines,
            Map<Integer, RowProblem> problems,
            Map<String, Change> changes,
            boolean dryRun,
            boolean atomic,
            boolean applied) {
        List<Result> results = new ArrayList<>();
        boolean held = atomic && !problems.isEmpty();
        RowProblem notApplied = new RowProblem(
                UnitProblem.NOT_APPLIED,
                "",
                new Text(
                        "Dòng này đúng nhưng chưa ghi vì yêu cầu ghi tất cả hoặc không dòng nào; hãy sửa các dòng lỗi rồi gửi lại.",
                        "This row is right but was not written, since all or nothing was asked for; correct the failed rows and send again."));
        for (UnitCsv.Line line : lines) {
            RowProblem problem = problems.get(line.row());
            if (problem == null && held) {
                problem = notApplied;
            }
            if (problem != null) {
                results.add(new Result(
                        line.row(), line.text("code"), problem.type().status(), null, RowError.from(problem)));
                continue;
            }
            Change change = changes.getOrDefault(line.text("code"), Change.UNCHANGED);
            results.add(new Result(line.row(), line.text("code"), change == Change.CREATED ? 201 : 200, change, null));
        }
        return new UnitBatchResponse(
                new Summary(
                        dryRun,
                        atomic,
                        applied,
                        lines.size(),
                        count(results, Change.CREATED),
                        count(results, Change.UPDATED),
                        count(results, Change.UNCHANGED),
                        (int) results.stream()
                                .filter(result -> result.problem() != null)
                                .count()),
                results);
    }

    private static int count(List<Result> results, Change change) {
        return (int)
                results.stream().filter(result -> result.change() == change).count();
    }
}
