package vn.monitoring.kit.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import vn.monitoring.kit.metric.Figure;
import vn.monitoring.kit.metric.Figures;

/// How many answers are kept for requests that come again; the planner's estimate, since counting would read them all.
@ApplicationScoped
class AnswerFigures implements Figures {

    @Override
    public List<Figure> list() {
        return List.of(Figure.of(
                "monitoring.idempotent.answers",
                "Answers kept under an Idempotency-Key (estimate)",
                "select greatest(0, reltuples) from pg_class where oid = 'idempotent_answer'::regclass"));
    }
}
