package vn.monitoring.report.feed;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.monitoring.kit.text.Text;

/// One entry of the feed as dashboards receive it.
///
/// @param id the CloudEvents id of the fact that it tells of
/// @param type that fact's CloudEvents type
/// @param unitCode the unit that is responsible for the subject: who may see that unit sees the entry
/// @param subject the id of the indicator's measurement, the indicator, the task or the report
/// @param title one line for people
/// @param data the fact's data in full
@Schema(name = "FeedEntry")
public record FeedEntry(
        String id,
        String type,
        String unitCode,
        String subject,
        Instant occurredAt,
        Text title,
        @Schema(type = SchemaType.OBJECT) JsonNode data) {}
