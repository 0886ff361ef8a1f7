package vn.monitoring.indicator.sdmx;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.monitoring.indicator.figure.CountedFigures;
import vn.monitoring.kit.calendar.Period;
import vn.monitoring.kit.calendar.VietnamCalendar;
import vn.monitoring.kit.snapshot.Snapshot;

/// A data message. Its structure names every value that occurs, so the figures are read twice from one
/// snapshot: first their values, then, streamed, themselves. Held are the units, indicators and
/// periods, not the figures.
final class DataMessage {

    /// How much a unit's own figure covers: the unit itself.
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private final DataQuery query;
    private final @Nullable Object[] parameters;
    private final boolean flat;

    private final Map<String, Integer> units = new LinkedHashMap<>();
    private final List<String> unitNames = new ArrayList<>();
    private final Map<String, Integer> indicators = new LinkedHashMap<>();
    private final List<String> indicatorNames = new ArrayList<>();
    private final List<String> measureUnits = new ArrayList<>();
    private final Map<String, Integer> periods = new LinkedHashMap<>();
    private final List<Frequency> frequencies = new ArrayList<>();

    /// @param paths the caller's subtrees as a PostgreSQL array of ltree
    /// @param flat observations by all dimensions, else in time series
    DataMessage(DataQuery query, String paths, boolean flat) {
        this.query = query;
        this.parameters = CountedFigures.parameters(paths, null, null, query.parameters());
        this.flat = flat;
    }

    boolean isEmpty(Snapshot snapshot) throws IOException {
        List<Integer> found = new ArrayList<>();
        snapshot.forEach(
                "select 1 from " + CountedFigures.TABLE + " where " + query.condition() + " limit 1",
                row -> found.add(row.getInt(1)),
                parameters);
        return found.isEmpty();
    }

    void write(Snapshot snapshot, OutputStream out, Instant prepared, Locale language) throws IOException {
        readValues(snapshot);
        SdmxJson message = SdmxJson.open(out, "data", prepared, language);
        writeStructure(message);
        writeDataSet(message, snapshot);
        message.finish();
    }

    private void readValues(Snapshot snapshot) throws IOException {
        TreeSet<Period> times = new TreeSet<>();
        snapshot.forEach(
                """
                select g.unit_code, u.name, g.canonical_code, k.name, k.unit, g.period
                from (select c.unit_code, c.canonical_code, c.period from %s where %s
                    group by grouping sets ((c.unit_code), (c.canonical_code), (c.period))) g
                left join unit u on u.code = g.unit_code
                left join canonical_indicator k on k.code = g.canonical_code
                order by u.path, g.canonical_code""".formatted(CountedFigures.TABLE, query.condition()), row -> readValue(row, times), parameters);
        Set<Frequency> present = new TreeSet<>(Comparator.naturalOrder());
        for (Period period : times) {
            periods.put(period.key(), periods.size());
            present.add(Frequency.of(period));
        }
        frequencies.addAll(present);
    }

    private void readValue(ResultSet row, TreeSet<Period> times) throws SQLException {
        if (row.getString(1) != null) {
            units.put(row.getString(1), units.size());
            unitNames.add(row.getString(2));
        } else if (row.getString(3) != null) {
            indicators.put(row.getString(3), indicators.size());
            indicatorNames.add(row.getString(4));
            measureUnits.add(row.getString(5));
        } else {
            times.add(Period.of(row.getString(6)));
        }
    }

    private void writeStructure(SdmxJson message) throws IOException {
        JsonGenerator json = message.json();
        json.writeArrayFieldStart("structures");
        json.writeStartObject();
        message.name(Sdmx.DATAFLOW_NAME);
        json.writeArrayFieldStart("dataSets");
        json.writeNumber(0);
        json.writeEndArray();
        json.writeArrayFieldStart("links");
        message.link("dataflow", Artefact.DATAFLOW.urn());
        message.link("datastructure", Artefact.STRUCTURE.urn());
        json.writeEndArray();
        writeDimensions(message);
        json.writeObjectFieldStart("measures");
        writeComponents(message, "observation", Component.Role.MEASURE);
        json.writeEndObject();
        json.writeObjectFieldStart("attributes");
        writeComponents(message, "dimensionGroup", Component.Role.INDICATOR_ATTRIBUTE);
        writeComponents(message, "observation", Component.Role.ATTRIBUTE);
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndArray();
    }

    private void writeDimensions(SdmxJson message) throws IOException {
        JsonGenerator json = message.json();
        json.writeObjectFieldStart("dimensions");
        json.writeArrayFieldStart(flat ? "observation" : "series");
        openDimension(message, Component.FREQ, 0);
        for (Frequency frequency : frequencies) {
            json.writeStartObject();
            json.writeStringField("id", frequency.code());
            message.name(frequency.label());
            json.writeEndObject();
        }
        closeDimension(json);
        openDimension(message, Component.REF_AREA, 1);
        writeNamed(message, units, unitNames);
        closeDimension(json);
        openDimension(message, Component.INDICATOR, 2);
        writeNamed(message, indicators, indicatorNames);
        closeDimension(json);
        if (!flat) {
            json.writeEndArray();
            json.writeArrayFieldStart("observation");
        }
        openDimension(message, Component.TIME_PERIOD, 3);
        for (String key : periods.keySet()) {
            Period period = Period.of(key);
            json.writeStartObject();
            json.writeStringField("value", TimePeriod.write(period));
            json.writeStringField("start", instant(period.firstDay(), LocalTime.MIN));
            json.writeStringField("end", instant(period.lastDay(), LocalTime.of(23, 59, 59)));
            json.writeEndObject();
        }
        closeDimension(json);
        json.writeEndArray();
        json.writeEndObject();
    }

