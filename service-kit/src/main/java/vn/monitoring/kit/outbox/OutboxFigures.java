package vn.monitoring.kit.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import vn.monitoring.kit.metric.Figure;
import vn.monitoring.kit.metric.Figures;

/// How much the outbox holds back, and for how long.
@ApplicationScoped
class OutboxFigures implements Figures {

    @Override
    public List<Figure> list() {
        return List.of(
                Figure.of(
                        "monitoring.outbox.events",
                        "Facts that wait to be sent to Kafka; counted up to 100,000",
                        "select count(*) from (select from outbox_event limit 100000) waiting"),
                Figure.of("monitoring.outbox.oldest.age.seconds", "How long the oldest fact has waited", """
                        select coalesce(greatest(0, extract(epoch from now() - (
                            select appended_at from outbox_event order by id limit 1))), 0)"""));
    }
}
