package vn.monitoring.indicator.sdmx;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import vn.monitoring.kit.snapshot.Snapshot;
import vn.monitoring.kit.text.Text;

/// A structure message: the artefacts asked for, the lists of units and indicators streamed from the
/// database.
final class StructureMessage {

    /// The units that figures can stand under: those of the caller's subtrees and above them, agencies
    /// only when they have a plan of their own.
    private static final String UNITS = """
            select u.code, u.name, parent.code
            from (select cast(? as ltree[]) as paths) f
            cross join unit u
            left join unit parent on parent.code = u.parent_code
                and (parent.path <@ any (f.paths) or parent.path @> any (f.paths))
            where (u.path <@ any (f.paths) or u.path @> any (f.paths))
                and (u.type not in ('AGENCY', 'SUB_UNIT') or exists (select from plan p where p.unit_code = u.code))
            order by u.path""";

    private static final String INDICATORS = "select code, name from canonical_indicator order by code";

    private final Set<Artefact> artefacts;
    private final String paths;

    StructureMessage(Set<Artefact> artefacts, String paths) {
        this.artefacts = artefacts;
        this.paths = paths;
    }

    void write(Snapshot snapshot, OutputStream out, Instant prepared, Locale language) throws IOException {
        SdmxJson message = SdmxJson.open(out, "structure", prepared, language);
        for (String collection : Artefact.collections()) {
            List<Artefact> members = artefacts.stream()
                    .filter(artefact -> artefact.collection().equals(collection))
                    .toList();
            if (!members.isEmpty()) {
                message.json().writeArrayFieldStart(collection);
                for (Artefact member : members) {
                    write(message, member, snapshot);
                }
                message.json().writeEndArray();
            }
        }
        message.finish();
    }

    private void write(SdmxJson message, Artefact artefact, Snapshot snapshot) throws IOException {
        JsonGenerator json = message.json();
        json.writeStartObject();
        json.writeStringField("id", artefact.id());
        json.writeStringField("agencyID", artefact.agency());
        json.writeStringField("version", artefact.version());
        message.name(artefact.label());
        json.writeArrayFieldStart("links");
        message.link("self", artefact.urn());
        json.writeEndArray();
        switch (artefact) {
            case DATAFLOW -> json.writeStringField("structure", Artefact.STRUCTURE.urn());
            case STRUCTURE -> writeComponents(message);
            case CONCEPTS -> writeConcepts(message);
            case CL_FREQ -> writeFrequencies(message);
            case CL_AREA -> writeUnits(message, snapshot);
            case CL_INDICATOR -> writeIndicators(message, snapshot);
            case CL_OBS_STATUS -> writeStatuses(message);
            case AGENCIES -> writeAgencies(message);
        }
        json.writeEndObject();
    }