    private static String instant(LocalDate day, LocalTime time) {
        return OffsetDateTime.ofInstant(
                        day.atTime(time).atZone(VietnamCalendar.ZONE).toInstant(), VietnamCalendar.ZONE)
                .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    private static void openDimension(SdmxJson message, Component dimension, int position) throws IOException {
        JsonGenerator json = message.json();
        json.writeStartObject();
        json.writeStringField("id", dimension.name());
        message.name(dimension.label());
        json.writeNumberField("keyPosition", position);
        json.writeArrayFieldStart("values");
    }

    private static void closeDimension(JsonGenerator json) throws IOException {
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void writeNamed(SdmxJson message, Map<String, Integer> codes, List<String> names)
            throws IOException {
        for (Map.Entry<String, Integer> code : codes.entrySet()) {
            message.json().writeStartObject();
            message.json().writeStringField("id", Sdmx.id(code.getKey()));
            message.vietnameseName(names.get(code.getValue()));
            message.json().writeEndObject();
        }
    }

    private static void writeComponents(SdmxJson message, String level, Component.Role role) throws IOException {
        JsonGenerator json = message.json();
        json.writeArrayFieldStart(level);
        for (Component component : Component.values()) {
            if (component.role() == role) {
                writeComponent(message, component);
            }
        }
        json.writeEndArray();
    }

    private static void writeComponent(SdmxJson message, Component component) throws IOException {
        JsonGenerator json = message.json();
        json.writeStartObject();
        json.writeStringField("id", component.name());
        message.name(component.label());
        if (component.role() != Component.Role.MEASURE) {
            StructureMessage.writeRelationship(json, "relationship", component);
        }
        if (component.dataType() != null) {
            json.writeObjectFieldStart("format");
            json.writeStringField("dataType", component.dataType());
            json.writeEndObject();
        }
        if (component == Component.OBS_STATUS) {
            json.writeArrayFieldStart("values");
            for (ObservationStatus status : ObservationStatus.values()) {
                json.writeStartObject();
                json.writeStringField("id", status.name());
                message.name(status.label());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private void writeDataSet(SdmxJson message, Snapshot snapshot) throws IOException {
        JsonGenerator json = message.json();
        json.writeArrayFieldStart("dataSets");
        json.writeStartObject();
        json.writeNumberField("structure", 0);
        json.writeStringField("action", "Replace");
        json.writeObjectFieldStart("dimensionGroupAttributes");
        for (int i = 0; i < measureUnits.size(); i++) {
            json.writeArrayFieldStart("::" + i + ":");
            json.writeString(measureUnits.get(i));
            json.writeEndArray();
        }
        json.writeEndObject();
        json.writeObjectFieldStart(flat ? "observations" : "series");
        SeriesWriter series = new SeriesWriter(message);
        snapshot.forEach(
                """
                select c.unit_code, c.canonical_code, c.period, c.value, c.numerator, c.denominator, c.not_applicable,
                    c.revision_waits
                from %s where %s
                order by c.unit_code, c.canonical_code, %s, c.period_start""".formatted(CountedFigures.TABLE, query.condition(), Frequency.SQL), series::write, parameters);
        series.close();
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndArray();
    }

    /// Writes observations that come series by series.
    private final class SeriesWriter {

        private final SdmxJson message;
        private int @Nullable [] open;

        SeriesWriter(SdmxJson message) {
            this.message = message;
        }

        void write(ResultSet row) throws SQLException, IOException {
            Period period = Period.of(row.getString(3));
            int[] key = {
                frequencies.indexOf(Frequency.of(period)),
                index(units, row.getString(1)),
                index(indicators, row.getString(2))
            };
            if (!flat && !Arrays.equals(key, open)) {
                close();
                message.json().writeObjectFieldStart(join(key));
                message.json().writeObjectFieldStart("observations");
                open = key;
            }
            int time = index(periods, period.key());
            message.json().writeArrayFieldStart(flat ? join(key) + ":" + time : Integer.toString(time));
            message.number(row.getBigDecimal(4));
            message.number(row.getBigDecimal(5));
            message.number(row.getBigDecimal(6));
            message.json()
                    .writeNumber(ObservationStatus.of(row.getBoolean(7), row.getBoolean(8))
                            .ordinal());
            message.number(WHOLE);
            message.json().writeEndArray();
        }

        void close() throws IOException {
            if (open != null) {
                message.json().writeEndObject();
                message.json().writeEndObject();
                open = null;
            }
        }

        private static String join(int[] key) {
            return key[0] + ":" + key[1] + ":" + key[2];
        }

        private static int index(Map<String, Integer> values, String value) {
            Integer index = values.get(value);
            if (index == null) {
                throw new IllegalStateException("not among the values of the snapshot: " + value);
            }
            return index;
        }
    }
}
