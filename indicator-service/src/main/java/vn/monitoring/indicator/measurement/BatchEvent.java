package vn.monitoring.indicator.measurement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.monitoring.indicator.measurement.FigureTable.Standing;
import vn.monitoring.kit.calendar.Period;
import vn.monitoring.kit.outbox.Fact;

/// Tells of figures that came or were verified together: one event for each unit that answers for them and each
/// period, instead of one for each figure.
///
/// @param by who submitted or verified them
@JsonInclude(JsonInclude.Include.ALWAYS)
record BatchEvent(
        String responsibleUnitCode,
        Period period,
        MeasurementStatus status,
        String by,
        Instant at,
        List<Item> figures) {

    static final String TOPIC = "monitoring.measurement";

    /// One figure as it stands now.
    record Item(
            UUID id,
            UUID indicatorId,
            @Nullable String canonicalCode,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable BigDecimal value,
            LocalDate asOf,
            int revision,
            long version) {}

    private record Group(String unitCode, Period period) {}

    /// Leaves out what the batch did not change.
    ///
    /// @param standing by row: what stood before the batch
    static List<Fact> submitted(
            List<NewFigure> figures, Map<Integer, Standing> standing, Measurement.Actor by, Instant at) {
        Map<Group, List<Item>> groups = new LinkedHashMap<>();
        for (NewFigure figure : figures) {
            Standing stands = standing.get(figure.row());
            if (stands == null || stands.changed()) {
                groups.computeIfAbsent(
                                new Group(figure.indicator().responsibleUnitCode(), figure.period()),
                                _ -> new ArrayList<>())
                        .add(item(figure, stands));
            }
        }
        List<Fact> facts = new ArrayList<>(groups.size());
        groups.forEach((group, items) -> facts.add(fact(
                "vn.monitoring.measurement.batch-submitted.v1",
                new BatchEvent(
                        group.unitCode(), group.period(), MeasurementStatus.SUBMITTED, by.username(), at, items))));
        return facts;
    }

    static Fact verified(String unitCode, Period period, String by, Instant at, List<Item> items) {
        return fact(
                "vn.monitoring.measurement.batch-verified.v1",
                new BatchEvent(unitCode, period, MeasurementStatus.VERIFIED, by, at, items));
    }

    private static Fact fact(String type, BatchEvent event) {
        return new Fact(TOPIC, type, event.responsibleUnitCode(), event.at(), event);
    }

    private static Item item(NewFigure figure, @Nullable Standing stands) {
        Figures figures = figure.figures();
        return new Item(
                stands == null ? figure.id() : stands.id(),
                figure.indicator().id(),
                figure.indicator().canonicalCode(),
                figures.numerator(),
                figures.denominator(),
                figures.shownValue(),
                figures.asOf(),
                stands == null ? 1 : stands.revision() + 1,
                stands == null ? 0 : stands.version() + 1);
    }
}
