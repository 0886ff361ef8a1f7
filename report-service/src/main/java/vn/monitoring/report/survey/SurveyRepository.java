package vn.monitoring.report.survey;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.web.Cursor;

/// Stores surveys and their answers. One is in sight of whoever has its unit in the subtree of his units.
@ApplicationScoped
class SurveyRepository implements PanacheRepositoryBase<Survey, UUID> {

    private final EntityManager entities;

    SurveyRepository(EntityManager entities) {
        this.entities = entities;
    }

    Optional<Survey> findInSight(UUID id, String paths) {
        return entities.createNativeQuery("""
                        select s.* from survey s join unit u on u.code = s.unit_code
                        where s.id = :id and u.path <@ any (cast(:paths as ltree[]))""", Survey.class)
                .setParameter("id", id)
                .setParameter("paths", paths)
                .getResultStream()
                .findFirst()
                .map(Survey.class::cast);
    }

    Optional<Survey> findByToken(String token) {
        return find("token", token).firstResultOptional();
    }

    /// The last opened first.
    @SuppressWarnings("unchecked")
    List<Survey> listInSight(
            String paths, @Nullable String unit, @Nullable SurveyStatus status, @Nullable Cursor after, int rows) {
        return entities.createNativeQuery("""
                        select s.* from survey s join unit u on u.code = s.unit_code
                        where u.path <@ any (cast(:paths as ltree[]))
                        and (cast(:unit as text) is null or u.path <@ (select path from unit where code = :unit))
                        and (cast(:status as text) is null or s.status = :status)
                        and (cast(:at as timestamptz) is null
                            or (s.opened_at, s.id) < (cast(:at as timestamptz), cast(:afterId as uuid)))
                        order by s.opened_at desc, s.id desc""", Survey.class)
                .setParameter("paths", paths)
                .setParameter("unit", unit)
                .setParameter("status", status == null ? null : status.name())
                .setParameter(
                        "at",
                        after == null
                                ? null
                                : Instant.EPOCH
                                        .plus(after.number(0), ChronoUnit.MICROS)
                                        .toString())
                .setParameter("afterId", after == null ? null : after.id(1).toString())
                .setMaxResults(rows)
                .getResultList();
    }

    static Cursor after(Survey survey) {
        return Cursor.at(ChronoUnit.MICROS.between(Instant.EPOCH, survey.openedAt()), survey.id());
    }

    /// @return whether the nonce was new
    boolean addAnswer(UUID surveyId, UUID nonce, int score, Instant now) {
        return entities.createNativeQuery("""
                        insert into survey_answer (survey_id, nonce, score, answered_at) values (:survey, :nonce, :score, :now)
                        on conflict do nothing""")
                        .setParameter("survey", surveyId)
                        .setParameter("nonce", nonce)
                        .setParameter("score", score)
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }

    long countAnswersSince(UUID surveyId, Instant since) {
        return ((Number) entities.createNativeQuery(
                                "select count(*) from survey_answer where survey_id = :survey and answered_at > :since")
                        .setParameter("survey", surveyId)
                        .setParameter("since", since)
                        .getSingleResult())
                .longValue();
    }

    @SuppressWarnings("unchecked")
    Map<UUID, SurveyResponse.Ratio> results(Collection<UUID> surveyIds) {
        List<Object[]> rows = entities.createNativeQuery("""
                        select s.id, count(*) filter (where a.score >= s.satisfied_from), count(*)
                        from survey s join survey_answer a on a.survey_id = s.id
                        where s.id = any (cast(:ids as uuid[])) group by s.id""")
                .setParameter("ids", surveyIds.toArray(UUID[]::new))
                .getResultList();
        Map<UUID, SurveyResponse.Ratio> results = new HashMap<>();
        rows.forEach(row -> results.put((UUID) row[0], ratio(row[1], row[2])));
        return results;
    }

    /// By unit, period and field; those without answers too.
    @SuppressWarnings("unchecked")
    List<SurveyResponse.Result> results(String paths, @Nullable String unit, @Nullable String period) {
        List<Object[]> rows = entities.createNativeQuery("""
                        select s.unit_code, s.period, s.field, count(*) filter (where a.score >= s.satisfied_from),
                            count(a.nonce)
                        from survey s join unit u on u.code = s.unit_code left join survey_answer a on a.survey_id = s.id
                        where u.path <@ any (cast(:paths as ltree[]))
                        and (cast(:unit as text) is null or u.path <@ (select path from unit where code = :unit))
                        and (cast(:period as text) is null or s.period = :period)
                        group by 1, 2, 3 order by 1, 2, 3""")
                .setParameter("paths", paths)
                .setParameter("unit", unit)
                .setParameter("period", period)
                .getResultList();
        return rows.stream()
                .map(row -> new SurveyResponse.Result(
                        (String) row[0], (String) row[1], (String) row[2], ratio(row[3], row[4])))
                .toList();
    }

    private static SurveyResponse.Ratio ratio(Object satisfied, Object answers) {
        return SurveyResponse.Ratio.of(((Number) satisfied).longValue(), ((Number) answers).longValue());
    }
}
