package vn.monitoring.indicator.unit;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.monitoring.indicator.unit.UnitBatchResponse.Result;
import vn.monitoring.indicator.unit.UnitBatchResponse.RowError;
import vn.monitoring.indicator.unit.UnitBatchResponse.Summary;
import vn.monitoring.indicator.unit.UnitTree.Ascent;
import vn.monitoring.indicator.unit.UnitTree.End;
import vn.monitoring.kit.outbox.Outbox;
import vn.monitoring.kit.security.Caller;
import vn.monitoring.kit.sheet.Change;
import vn.monitoring.kit.text.Text;

/// Takes in a list of units, up to a whole country: each row by itself, or all or none (`atomic`).
///
/// Runs in the caller's transaction, one writer of the tree after the other; reads and writes by the set. A row may
/// name a parent that stands anywhere in the file. A row below a failed one fails with it, unless its parent is
/// stored already. What a decision has set (name, type, end) no list changes.
@ApplicationScoped
class UnitBatch {

    /// Province, commune, agency and what lies below it; longer ways up are mistakes.
    private static final int DEEPEST = 10;

    private static final Logger LOG = Logger.getLogger(UnitBatch.class);

    private final UnitRepository units;
    private final UnitChanges history;
    private final Outbox outbox;
    private final Caller caller;
    private final Clock clock;

    UnitBatch(UnitRepository units, UnitChanges history, Outbox outbox, Caller caller, Clock clock) {
        this.units = units;
        this.history = history;
        this.outbox = outbox;
        this.caller = caller;
        this.clock = clock;
    }

    UnitBatchResponse run(Path csv, boolean dryRun, boolean atomic) {
        List<Row> rows = read(csv);
        units.lockTree();
        UnitTree tree = load(rows);
        refuseDecided(rows, tree);
        refuseMisfits(rows, tree);
        List<Unit> changes = tree.changes();
        boolean failed = rows.stream().anyMatch(row -> row.problem != null);
        boolean applied = !dryRun && !(atomic && failed);
        if (applied) {
            store(changes, tree);
            LOG.infof("units: %d rows, %d changed", rows.size(), changes.size());
        }
        Map<String, Change> byCode = changes.stream()
                .collect(Collectors.toMap(Unit::code, unit -> unit.version() == 1 ? Change.CREATED : Change.UPDATED));
        return answer(rows, byCode, dryRun, atomic, applied);
    }

    /// One line of the file and what becomes of it.
    private static final class Row {

        private final int number;
        private final String code;
        private final @Nullable Unit unit;
        private @Nullable RowProblem problem;

        Row(int number, String code, @Nullable Unit unit, @Nullable RowProblem problem) {
            this.number = number;
            this.code = code;
            this.unit = unit;
            this.problem = problem;
        }

        /// The unit as the row gives it, null once something is wrong with the row.
        @Nullable
        Unit accepted() {
            return problem == null ? unit : null;
        }
    }

    private static List<Row> read(Path csv) {
        List<Row> rows = new ArrayList<>();
        Map<String, Integer> first = new HashMap<>();
        UnitCsv.read(csv, line -> {
            String code = line.text("code");
            Integer before = code.isEmpty() ? null : first.putIfAbsent(code, line.row());
            if (before != null) {
                rows.add(new Row(line.row(), code, null, duplicate(before)));
                return;
            }
            UnitLine.Read read = UnitLine.read(line);
            rows.add(new Row(line.row(), code, read.unit(), read.problem()));
        });
        return rows;
    }

    private static RowProblem duplicate(int before) {
        return new RowProblem(
                UnitProblem.DUPLICATE_UNIT_ROW,
                "code",
                new Text(
                        "Đơn vị này đã có ở dòng %d; hãy bỏ một trong hai dòng.".formatted(before),
                        "This unit stands in row %d already; remove one of the two.".formatted(before)));
    }

    /// What is stored of the rows' units and above them, then below those that move.
    private UnitTree load(List<Row> rows) {
        UnitTree tree = new UnitTree();
        Set<String> wanted = new HashSet<>();
        for (Row row : rows) {
            if (row.unit != null) {
                wanted.add(row.code);
                if (row.unit.parentCode() != null) {
                    wanted.add(row.unit.parentCode());
                }
            }
        }
        while (!wanted.isEmpty()) {
            List<Unit> found = units.listByCodes(wanted);
            tree.add(found);
            wanted = found.stream()
                    .flatMap(unit -> unit.codesOnPath().stream())
                    .filter(code -> tree.findStored(code) == null)
                    .collect(Collectors.toSet());
        }
        for (Row row : rows) {
            Unit unit = row.accepted();
            if (unit != null) {
                tree.lay(unit);
            }
        }
        List<Unit> moving = tree.moving();
        if (!moving.isEmpty()) {
            tree.add(units.listBelow(moving.stream().map(Unit::path).toList()));
        }
        return tree;
    }

