package vn.monitoring.report.fact;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// What was known of a unit's indicators and tasks as at a day: of each the latest fact whose business time is not
/// later.
///
/// A unit's are those for which it or a unit below it is responsible. A plan that another one replaced is left
/// out, and with a block only its plans count.
@ApplicationScoped
public class Facts {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final String GRADES_AS_AT = """
            select latest.event_id, latest.received_at, latest.data::text, coalesce(responsible.code, latest.unit_code)
            from unit sender
            cross join lateral (
                select distinct on (indicator_id) g.*, issuer.path as issuer_path from grade_fact g join unit issuer on issuer.code = g.unit_code
                where g.as_of <= ? and (issuer.path <@ sender.path or issuer.path @> sender.path)
                order by indicator_id, as_of desc, version desc, seq desc) latest
            left join indicator i on i.id = latest.indicator_id
            left join plan p on p.id = latest.plan_id
            left join unit responsible
                on responsible.code = coalesce(latest.responsible_unit_code, i.responsible_unit_code, latest.unit_code)
            where sender.code = ? and coalesce(responsible.path, latest.issuer_path) <@ sender.path
            and (p.status is null or p.status <> 'SUPERSEDED') and (?::text is null or p.block = ?)
            order by latest.unit_code, latest.plan_id,
                nullif(substring(latest.data ->> 'indicatorNumber' from '^[0-9]{1,9}'), '')::integer nulls last,
                latest.data ->> 'indicatorNumber', latest.indicator_id""";

    private static final String TASKS_AS_AT = """
            select latest.event_id, latest.received_at, latest.data::text, coalesce(responsible.code, latest.unit_code)
            from unit sender
            cross join lateral (
                select distinct on (task_id) t.*, issuer.path as issuer_path from task_fact t join unit issuer on issuer.code = t.unit_code
                where t.business_date <= ? and (issuer.path <@ sender.path or issuer.path @> sender.path)
                order by task_id, version desc) latest
            left join plan p on p.id = latest.plan_id
            left join unit responsible on responsible.code = coalesce(latest.responsible_unit_code, latest.unit_code)
            where sender.code = ? and coalesce(responsible.path, latest.issuer_path) <@ sender.path
            and coalesce(latest.data ->> 'kind', '') <> 'PARENT'
            and not coalesce((latest.data ->> 'needsDecision')::boolean, false)
            and (p.status is null or p.status <> 'SUPERSEDED') and (?::text is null or p.block = ?)
            order by latest.unit_code, latest.plan_id,
                nullif(substring(latest.data ->> 'number' from '^[0-9]{1,9}'), '')::integer nulls last,
                latest.data ->> 'number', latest.task_id""";

    private final DataSource dataSource;

    Facts(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /// A figure and the moment at which this service heard of it.
    public record Known<T>(T figure, Instant receivedAt) {}

    public List<Known<IndicatorFigure>> indicatorsAsAt(String unitCode, @Nullable String block, LocalDate cutOff) {
        return list(
                GRADES_AS_AT,
                unitCode,
                block,
                cutOff,
                (data, responsible, eventId) -> IndicatorFigure.from(data, responsible, eventId));
    }

    public List<Known<TaskFigure>> tasksAsAt(String unitCode, @Nullable String block, LocalDate cutOff) {
        return list(
                TASKS_AS_AT,
                unitCode,
                block,
                cutOff,
                (data, responsible, eventId) -> TaskFigure.from(data, responsible, eventId, cutOff));
    }

    private <T> List<Known<T>> list(
            String sql, String unitCode, @Nullable String block, LocalDate cutOff, Reader<T> reader) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, cutOff);
            statement.setString(2, unitCode);
            statement.setString(3, block);
            statement.setString(4, block);
            List<Known<T>> figures = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    T figure = reader.read(JSON.readTree(rows.getString(3)), rows.getString(4), rows.getString(1));
                    figures.add(new Known<>(
                            figure, rows.getObject(2, OffsetDateTime.class).toInstant()));
                }
            }
            return figures;
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("cannot read the facts of " + unitCode, e);
        }
    }

    private interface Reader<T> {
        T read(JsonNode data, String responsibleUnitCode, String eventId);
    }
}
