package vn.monitoring.report.obligation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.problem.KitProblem;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.scope.Scope;
import vn.monitoring.kit.text.Text;
import vn.monitoring.kit.web.Cursor;
import vn.monitoring.kit.web.Page;
import vn.monitoring.report.period.ReportPeriod;

/// Finds what is owed.
@ApplicationScoped
public class Obligations {

    private final ObligationRepository obligations;
    private final ObligationStates states;
    private final Scope scope;
    private final Clock clock;

    Obligations(ObligationRepository obligations, ObligationStates states, Scope scope, Clock clock) {
        this.obligations = obligations;
        this.states = states;
        this.scope = scope;
        this.clock = clock;
    }

    /// The obligation, when its sender lies in the caller's units.
    @Transactional
    public Obligation get(UUID id) {
        return obligations.findInSight(id, scope.paths()).orElseThrow(Problem::notFound);
    }

    Page<Obligation> list(
            @Nullable String unitCode,
            @Nullable UUID regimeId,
            @Nullable String period,
            @Nullable ObligationStatus status,
            @Nullable String cursor,
            int limit) {
        return page(filter(unitCode, regimeId, period, status), cursor, limit);
    }

    private Page<Obligation> page(ObligationFilter filter, @Nullable String cursor, int limit) {
        Cursor after = Cursor.decode(cursor, 3);
        return Page.of(
                obligations.listInSight(filter, after, limit + 1),
                limit,
                obligation -> Cursor.at(obligation.window().cutOff(), obligation.unitCode(), obligation.id()));
    }

    /// As the list of obligations, of those that have a report; a null status means any but `OPEN`.
    public Page<Obligation> listReported(
            @Nullable String unitCode,
            @Nullable UUID regimeId,
            @Nullable String period,
            @Nullable ObligationStatus status,
            @Nullable String cursor,
            int limit) {
        ObligationFilter filter = filter(unitCode, regimeId, period, status).withReport();
        return page(filter, cursor, limit);
    }

    /// Completeness and timeliness per regime and period, the last cut-off first.
    ///
    /// @param asOf at the end of this day; null for today
    @Transactional
    Page<ObligationSummary> summarise(
            @Nullable String unitCode,
            @Nullable UUID regimeId,
            @Nullable String period,
            @Nullable LocalDate asOf,
            @Nullable String cursor,
            int limit) {
        ObligationFilter filter = filter(unitCode, regimeId, period, null);
        LocalDate day = dayOf(asOf);
        Cursor after = Cursor.decode(cursor, 3);
        List<ObligationStates.Row> rows = states.summarise(
                new ObligationStates.Asked(day, filter.paths(), unitCode, regimeId, filter.period()),
                after,
                limit + 1,
                ObligationSummary.MOST_MISSING);
        Map<List<Object>, List<ObligationStates.Row>> periods = rows.stream()
                .collect(Collectors.groupingBy(
                        row -> List.<Object>of(row.regimeId(), row.period()), LinkedHashMap::new, Collectors.toList()));
        List<ObligationSummary> summaries = periods.values().stream()
                .map(levels -> ObligationSummary.from(levels, day))
                .toList();
        return Page.of(
                summaries, limit, summary -> Cursor.at(summary.cutOffOn(), summary.regimeId(), summary.period()));
    }

    /// How far the senders of a period were at the end of a day, in unit order.
    ///
    /// @param punctuality only these; null for all
    /// @param asOf at the end of this day; null for today
    @Transactional
    Page<SenderState> listSenders(
            UUID regimeId,
            String period,
            @Nullable Punctuality punctuality,
            @Nullable LocalDate asOf,
            @Nullable String cursor,
            int limit) {
        String key = ReportPeriod.find(period).orElseThrow(Problem::notFound).key();
        Cursor after = Cursor.decode(cursor, 1);
        return Page.of(
                states.senders(
                        new ObligationStates.Asked(dayOf(asOf), scope.paths(), null, regimeId, key),
                        punctuality,
                        after == null ? null : after.keys().getFirst(),
                        limit + 1),
                limit,
                sender -> Cursor.at(sender.unitCode()));
    }

    private LocalDate dayOf(@Nullable LocalDate asOf) {
        return asOf == null ? LocalDate.now(clock) : asOf;
    }

    /// Reads a period key that a client sent.
    static ReportPeriod period(String in, String key) {
        return ReportPeriod.find(key)
                .orElseThrow(() -> new Problem(
                                KitProblem.INVALID_REQUEST,
                                "Kỳ báo cáo ghi như 2026-09, 2026-Q3, 2026-H1, 2026-9M, 2026 hoặc 2026-X03 (đột xuất).",
                                "A period is written as 2026-09, 2026-Q3, 2026-H1, 2026-9M, 2026 or 2026-X03 (ad hoc).")
                        .violation(in, "period", new Text("Không phải kỳ báo cáo.", "Not a period.")));
    }

    private ObligationFilter filter(
            @Nullable String unitCode,
            @Nullable UUID regimeId,
            @Nullable String period,
            @Nullable ObligationStatus status) {
        if (unitCode != null) {
            scope.require(unitCode);
        }
        String key = period == null ? null : period("query", period).key();
        return new ObligationFilter(scope.paths(), unitCode, regimeId, key, status, false);
    }
}