    /// A list of units is no decision: it takes nothing back that one has set.
    private void refuseDecided(List<Row> rows, UnitTree tree) {
        Map<String, Row> contradicting = new HashMap<>();
        for (Row row : rows) {
            Unit stored = tree.findStored(row.code);
            Unit unit = row.accepted();
            if (unit != null && stored != null && unit.differsInHistoryFrom(stored)) {
                contradicting.put(row.code, row);
            }
        }
        if (contradicting.isEmpty()) {
            return;
        }
        for (String code : history.decided(contradicting.keySet())) {
            Row row = contradicting.get(code);
            if (row != null) {
                row.problem = new RowProblem(
                        UnitProblem.UNIT_DECIDED,
                        "code",
                        new Text(
                                "Tên, loại hoặc thời hạn của đơn vị đã được xác lập bằng quyết định; hãy ghi như hiện hành, hoặc dùng chức năng đổi tên, xếp loại lại, sáp nhập.",
                                "A decision has set the unit's name, type or end; give them as they are, or use renaming, reclassification or merger."));
                tree.takeBack(code);
            }
        }
    }

    /// Takes back rows that do not fit into the tree, until all that is left fits: a row taken back may have been a
    /// parent. Each round fails at least the topmost of them, so there are no more rounds than levels.
    private void refuseMisfits(List<Row> rows, UnitTree tree) {
        Set<String> own = Set.copyOf(caller.unitCodes());
        boolean found = true;
        while (found) {
            found = false;
            Map<String, Ascent> known = new HashMap<>();
            for (Row row : rows) {
                Unit unit = row.accepted();
                if (unit != null) {
                    row.problem = misfit(unit, tree, own, known);
                    found |= row.problem != null;
                }
            }
            for (Row row : rows) {
                if (row.problem != null && row.unit != null && tree.find(row.code) != tree.findStored(row.code)) {
                    tree.takeBack(row.code);
                }
            }
        }
    }

    private static @Nullable RowProblem misfit(Unit unit, UnitTree tree, Set<String> own, Map<String, Ascent> known) {
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
        Ascent ascent = tree.ascend(unit.code(), own, known);
        if (ascent.end() == End.CIRCLE) {
            return new RowProblem(
                    UnitProblem.UNIT_CYCLE,
                    "parent_code",
                    new Text(
                            "Đơn vị nằm dưới chính nó qua các đơn vị cấp trên; hãy sửa cột parent_code.",
                            "The unit lies below itself by way of its parents; correct the column parent_code."));
        }
        if (ascent.depth() > DEEPEST) {
            return RowProblem.field(
                    "parent_code",
                    "Đơn vị nằm quá sâu: cây đơn vị có tối đa 10 cấp; hãy sửa cột parent_code.",
                    "The unit lies too deep: the tree has at most 10 levels; correct the column parent_code.");
        }
        if (ascent.end() == End.BROKEN) {
            // A row above it fails in this round; this one is judged again without it.
            return null;
        }
        Unit stored = tree.findStored(unit.code());
        if (!ascent.own() || stored != null && stored.codesOnPath().stream().noneMatch(own::contains)) {
            return new RowProblem(
                    UnitProblem.UNIT_OUT_OF_SCOPE,
                    "code",
                    new Text(
                            "Đơn vị nằm ngoài phạm vi của bạn. Hãy nhờ quản trị của tỉnh đó nhập.",
                            "The unit lies outside of your units. Ask that province's administrator to enter it."));
        }
        return null;
    }

    private void store(List<Unit> changes, UnitTree tree) {
        units.save(changes);
        Instant now = clock.instant();
        LocalDate today = LocalDate.now(clock);
        String by = caller.username();
        List<UnitChange> events = new ArrayList<>();
        for (Unit unit : changes) {
            Unit before = tree.findStored(unit.code());
            if (before == null) {
                events.add(UnitChange.entered(unit, by, now));
            } else if (unit.differsInHistoryFrom(before)) {
                events.add(UnitChange.corrected(before, unit, today, by, now));
            }
        }
        history.append(events);
        outbox.append(changes.stream().map(unit -> UnitEvent.changed(unit, now)).toList());
    }

    private static UnitBatchResponse answer(
            List<Row> rows, Map<String, Change> changes, boolean dryRun, boolean atomic, boolean applied) {
        int failed = (int) rows.stream().filter(row -> row.problem != null).count();
        boolean held = atomic && failed > 0;
        RowProblem notApplied = new RowProblem(
                UnitProblem.NOT_APPLIED,
                "",
                new Text(
                        "Dòng này đúng nhưng chưa ghi vì yêu cầu ghi tất cả hoặc không dòng nào; hãy sửa các dòng lỗi rồi gửi lại.",
                        "This row is right but was not written, since all or nothing was asked for; correct the failed rows and send again."));
        List<Result> results = new ArrayList<>(rows.size());
        for (Row row : rows) {
            RowProblem problem = row.problem == null && held ? notApplied : row.problem;
            if (problem != null) {
                results.add(new Result(row.number, row.code, problem.type().status(), null, RowError.from(problem)));
                continue;
            }
            Change change = changes.getOrDefault(row.code, Change.UNCHANGED);
            results.add(new Result(row.number, row.code, change == Change.CREATED ? 201 : 200, change, null));
        }
        return new UnitBatchResponse(
                new Summary(
                        dryRun,
                        atomic,
                        applied,
                        rows.size(),
                        count(results, Change.CREATED),
                        count(results, Change.UPDATED),
                        count(results, Change.UNCHANGED),
                        held ? rows.size() : failed),
                results);
    }

    private static int count(List<Result> results, Change change) {
        return (int)
                results.stream().filter(result -> result.change() == change).count();
    }
}
