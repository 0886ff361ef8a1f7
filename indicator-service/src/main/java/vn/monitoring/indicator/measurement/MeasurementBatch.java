package vn.monitoring.indicator.measurement;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.monitoring.indicator.measurement.FigureTable.Standing;
import vn.monitoring.indicator.period.ClosedPeriods;
import vn.monitoring.indicator.period.PeriodClosures;
import vn.monitoring.kit.bulk.BatchAnswer;
import vn.monitoring.kit.bulk.BatchAnswer.RowResult;
import vn.monitoring.kit.bulk.BatchBody;
import vn.monitoring.kit.bulk.BatchRow;
import vn.monitoring.kit.bulk.ReadAhead;
import vn.monitoring.kit.calendar.Period;
import vn.monitoring.kit.outbox.Outbox;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.security.Caller;
import vn.monitoring.kit.sheet.Change;

/// Takes in many figures at once, each row by itself, or all or none (`atomic`).
///
/// Runs in the caller's transaction, 5,000 rows a step, the next one read meanwhile. A figure that stands for the
/// indicator and period is
/// revised when the row says something else: the last word counts, as if the table were sent anew.
@ApplicationScoped
class MeasurementBatch {

    private static final Logger LOG = Logger.getLogger(MeasurementBatch.class);
    private static final int AT_ONCE = 5_000;

    private final FigureIndicators indicators;
    private final FigureTable figures;
    private final PeriodClosures closures;
    private final Outbox outbox;
    private final Caller caller;
    private final Clock clock;

    /// Ids that rise with time keep the index of the primary key compact.
    private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();

    MeasurementBatch(
            FigureIndicators indicators,
            FigureTable figures,
            PeriodClosures closures,
            Outbox outbox,
            Caller caller,
            Clock clock) {
        this.indicators = indicators;
        this.figures = figures;
        this.closures = closures;
        this.outbox = outbox;
        this.caller = caller;
        this.clock = clock;
    }

    /// @param body read once, or twice when atomic: a batch with a failed row writes nothing
    BatchAnswer run(Supplier<BatchBody> body, boolean dryRun, boolean atomic, boolean failedOnly) {
        boolean judgeFirst = dryRun || atomic;
        List<RowResult> results = new Pass(!judgeFirst).over(body);
        boolean failed = results.stream().anyMatch(result -> result.problem() != null);
        if (atomic && !dryRun && !failed) {
            results = new Pass(true).over(body);
        }
        BatchAnswer answer = BatchAnswer.of(results, dryRun, atomic, failedOnly);
        LOG.infof("measurements: %s", answer.summary());
        return answer;
    }

    private record Key(UUID indicatorId, Period period) {}

    /// One reading of the batch from its first row to its last.
    private final class Pass {

        private final boolean write;
        private final Measurement.Actor by =
                new Measurement.Actor(caller.subject(), caller.username(), caller.unitCodes());
        private final Instant now = Instant.now(clock);
        private final LocalDate today = LocalDate.now(clock);
        private final List<RowResult> results = new ArrayList<>();
        private final Map<UUID, FigureIndicator> byId = new HashMap<>();
        private final Map<String, Map<String, List<FigureIndicator>>> byUnit = new HashMap<>();
        private final Map<String, Period> periods = new HashMap<>();
        private final Map<Integer, ClosedPeriods> closed = new HashMap<>();
        private final Map<Key, Integer> firstRows = new HashMap<>();
        private final Set<String> locked = new TreeSet<>();

        Pass(boolean write) {
            this.write = write;
        }

