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
import vn.monitoring.kit.web.ETags;
import vn.monitoring.kit.web.Page;
import vn.monitoring.report.ReportProblem;
import vn.monitoring.report.unit.ReportingUnit;
import vn.monitoring.report.unit.Units;

/// Sets up regimes, edits them by revisions, ends them and finds them.
@ApplicationScoped
public class Regimes {

    private static final Logger LOG = Logger.getLogger(Regimes.class);

    private final RegimeRepository regimes;
    private final RegimeRevisions revisions;
    private final Units units;
    private final Scope scope;
    private final Caller caller;
    private final Clock clock;

    Regimes(RegimeRepository regimes, RegimeRevisions revisions, Units units, Scope scope, Caller caller, Clock clock) {
        this.regimes = regimes;
        this.revisions = revisions;
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
        RegimeSettings settings = request.settings();
        requireValid(request.receiverUnitCode(), settings);
        requireNewName(request.receiverUnitCode(), settings.name(), null);
        LocalDate yesterday = LocalDate.now(clock).minusDays(1);
        Regime regime = new Regime(request.receiverUnitCode(), settings, yesterday, clock.instant(), caller.username());
        regimes.persistAndFlush(regime);
        revisions.add(regime.id(), revision(regime));
        LOG.infof("regime %s created for receiver %s", regime.id(), regime.receiverUnitCode());
        return regime;
    }

    /// Sets a regime anew for the periods that are not open yet; open ones keep what they were opened under.
    @Transactional
    public Regime revise(UUID id, RegimeRequest request, @Nullable String ifMatch) {
        Regime regime = getManaged(id);
        ETags.requireMatch(ifMatch, regime.version());
        requireRunning(regime);
        if (!regime.receiverUnitCode().equals(request.receiverUnitCode())) {
            throw invalid(
                    "receiverUnitCode",
                    "Đơn vị nhận không đổi được. Hãy kết thúc chế độ này và lập chế độ mới.",
                    "The receiver cannot change. End this regime and set up a new one.");
        }
        RegimeSettings settings = request.settings();
        requireValid(regime.receiverUnitCode(), settings);
        requireNewName(regime.receiverUnitCode(), settings.name(), id);
        regime.revise(settings);
        regimes.flush();
        revisions.add(id, revision(regime));
        LOG.infof("regime %s: revision %d", id, regime.revision());
        return regime;
    }

    /// Ends a regime: periods cut off after the last day are not opened. A day that has not passed can be moved.
    @Transactional
    public Regime end(UUID id, LocalDate lastDay, @Nullable String ifMatch) {
        Regime regime = getManaged(id);
        ETags.requireMatch(ifMatch, regime.version());
        requireRunning(regime);
        regime.endOn(lastDay);
        regimes.flush();
        LOG.infof("regime %s ends on %s", id, lastDay);
        return regime;
    }

    /// What was set of a regime, oldest first.
    List<RegimeRevision> listRevisions(UUID id) {
        return revisions.list(get(id).id());
    }

    private RegimeRevision revision(Regime regime) {
        return new RegimeRevision(regime.revision(), regime.settings(), clock.instant(), caller.username());
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
        UUID after = position == null ? null : position.id(0);
        List<Regime> rows = regimes.listInSight(scope.paths(), after, limit + 1);
        return Page.of(rows, limit, regime -> Cursor.at(regime.id()));
    }

    private void requireRunning(Regime regime) {
        if (!regime.runsOn(LocalDate.now(clock))) {
            throw new Problem(
                            ReportProblem.REGIME_ENDED,
                            "Chế độ báo cáo đã kết thúc. Hãy lập chế độ mới.",
                            "The regime has ended. Set up a new one.")
                    .with("endsOn", String.valueOf(regime.endsOn()));
        }
    }

    private void requireNewName(String receiverUnitCode, String name, @Nullable UUID own) {
        regimes.findByName(receiverUnitCode, name)
                .filter(existing -> !existing.id().equals(own))
                .ifPresent(existing -> {
                    throw new Problem(
                                    ReportProblem.REGIME_EXISTS,
                                    "Đơn vị nhận đã có chế độ báo cáo cùng tên. Hãy dùng chế độ đó hoặc đặt tên khác.",
                                    "The receiver has a regime of this name. Use that one or choose another name.")
                            .with("regimeId", existing.id());
                });
    }

    private void requireValid(String receiverUnitCode, RegimeSettings settings) {
        ReportingUnit receiver = units.find(receiverUnitCode).orElseThrow(Problem::notFound);
        requireSenders(receiver, settings);
        requireDistinct("sections", settings.sections());
        String through = settings.consolidatingUnitCode();
        if (through != null
                && units.find(through)
                        .filter(unit -> unit.isWithin(receiver.path()))
                        .isEmpty()) {
            throw invalid(
                    "consolidatingUnitCode",
                    "Đơn vị tổng hợp " + through + " không phải đơn vị nhận hoặc đơn vị trực thuộc.",
                    "The consolidating unit " + through + " is not the receiver or a unit below it.");
        }
    }

    private void requireSenders(ReportingUnit receiver, RegimeSettings settings) {
        List<String> senders = settings.senders();
        if ((settings.senderRule() == SenderRule.LISTED) == senders.isEmpty()) {
            throw invalid(
                    "senders",
                    "Quy tắc LISTED cần danh sách đơn vị gửi; quy tắc khác thì không có danh sách.",
                    "The rule LISTED needs a list of senders; the other rules have none.");
        }
        Map<String, ReportingUnit> known =
                units.find(senders).stream().collect(Collectors.toMap(ReportingUnit::code, Function.identity()));
        for (String code : senders) {
            ReportingUnit sender = known.get(code);
            if (sender == null || !sender.isWithin(receiver.path())) {
                throw invalid(
                        "senders",
                        "Đơn vị gửi " + code + " không phải đơn vị trực thuộc đơn vị nhận.",
                        "The sender " + code + " is not a unit below the receiver.");
            }
            if (code.equals(receiver.code()) && settings.receiverName() == null) {
                throw invalid(
                        "senders",
                        "Đơn vị " + code + " không gửi báo cáo cho chính mình. Nếu nơi nhận ở ngoài hệ thống, hãy ghi"
                                + " receiverName.",
                        "The unit " + code + " sends no report to itself. Name the receiver (receiverName) when it is"
                                + " outside of the platform.");
            }
        }
    }

    /// Refuses an outline in which two sections have the same key.
    public static void requireDistinct(String field, List<Section> outline) {
        Set<String> keys = new HashSet<>();
        for (Section section : outline) {
            if (!keys.add(section.key())) {
                throw invalid(
                        field,
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
