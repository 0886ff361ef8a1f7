package vn.monitoring.report.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.calendar.Period;
import vn.monitoring.kit.outbox.Outbox;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.scope.Scope;
import vn.monitoring.kit.security.Caller;
import vn.monitoring.kit.text.Vietnamese;
import vn.monitoring.kit.web.Cursor;
import vn.monitoring.kit.web.ETags;
import vn.monitoring.kit.web.Page;
import vn.monitoring.report.ranking.Component;
import vn.monitoring.report.ranking.Rankings;
import vn.monitoring.report.ranking.Rankings.Standing;
import vn.monitoring.report.unit.ReportingUnit;
import vn.monitoring.report.unit.Units;

/// The life of a sheet: made from the year's published ranking, written and submitted by the commune, assessed by the
/// standing body above, confirmed by its leader.
@ApplicationScoped
class Sheets {

    private static final Logger LOG = Logger.getLogger(Sheets.class);

    private final SheetRepository sheets;
    private final Rankings rankings;
    private final Units units;
    private final EntityManager entities;
    private final Outbox outbox;
    private final Scope scope;
    private final Caller caller;
    private final Clock clock;

    Sheets(
            SheetRepository sheets,
            Rankings rankings,
            Units units,
            EntityManager entities,
            Outbox outbox,
            Scope scope,
            Caller caller,
            Clock clock) {
        this.sheets = sheets;
        this.rankings = rankings;
        this.units = units;
        this.entities = entities;
        this.outbox = outbox;
        this.scope = scope;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    SheetResponse make(SheetRequest request) {
        scope.require(request.unitCode());
        Optional<Sheet> present = sheets.findByUnit(request.unitCode(), request.year());
        if (present.isPresent()) {
            throw new Problem(
                            EvaluationProblem.EVALUATION_EXISTS,
                            "Phiếu đánh giá năm %d của đơn vị đã có. Hãy mở phiếu đó.".formatted(request.year()),
                            "The unit's sheet of %d exists. Open that one.".formatted(request.year()))
                    .with("sheetId", present.get().id());
        }
        ReportingUnit unit = units.find(request.unitCode()).orElseThrow(Problem::notFound);
        String above = unit.path().split("\\.", -1)[0];
        Period year = Period.of(Integer.toString(request.year()));
        Standing standing = rankings.standing(above, year, unit.code())
                .orElseThrow(() -> new Problem(
                        EvaluationProblem.RANKING_MISSING,
                        "Chưa có bảng xếp hạng năm %d được công bố có đơn vị này. Hãy công bố xếp hạng năm trước."
                                .formatted(request.year()),
                        "No published ranking of %d holds this unit. Publish the year's ranking first."
                                .formatted(request.year())));
        Sheet sheet = new Sheet(unit.code(), above, request.year(), standing, clock.instant(), caller.username());
        entities.persist(sheet);
        return saved(sheet, "made");
    }

    @Transactional
    SheetResponse get(UUID id) {
        return SheetResponse.from(find(id));
    }

    @Transactional
    Page<SheetResponse> list(
            @Nullable String unit,
            @Nullable Integer year,
            @Nullable SheetStatus status,
            @Nullable String cursor,
            int limit) {
        if (unit != null) {
            scope.require(unit);
        }
        return Page.of(
                        sheets.listInSight(scope.paths(), unit, year, status, Cursor.decode(cursor, 2), limit + 1),
                        limit,
                        sheet -> Cursor.at(sheet.year(), sheet.unitCode()))
                .map(SheetResponse::from);
    }

    @Transactional
    SheetResponse assessSelf(UUID id, Map<Component, String> texts, @Nullable String ifMatch) {
        Sheet sheet = locked(id, ifMatch, SheetStatus.DRAFT);
        Map<Component, String> kept = new EnumMap<>(Component.class);
        texts.forEach((component, text) -> kept.put(component, Vietnamese.nfc(text.strip())));
        sheet.markSelfAssessed(kept);
        return saved(sheet, "self-assessed");
    }

    @Transactional
    SheetResponse submit(UUID id, @Nullable String ifMatch) {
        Sheet sheet = locked(id, ifMatch, SheetStatus.DRAFT);
        if (sheet.selfAssessment().size() < Component.values().length) {
            throw new Problem(
                    EvaluationProblem.SELF_ASSESSMENT_INCOMPLETE,
                    "Hãy ghi tự đánh giá cho đủ %d tiêu chí rồi nộp.".formatted(Component.values().length),
                    "Write the self-assessment of all %d criteria, then submit.".formatted(Component.values().length));
        }
        sheet.markSubmitted(clock.instant(), caller.username());
        return saved(sheet, "submitted");
    }

    @Transactional
    SheetResponse assess(UUID id, SheetRequest.Assessment assessment, @Nullable String ifMatch) {
        Sheet sheet = locked(id, ifMatch, SheetStatus.SUBMITTED);
        Standing standing = sheet.standing();
        SheetRule rule = new SheetRule(standing.policy());
        List<Points> points = assessment.points().stream()
                .map(given -> new Points(
                        given.kind(),
                        given.points(),
                        Vietnamese.nfc(given.reason().strip())))
                .toList();
        if (!rule.allows(points)) {
            throw new Problem(
                    EvaluationProblem.POINTS_OUT_OF_BOUNDS,
                    "Tổng điểm thưởng tối đa %d, tổng điểm trừ tối đa %d. Hãy sửa rồi gửi lại."
                            .formatted(
                                    standing.policy().mostBonus(),
                                    standing.policy().mostPenalty()),
                    "At most %d bonus points and %d penalty points. Correct and send again."
                            .formatted(
                                    standing.policy().mostBonus(),
                                    standing.policy().mostPenalty()));
        }
        sheet.markAssessed(
                Vietnamese.nfc(assessment.text().strip()),
                points,
                rule.classify(standing.total(), points, standing.row().rank() != null),
                clock.instant(),
                caller.username());
        return saved(sheet, "assessed");
    }

    @Transactional
    SheetResponse confirm(UUID id, @Nullable String ifMatch) {
        Sheet sheet = locked(id, ifMatch, SheetStatus.ASSESSED);
        Instant now = clock.instant();
        sheet.markConfirmed(now, caller.username());
        SheetResponse confirmed = saved(sheet, "confirmed");
        outbox.append(SheetEvent.confirmed(confirmed, now));
        return confirmed;
    }

    private Sheet find(UUID id) {
        return sheets.findInSight(id, scope.paths()).orElseThrow(Problem::notFound);
    }

    /// @param needed the status in which this step is taken, which tells whose step it is too
    private Sheet locked(UUID id, @Nullable String ifMatch, SheetStatus needed) {
        Sheet sheet = find(id);
        entities.refresh(sheet, LockModeType.PESSIMISTIC_WRITE);
        boolean byTheCommune = needed == SheetStatus.DRAFT;
        String unitCode = byTheCommune ? sheet.unitCode() : sheet.aboveUnitCode();
        if (!caller.unitCodes().contains(unitCode)) {
            throw new Problem(
                    byTheCommune ? EvaluationProblem.NOT_EVALUATED_UNIT : EvaluationProblem.NOT_EVALUATING_UNIT,
                    "Chỉ người của đơn vị " + unitCode + " làm bước này.",
                    "Only people of unit " + unitCode + " take this step.");
        }
        ETags.requireMatch(ifMatch, sheet.version());
        if (sheet.status() != needed) {
            throw new Problem(
                            EvaluationProblem.EVALUATION_STATUS,
                            "Bước này chỉ làm khi phiếu ở trạng thái " + needed + ". Hãy tải lại phiếu.",
                            "This step is taken while the sheet is " + needed + ". Load it anew.")
                    .with("currentStatus", sheet.status());
        }
        return sheet;
    }

    private SheetResponse saved(Sheet sheet, String step) {
        entities.flush();
        LOG.infof("evaluation sheet %s: %s", sheet.id(), step);
        return SheetResponse.from(sheet);
    }
}
