package vn.monitoring.report.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import vn.monitoring.kit.metric.Figure;
import vn.monitoring.kit.metric.Figures;

/// How far webhooks are behind.
@ApplicationScoped
class DeliveryFigures implements Figures {

    @Override
    public List<Figure> list() {
        return List.of(
                Figure.of(
                        "monitoring.webhook.deliveries.pending",
                        "Deliveries that wait to be sent or sent again; counted up to 100,000",
                        "select count(*) from (select from webhook_delivery where status = 'PENDING' limit 100000) waiting"),
                Figure.of(
                        "monitoring.webhook.deliveries.failing",
                        "Pending deliveries that failed at least once; counted up to 100,000",
                        "select count(*) from (select from webhook_delivery where status = 'PENDING' and attempts > 0 limit 100000) waiting"),
                Figure.of(
                        "monitoring.webhook.oldest.age.seconds",
                        "How long the oldest pending delivery has waited",
                        """
                        select coalesce(greatest(0, extract(epoch from now() - min(queued_at))), 0)
                        from webhook_delivery where status = 'PENDING'"""),
                Figure.of(
                        "monitoring.webhooks.disabled",
                        "Webhooks that were switched off",
                        "select count(*) from webhook where status = 'DISABLED'"));
    }
}
