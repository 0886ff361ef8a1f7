package vn.monitoring.indicator.plan;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.monitoring.indicator.unit.Unit;
import vn.monitoring.indicator.unit.UnitProblem;
import vn.monitoring.indicator.unit.UnitRepository;
import vn.monitoring.indicator.unit.UnitType;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.scope.Scope;
import vn.monitoring.kit.sheet.ImportResult;
import vn.monitoring.kit.sheet.Table;
import vn.monitoring.kit.sheet.TableCell;
import vn.monitoring.kit.text.Text;
import vn.monitoring.kit.text.Vietnamese;
import vn.monitoring.kit.web.Cursor;

/// Plans and indicators within the caller's scope.
@ApplicationScoped
class PlanService {

    private final PlanRepository plans;
    private final IndicatorRepository indicators;
    private final UnitRepository units;
    private final PlanImport imports;
    private final Scope scope;
    private final Clock clock;

    PlanService(
            PlanRepository plans,
            IndicatorRepository indicators,
            UnitRepository units,
            PlanImport imports,
            Scope scope,
            Clock clock) {
        this.plans = plans;
        this.indicators = indicators;
        this.units = units;
        this.imports = imports;
        this.scope = scope;
        this.clock = clock;
    }

    /// Reads a workbook and stores its plan, or only says what would be stored. In the caller's transaction.
    ///
    /// @throws Problem when the file or the plan's description cannot be used at all
    ImportResult importPlan(PlanRequest request, Path file, String fileName, boolean dryRun) {
        PlanHeader header = request.header("plan.");
        Unit unit = issuer(header.unitCode());
        Table table = IndicatorSheet.read(file, fileName);
        refuseAnotherUnits(table, unit);
        return imports.run(header, table, request, dryRun);
    }

    private Unit issuer(String unitCode) {
        Unit unit = scope.covers(unitCode) ? units.find(unitCode).orElse(null) : null;
        if (unit == null) {
            throw new Problem(
                            PlanProblem.PLAN_UNIT_NOT_FOUND,
                            "Không có đơn vị " + unitCode
                                    + " trong phạm vi của bạn. Hãy kiểm tra mã đơn vị, hoặc nhập đơn vị trước.",
                            "There is no unit " + unitCode
                                    + " within your units. Check the code, or enter the unit first.")
                    .violation("body", "plan.unitCode", new Text("Không tìm thấy.", "Not found."));
        }
        if (unit.type() == UnitType.AGENCY || unit.type() == UnitType.SUB_UNIT) {
            throw new Problem(
                            PlanProblem.PLAN_INVALID,
                            "Kế hoạch do tỉnh hoặc xã, phường, đặc khu ban hành; hãy ghi mã của cấp đó.",
                            "A plan is issued by a province or a commune; give the code of that unit.")
                    .violation(
                            "body",
                            "plan.unitCode",
                            new Text("Không phải tỉnh hoặc xã.", "Neither a province nor a commune."));
        }
        if (unit.endedBefore(LocalDate.now(clock))) {
            throw UnitProblem.ceased(unit);
        }
        return unit;
    }

    /// A workbook whose heading names another commune, and not the plan's own, is the wrong file.
    private void refuseAnotherUnits(Table table, Unit unit) {
        if (table.titleLines().stream().anyMatch(cell -> names(cell, unit.name()))) {
            return;
        }
        List<Unit> others = units.listCommunes().stream()
                .filter(other -> !other.code().equals(unit.code()))
                .toList();
        for (TableCell cell : table.titleLines()) {
            for (Unit other : others) {
                if (names(cell, other.name())) {
                    throw new Problem(
                                    PlanProblem.PLAN_OF_ANOTHER_UNIT,
                                    "Tiêu đề bảng ghi %s, nhưng kế hoạch được nhập cho %s. Hãy chọn đúng tệp hoặc đúng đơn vị."
                                            .formatted(other.name(), unit.name()),
                                    "The table's heading names %s, but the plan is to be entered for %s. Choose the right file or unit."
                                            .formatted(other.name(), unit.name()))
                            .violation("file", cell.place(), Text.same(cell.text()));
                }
            }
        }
    }

    private static boolean names(TableCell cell, String name) {
        return (" " + Vietnamese.fold(cell.text()) + " ").contains(" " + Vietnamese.fold(name) + " ");
    }

    List<Plan> listPlans(PlanFilter filter, @Nullable Cursor after, int limit) {
        return plans.list(scope.paths(), filter, after, limit);
    }

    Plan getPlan(UUID id) {
        if (!plans.visible(id, scope.paths())) {
            throw Problem.notFound();
        }
        return plans.findByIdOptional(id).orElseThrow(Problem::notFound);
    }

    List<Indicator> listIndicators(IndicatorFilter filter, @Nullable Cursor after, int limit) {
        return indicators.list(scope.paths(), filter, after, limit);
    }

    Indicator getIndicator(UUID id) {
        Indicator indicator = indicators.findWithTargets(id).orElseThrow(Problem::notFound);
        scope.require(indicator.responsibleUnitCode());
        return indicator;
    }
}
