package vn.monitoring.report.regime;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.scope.Scope;
import vn.monitoring.kit.security.Caller;
import vn.monitoring.kit.text.Text;
import vn.monitoring.kit.web.Cursor;
import vn.monitoring.kit.web.Page;
import vn.monitoring.report.ReportProblem;
import vn.monitoring.report.unit.ReportingUnit;
import vn.monitoring.report.unit.Units;

/// Sets up regimes and finds them.
@ApplicationScoped
public class Regimes {

    private static final Logger LOG = Logger.getLogger(Regimes.class);

    private final RegimeRepository regimes;
    private final Units units;
    private final Scope scope;
    private final Caller caller;
    private final Clock clock;

    Regimes(RegimeRepository regimes, Units units, Scope scope, Caller caller, Clock clock) {
        this.regimes = regimes;
        this.units = units;
        this.scope = scope;
        this.caller = caller;
        this.clock = clock;
    }

    /// Creates a regime whose receiver lies in the caller's units; its senders lie below the receiver.
    ///
    /// Periods already cut off are not opened by the clock, only by hand.
    @Transactional
    public Regime create(RegimeRequest request) {
        scope.require(request.receiverUnitCode());
        requireSenders(request);
        requireDistinctSections(request);
        regimes.findByName(request.receiverUnitCode(), request.name().strip()).ifPresent(existing -> {
            throw new Problem(
                            ReportProblem.REGIME_EXISTS,
                            "Đơn vị nhận đã có chế độ báo cáo cùng tên. Hãy dùng chế độ đó hoặc đặt tên khác.",
                            "The receiver has a regime of this name. Use that one or choose another name.")
                    .with("regimeId", existing.id());
        });
        LocalDate yesterday = LocalDate.now(clock).minusDays(1);
        Regime regime = new Regime(request, yesterday, clock.instant(), caller.username());
        regimes.persist(regime);
        LOG.infof("regime %s created for receiver %s", regime.id(), regime.receiverUnitCode());
        return regime;
    }

    public Regime get(UUID id) {
        return regimes.findInSight(id, scope.paths()).orElseThrow(Problem::notFound);
    }

    /// The regime for one who manages it: its receiver lies in his units.
    public Regime getManaged(UUID id) {
        Regime regime = get(id);
        scope.require(regime.receiverUnitCode());
        return regime;
    }

    public Page<Regime> list(@Nullable String cursor, int limit) {
        Cursor position = Cursor.decode(cursor, 1);
        UUID after = position == null ? null : uuid(position.keys().getFirst());
        List<Regime> rows = regimes.listInSight(scope.paths(), after, limit + 1);
        return Page.of(rows, limit, regime -> Cursor.at(regime.id()));
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Problem.notFound();
        }
    }

    private void requireSenders(RegimeRequest request) {
        List<String> senders = request.sendersOrNone();
        if ((request.senderRule() == SenderRule.LISTED) == senders.isEmpty()) {
            throw invalid(
                    "senders",
                    "Quy tắc LISTED cần danh sách đơn vị gửi; quy tắc khác thì không có danh sách.",
                    "The rule LISTED needs a list of senders; the other rule has none.");
        }
        if (senders.isEmpty()) {
            return;
        }
        ReportingUnit receiver = units.find(request.receiverUnitCode()).orElseThrow(Problem::notFound);
        Map<String, ReportingUnit> known =
                units.find(senders).stream().collect(Collectors.toMap(ReportingUnit::code, Function.identity()));
        for (String code : senders) {
            ReportingUnit sender = known.get(code);
            if (sender == null || !sender.isWithin(receiver.path()) || code.equals(receiver.code())) {
                throw invalid(
                        "senders",
                        "Đơn vị gửi " + code + " không phải đơn vị trực thuộc đơn vị nhận.",
                        "The sender " + code + " is not a unit below the receiver.");
            }
        }
    }

    private static void requireDistinctSections(RegimeRequest request) {
        Set<String> keys = new HashSet<>();
        for (Section section : request.outline()) {
            if (!keys.add(section.key())) {
                throw invalid(
                        "sections",
                        "Mục " + section.key() + " lặp lại trong đề cương.",
                        "The section " + section.key() + " stands twice in the outline.");
            }
        }
    }

    private static Problem invalid(String field, String vi, String en) {
        Text message = new Text(vi, en);
        return new Problem(ReportProblem.REGIME_INVALID, message).violation("body", field, message);
    }
}
