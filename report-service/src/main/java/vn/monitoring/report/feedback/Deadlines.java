package vn.monitoring.report.feedback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.monitoring.kit.calendar.WorkCalendar;
import vn.monitoring.kit.scope.Scope;
import vn.monitoring.kit.security.Caller;

/// How many working days an answer may take, by field: as the unit set it, else the nearest unit above, else the
/// installation's default.
@ApplicationScoped
class Deadlines {

    private final EntityManager entities;
    private final WorkCalendar calendar;
    private final Scope scope;
    private final Caller caller;
    private final Clock clock;
    private final int standard;

    Deadlines(
            EntityManager entities,
            WorkCalendar calendar,
            Scope scope,
            Caller caller,
            Clock clock,
            @ConfigProperty(name = "monitoring.feedback.working-days") int standard) {
        this.entities = entities;
        this.calendar = calendar;
        this.scope = scope;
        this.caller = caller;
        this.clock = clock;
        this.standard = standard;
    }

    /// What a unit set for a field.
    @Schema(name = "FeedbackDeadline")
    record Deadline(String unitCode, String field, int workingDays) {}

    LocalDate dueOn(String unitCode, String field, LocalDate receivedOn) {
        Optional<Integer> set = entities.createNativeQuery("""
                        select d.working_days from unit asked join unit above on asked.path <@ above.path
                        join feedback_deadline d on d.unit_code = above.code and d.field = :field
                        where asked.code = :unit order by nlevel(above.path) desc""", Integer.class)
                .setParameter("field", field)
                .setParameter("unit", unitCode)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(Integer.class::cast);
        return AnswerDeadline.dueOn(receivedOn, set.orElse(standard), calendar);
    }

    @Transactional
    Deadline set(String unitCode, String field, int workingDays) {
        scope.require(unitCode);
        entities.createNativeQuery("""
                        insert into feedback_deadline (unit_code, field, working_days, set_at, set_by)
                        values (:unit, :field, :days, :now, :by)
                        on conflict (unit_code, field) do update set working_days = excluded.working_days,
                            set_at = excluded.set_at, set_by = excluded.set_by""")
                .setParameter("unit", unitCode)
                .setParameter("field", field)
                .setParameter("days", workingDays)
                .setParameter("now", clock.instant())
                .setParameter("by", caller.username())
                .executeUpdate();
        return new Deadline(unitCode, field, workingDays);
    }

    /// Those of a unit and of the units above it, the nearest first.
    @Transactional
    @SuppressWarnings("unchecked")
    List<Deadline> list(String unitCode) {
        scope.require(unitCode);
        List<Object[]> rows =
                entities.createNativeQuery("""
                        select d.unit_code, d.field, d.working_days from unit asked
                        join unit above on asked.path <@ above.path join feedback_deadline d on d.unit_code = above.code
                        where asked.code = :unit order by nlevel(above.path) desc, d.field""").setParameter("unit", unitCode).getResultList();
        return rows.stream()
                .map(row -> new Deadline((String) row[0], (String) row[1], (Integer) row[2]))
                .toList();
    }
}