        List<RowResult> over(Supplier<BatchBody> source) {
            try (BatchBody body = source.get();
                    ReadAhead<BatchRow> steps = new ReadAhead<>(() -> body.next(AT_ONCE))) {
                for (List<BatchRow> rows = steps.next(); !rows.isEmpty(); rows = steps.next()) {
                    take(rows);
                }
                return results;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void take(List<BatchRow> rows) {
            RowResult[] outcome = new RowResult[rows.size()];
            int first = rows.getFirst().number();
            List<BatchFigure> read = new ArrayList<>(rows.size());
            for (BatchRow row : rows) {
                try {
                    read.add(BatchFigure.read(row));
                } catch (Problem problem) {
                    outcome[row.number() - first] = RowResult.failed(row.number(), problem);
                }
            }
            lookUp(read);
            List<NewFigure> accepted = new ArrayList<>(read.size());
            for (BatchFigure figure : read) {
                try {
                    accepted.add(judge(figure));
                } catch (Problem problem) {
                    outcome[figure.row() - first] = RowResult.failed(figure.row(), problem);
                }
            }
            if (!accepted.isEmpty()) {
                for (RowResult result : store(accepted)) {
                    outcome[result.row() - first] = result;
                }
            }
            results.addAll(List.of(outcome));
        }

        private void lookUp(List<BatchFigure> read) {
            Set<UUID> unknownIds = read.stream()
                    .map(BatchFigure::indicatorId)
                    .filter(id -> id != null && !byId.containsKey(id))
                    .collect(Collectors.toSet());
            if (!unknownIds.isEmpty()) {
                indicators.find(unknownIds).forEach(found -> byId.put(found.id(), found));
            }
            Set<String> unknownUnits = read.stream()
                    .filter(figure -> figure.indicatorId() == null)
                    .map(BatchFigure::unitCode)
                    .filter(unit -> unit != null && !byUnit.containsKey(unit))
                    .collect(Collectors.toSet());
            if (unknownUnits.isEmpty()) {
                return;
            }
            unknownUnits.forEach(unit -> byUnit.put(unit, new HashMap<>()));
            for (FigureIndicator found : indicators.findOfUnits(unknownUnits)) {
                Map<String, List<FigureIndicator>> ofUnit = byUnit.get(found.unitCode());
                if (ofUnit != null && found.canonicalCode() != null) {
                    ofUnit.computeIfAbsent(found.canonicalCode(), _ -> new ArrayList<>(1))
                            .add(found);
                }
            }
        }

        /// @throws Problem why the row is not taken
        private NewFigure judge(BatchFigure figure) {
            FigureIndicator indicator = indicatorOf(figure);
            Period period = periods.computeIfAbsent(figure.period(), key -> PeriodClosures.known(key, today));
            indicator.requireFiguresFor(period);
            closed.computeIfAbsent(period.year(), closures::ofYear).requireOpen(indicator.responsiblePath(), period);
            figure.figures().require(indicator.percentage(), period, today);
            Integer before = firstRows.putIfAbsent(new Key(indicator.id(), period), figure.row());
            if (before != null) {
                throw new Problem(
                        MeasurementProblem.ROW_REPEATED,
                        "Chỉ tiêu và kỳ này đã có ở dòng %d; hãy bỏ một trong hai dòng.".formatted(before),
                        "Row %d has the same indicator and period; remove one of the two.".formatted(before));
            }
            return new NewFigure(figure.row(), ids.generate(), indicator, period, figure.figures(), figure.remarks());
        }

        private FigureIndicator indicatorOf(BatchFigure figure) {
            if (figure.indicatorId() != null) {
                FigureIndicator found = byId.get(figure.indicatorId());
                if (found == null) {
                    throw Problem.notFound();
                }
                return found;
            }
            List<FigureIndicator> found = byUnit.getOrDefault(String.valueOf(figure.unitCode()), Map.of())
                    .getOrDefault(String.valueOf(figure.canonicalCode()), List.of());
            if (found.size() == 1) {
                return found.getFirst();
            }
            throw found.isEmpty() ? unknown(figure) : ambiguous(figure, found);
        }

        private static Problem unknown(BatchFigure figure) {
            return new Problem(
                    MeasurementProblem.INDICATOR_UNKNOWN,
                    "Trong phạm vi của bạn, đơn vị %s không có chỉ tiêu %s trong kế hoạch đang thực hiện. Hãy kiểm tra hai mã này."
                            .formatted(figure.unitCode(), figure.canonicalCode()),
                    "Within your units, unit %s has no indicator %s in a plan in force. Check both codes."
                            .formatted(figure.unitCode(), figure.canonicalCode()));
        }

        private static Problem ambiguous(BatchFigure figure, List<FigureIndicator> found) {
            String candidates = found.stream()
                    .map(indicator -> indicator.id().toString())
                    .sorted()
                    .collect(Collectors.joining(", "));
            return new Problem(
                    MeasurementProblem.INDICATOR_AMBIGUOUS,
                    "Đơn vị %s có nhiều chỉ tiêu gắn với %s; hãy ghi indicatorId, một trong: %s."
                            .formatted(figure.unitCode(), figure.canonicalCode(), candidates),
                    "Unit %s has several indicators linked to %s; give indicatorId, one of: %s."
                            .formatted(figure.unitCode(), figure.canonicalCode(), candidates));
        }

        private List<RowResult> store(List<NewFigure> accepted) {
            lock(accepted);
            figures.lay(accepted);
            int created = write ? figures.insertNew(by, now) : 0;
            Map<Integer, Standing> standing = created == accepted.size()
                    ? Map.of()
                    : figures.listStanding().stream().collect(Collectors.toMap(Standing::row, stands -> stands));
            if (write && standing.values().stream().anyMatch(Standing::changed)) {
                figures.revise(by, now);
            }
            List<RowResult> stored = new ArrayList<>(accepted.size());
            for (NewFigure figure : accepted) {
                stored.add(result(figure, standing.get(figure.row())));
            }
            if (write) {
                outbox.append(BatchEvent.submitted(accepted, standing, by, now));
            }
            return stored;
        }

        /// In order, so that two batches over several periods do not wait for each other.
        private void lock(List<NewFigure> accepted) {
            if (!write) {
                return;
            }
            TreeSet<String> keys = accepted.stream()
                    .map(figure -> figure.period().key())
                    .collect(Collectors.toCollection(TreeSet::new));
            for (String key : keys) {
                if (locked.add(key)) {
                    figures.lockForBulk(key);
                }
            }
        }

        private RowResult result(NewFigure figure, @Nullable Standing stands) {
            if (stands == null) {
                return RowResult.done(
                        figure.row(), Change.CREATED, write ? figure.id().toString() : null);
            }
            return RowResult.done(
                    figure.row(),
                    stands.changed() ? Change.UPDATED : Change.UNCHANGED,
                    stands.id().toString());
        }
    }
}
