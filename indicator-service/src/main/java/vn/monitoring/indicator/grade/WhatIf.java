package vn.monitoring.indicator.grade;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.monitoring.indicator.grading.Explanation;
import vn.monitoring.indicator.grading.GradeStatus;
import vn.monitoring.indicator.grading.Grader;
import vn.monitoring.indicator.grading.GradingCase;
import vn.monitoring.indicator.grading.GradingPolicy;
import vn.monitoring.indicator.grading.Judgement;
import vn.monitoring.kit.problem.Problem;

/// Grades under another policy without storing anything, beside the grades under the one in force.
@ApplicationScoped
class WhatIf {

    static final int MOST = 5_000;
    private static final int AT_ONCE = 1_000;

    private static final String CHOSEN = """
            select i.id from indicator i
            join plan p on p.id = i.plan_id and p.status = 'IN_FORCE'
            join unit u on u.code = i.responsible_unit_code
            where u.path <@ any (cast(? as ltree[]))
                and (cast(? as text) is null or u.path <@ (select path from unit where code = ?))
                and (cast(? as uuid) is null or i.plan_id = ?)
                and (cast(? as uuid[]) is null or i.id = any (?))
            order by i.id limit ?
            """;

    /// Which indicators are tried; nulls do not narrow.
    record Choice(
            @Nullable String unitCode,
            @Nullable UUID planId,
            @Nullable Set<UUID> indicatorIds) {}

    /// @param before distribution of the statuses under the policy in force
    /// @param after  the same under the tried settings
    @Schema(name = "WhatIf")
    record Result(
            LocalDate asOf,
            int indicators,
            PolicySettings settings,
            Map<GradeStatus, Integer> before,
            Map<GradeStatus, Integer> after,
            List<Difference> differences) {}

    /// An indicator that would have another status.
    @Schema(name = "WhatIfDifference")
    record Difference(
            UUID indicatorId,
            UUID planId,
            String unitCode,
            @Nullable String indicatorNumber,
            String indicatorName,
            GradeStatus before,
            GradeStatus after,
            Explanation explanation) {}

    private final FactsReader reader;
    private final GradingPolicies policies;
    private final DataSource dataSource;

    WhatIf(FactsReader reader, GradingPolicies policies, DataSource dataSource) {
        this.reader = reader;
        this.policies = policies;
        this.dataSource = dataSource;
    }

    /// @param scopePaths what the caller may see
    /// @throws Problem 404 for chosen indicators out of sight, 422 for bad settings and too many indicators
    Result tryOut(PolicySettings settings, Choice choice, LocalDate asOf, String scopePaths) {
        GradingPolicy inForce = policies.current();
        GradingPolicy tried = settings.over(inForce, inForce.version());
        List<UUID> ids = choose(choice, scopePaths);
        Grader present = new Grader(inForce);
        Grader other = new Grader(tried);
        Map<GradeStatus, Integer> before = none();
        Map<GradeStatus, Integer> after = none();
        List<Difference> differences = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            for (IndicatorFacts facts : reader.read(ids.subList(from, Math.min(from + AT_ONCE, ids.size())))) {
                GradingCase about = facts.on(asOf);
                GradeStatus was = present.grade(about).status();
                Judgement would = other.grade(about);
                before.merge(was, 1, Integer::sum);
                after.merge(would.status(), 1, Integer::sum);
                if (was != would.status()) {
                    differences.add(difference(facts, was, would));
                }
            }
        }
        return new Result(asOf, ids.size(), PolicySettings.of(tried), before, after, differences);
    }

    private static Difference difference(IndicatorFacts facts, GradeStatus was, Judgement would) {
        return new Difference(
                facts.indicatorId(),
                facts.planId(),
                facts.unitCode(),
                facts.number(),
                facts.name(),
                was,
                would.status(),
                would.explanation());
    }

    private static Map<GradeStatus, Integer> none() {
        Map<GradeStatus, Integer> counts = new EnumMap<>(GradeStatus.class);
        for (GradeStatus status : GradeStatus.values()) {
            counts.put(status, 0);
        }
        return counts;
    }

    private List<UUID> choose(Choice choice, String scopePaths) {
        List<UUID> ids = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(CHOSEN)) {
            Set<UUID> chosen = choice.indicatorIds();
            java.sql.Array array = chosen == null ? null : connection.createArrayOf("uuid", chosen.toArray());
            statement.setString(1, scopePaths);
            statement.setString(2, choice.unitCode());
            statement.setString(3, choice.unitCode());
            statement.setObject(4, choice.planId());
            statement.setObject(5, choice.planId());
            statement.setArray(6, array);
            statement.setArray(7, array);
            statement.setInt(8, MOST + 1);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getObject(1, UUID.class));
                }
            }
            if (chosen != null && ids.size() < chosen.size()) {
                throw Problem.notFound();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot choose indicators", e);
        }
        if (ids.size() > MOST) {
            throw new Problem(
                    GradeProblem.WHAT_IF_TOO_WIDE,
                    "Thử được tối đa %d chỉ tiêu một lần. Hãy chọn một đơn vị nhỏ hơn, một kế hoạch hoặc danh sách chỉ tiêu."
                            .formatted(MOST),
                    "At most %d indicators can be tried at once. Choose a smaller unit, a plan or a list of indicators."
                            .formatted(MOST));
        }
        return ids;
    }
}