    private static void writeComponents(SdmxJson message) throws IOException {
        JsonGenerator json = message.json();
        json.writeObjectFieldStart("dataStructureComponents");
        json.writeObjectFieldStart("dimensionList");
        json.writeStringField("id", "DimensionDescriptor");
        json.writeArrayFieldStart("dimensions");
        for (Component component : Component.values()) {
            if (component.role() == Component.Role.DIMENSION) {
                openComponent(json, component);
                json.writeNumberField("position", component.ordinal());
                json.writeEndObject();
            }
        }
        json.writeEndArray();
        json.writeFieldName("timeDimension");
        openComponent(json, Component.TIME_PERIOD);
        json.writeEndObject();
        json.writeEndObject();
        json.writeObjectFieldStart("measureList");
        json.writeStringField("id", "MeasureDescriptor");
        json.writeArrayFieldStart("measures");
        openComponent(json, Component.OBS_VALUE);
        json.writeStringField("usage", "optional");
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
        json.writeObjectFieldStart("attributeList");
        json.writeStringField("id", "AttributeDescriptor");
        json.writeArrayFieldStart("attributes");
        for (Component component : Component.values()) {
            if (isAttribute(component)) {
                openComponent(json, component);
                json.writeStringField("usage", isMandatory(component) ? "mandatory" : "optional");
                writeRelationship(json, "attributeRelationship", component);
                json.writeEndObject();
            }
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static boolean isAttribute(Component component) {
        return switch (component.role()) {
            case INDICATOR_ATTRIBUTE, ATTRIBUTE -> true;
            case DIMENSION, TIME_DIMENSION, MEASURE -> false;
        };
    }

    private static boolean isMandatory(Component component) {
        return component == Component.UNIT_MEASURE || component == Component.OBS_STATUS;
    }

    /// With what an attribute's value varies.
    static void writeRelationship(JsonGenerator json, String field, Component attribute) throws IOException {
        json.writeObjectFieldStart(field);
        if (attribute.role() == Component.Role.INDICATOR_ATTRIBUTE) {
            json.writeArrayFieldStart("dimensions");
            json.writeString(Component.INDICATOR.name());
            json.writeEndArray();
        } else {
            json.writeObjectFieldStart("observation");
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void openComponent(JsonGenerator json, Component component) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", component.name());
        json.writeStringField("conceptIdentity", Sdmx.conceptUrn(component.name()));
        json.writeObjectFieldStart("localRepresentation");
        Artefact codes = component.codes();
        if (codes != null) {
            json.writeStringField("enumeration", codes.urn());
        } else {
            json.writeObjectFieldStart("format");
            json.writeStringField("dataType", component.dataType());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void writeConcepts(SdmxJson message) throws IOException {
        message.json().writeArrayFieldStart("concepts");
        for (Component component : Component.values()) {
            writeItem(message, component.name(), component.label());
        }
        message.json().writeEndArray();
    }

    private static void writeFrequencies(SdmxJson message) throws IOException {
        message.json().writeArrayFieldStart("codes");
        for (Frequency frequency : Frequency.values()) {
            writeItem(message, frequency.code(), frequency.label());
        }
        message.json().writeEndArray();
    }

    private static void writeStatuses(SdmxJson message) throws IOException {
        message.json().writeArrayFieldStart("codes");
        for (ObservationStatus status : ObservationStatus.values()) {
            writeItem(message, status.name(), status.label());
        }
        message.json().writeEndArray();
    }

    private static void writeAgencies(SdmxJson message) throws IOException {
        message.json().writeArrayFieldStart("agencies");
        writeItem(message, Sdmx.AGENCY, Sdmx.AGENCY_NAME);
        message.json().writeEndArray();
    }

    private static void writeItem(SdmxJson message, String id, Text label) throws IOException {
        message.json().writeStartObject();
        message.json().writeStringField("id", id);
        message.name(label);
        message.json().writeEndObject();
    }

    private void writeUnits(SdmxJson message, Snapshot snapshot) throws IOException {
        JsonGenerator json = message.json();
        json.writeBooleanField("isPartial", true);
        json.writeArrayFieldStart("codes");
        snapshot.forEach(
                UNITS,
                row -> {
                    json.writeStartObject();
                    json.writeStringField("id", Sdmx.id(row.getString(1)));
                    message.vietnameseName(row.getString(2));
                    if (row.getString(3) != null) {
                        json.writeStringField("parent", Sdmx.id(row.getString(3)));
                    }
                    json.writeEndObject();
                },
                paths);
        json.writeEndArray();
    }

    private static void writeIndicators(SdmxJson message, Snapshot snapshot) throws IOException {
        JsonGenerator json = message.json();
        json.writeArrayFieldStart("codes");
        snapshot.forEach(INDICATORS, row -> {
            json.writeStartObject();
            json.writeStringField("id", Sdmx.id(row.getString(1)));
            message.vietnameseName(row.getString(2));
            json.writeEndObject();
        });
        json.writeEndArray();
    }
}
