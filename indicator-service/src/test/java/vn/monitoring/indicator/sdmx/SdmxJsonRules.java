package vn.monitoring.indicator.sdmx;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Rules of the published schemas and the field guide of SDMX-JSON 2.1, in our own words, each with a
/// name: the ones that bear on the messages made here. A message that keeps them all breaks none.
final class SdmxJsonRules {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_@$-]+");
    private static final Pattern NC_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");
    private static final Pattern VERSION = Pattern.compile("(0|[1-9]\\d*)(\\.(0|[1-9]\\d*)){0,2}");
    private static final Pattern URN =
            Pattern.compile("urn:sdmx:org\\.sdmx\\.infomodel\\.(base|codelist|conceptscheme|datastructure)\\.[A-Za-z]+="
                    + "[A-Za-z][A-Za-z0-9_-]*:[A-Za-z0-9_@$-]+\\(\\d+(\\.\\d+){1,2}\\)(\\.[A-Za-z0-9_@$-]+)?");
    private static final Pattern TIME = Pattern.compile(
            "\\d{4}|\\d{4}-([ASTQ]\\d|[MW]\\d{2}|D\\d{3})|\\d{4}-\\d{2}-\\d{2}/P(\\d+Y)?(\\d+M)?(\\d+D)?");
    private static final Set<String> ACTIONS = Set.of("Merge", "Replace", "Delete", "Append", "Information");
    private static final Set<String> DATA_TYPES = Set.of("String", "Decimal", "ObservationalTimePeriod");

    private final List<String> broken = new ArrayList<>();

    private SdmxJsonRules() {}

    /// The names of the rules that a data message breaks, with where.
    static List<String> brokenByData(JsonNode message) {
        SdmxJsonRules rules = new SdmxJsonRules();
        rules.checkMessage(message, Set.of("structures", "dataSets"));
        JsonNode structures = message.at("/data/structures");
        JsonNode dataSets = message.at("/data/dataSets");
        for (JsonNode structure : structures) {
            rules.checkStructure(structure, dataSets.size());
        }
        for (JsonNode dataSet : dataSets) {
            rules.require(
                    "dataset.action-is-listed",
                    ACTIONS.contains(dataSet.path("action").asText()),
                    dataSet);
            rules.checkMembers(
                    "dataset", dataSet, "structure", "action", "dimensionGroupAttributes", "series", "observations");
            int index = dataSet.path("structure").asInt(-1);
            if (rules.require("dataset.structure-is-an-index", index >= 0 && index < structures.size(), index)) {
                rules.checkDataSet(structures.get(index), dataSet);
            }
        }
        return rules.broken;
    }

    /// The names of the rules that a structure message breaks, with where.
    ///
    /// @param complete all that it refers to has to be in it
    static List<String> brokenByStructure(JsonNode message, boolean complete) {
        SdmxJsonRules rules = new SdmxJsonRules();
        rules.checkMessage(
                message, Set.of("dataflows", "dataStructures", "conceptSchemes", "codelists", "agencySchemes"));
        JsonNode data = message.path("data");
        Set<String> present = new HashSet<>();
        data.forEach(collection -> collection.forEach(artefact -> rules.checkArtefact(artefact, present)));
        data.path("codelists").forEach(list -> rules.checkItems(list, list.path("codes"), ID, present));
        data.path("conceptSchemes").forEach(list -> rules.checkItems(list, list.path("concepts"), NC_NAME, present));
        data.path("agencySchemes").forEach(list -> {
            rules.checkItems(list, list.path("agencies"), NC_NAME, present);
            rules.require(
                    "agencyscheme.id-and-version-are-fixed",
                    list.path("id").asText().equals("AGENCIES")
                            && list.path("version").asText().equals("1.0"),
                    list);
        });
        data.path("dataStructures").forEach(rules::checkComponents);
        if (complete) {
            rules.checkReferences(data, present);
        }
        return rules.broken;
    }

    private boolean require(String rule, boolean kept, Object where) {
        if (!kept) {
            broken.add(rule + ": " + where);
        }
        return kept;
    }

    private void checkMembers(String what, JsonNode object, String... allowed) {
        Set<String> known = Set.of(allowed);
        object.fieldNames().forEachRemaining(name -> require(what + ".members-are-known", known.contains(name), name));
    }

    private void checkMessage(JsonNode message, Set<String> members) {
        checkMembers("message", message, "$schema", "meta", "data");
        require(
                "message.schema-names-a-json-file",
                message.path("$schema").asText().endsWith(".json"),
                "$schema");
        JsonNode meta = message.path("meta");
        require("meta.id-is-an-id", ID.matcher(meta.path("id").asText()).matches(), meta.path("id"));
        require("meta.prepared-is-a-time", isTime(meta.path("prepared")), meta.path("prepared"));
        require(
                "meta.sender-has-an-id",
                ID.matcher(meta.at("/sender/id").asText()).matches(),
                meta.path("sender"));
        require("meta.languages-are-some", !meta.path("contentLanguages").isEmpty(), meta);
        message.path("data").fieldNames().forEachRemaining(name -> {
            require("data.members-are-known", members.contains(name), name);
            require(
                    "data.collections-are-not-empty",
                    !message.path("data").path(name).isEmpty(),
                    name);
        });
    }

    private static boolean isTime(JsonNode text) {
        try {
            OffsetDateTime.parse(text.asText());
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private void checkLinks(JsonNode links) {
        require("links.are-some", links.isArray() && !links.isEmpty(), links);
        for (JsonNode link : links) {
            require("link.has-a-relation", !link.path("rel").asText().isEmpty(), link);
            require("link.has-an-urn-or-address", link.has("urn") || link.has("href"), link);
            require(
                    "link.urn-is-one",
                    !link.has("urn") || URN.matcher(link.path("urn").asText()).matches(),
                    link);
        }
    }

    private void checkNames(String what, JsonNode object) {
        require(what + ".has-a-name", !object.path("name").asText().isEmpty(), object.path("id"));
        object.path("names")
                .fieldNames()
                .forEachRemaining(language ->
                        require("names.are-by-language", Set.of("vi", "en").contains(language), language));
    }

    private void checkStructure(JsonNode structure, int dataSets) {
        checkMembers(
                "structure", structure, "name", "names", "dataSets", "links", "dimensions", "measures", "attributes");
        checkNames("structure", structure);
        checkLinks(structure.path("links"));
        for (JsonNode index : structure.path("dataSets")) {
            require("structure.datasets-are-indexes", index.asInt(-1) >= 0 && index.asInt() < dataSets, index);
        }
        Set<Integer> positions = new TreeSet<>();
        List<JsonNode> dimensions = dimensions(structure);
        for (JsonNode dimension : dimensions) {
            checkMembers("dimension", dimension, "id", "name", "names", "keyPosition", "values");
            checkNames("dimension", dimension);
            require(
                    "dimension.id-is-a-name",
                    NC_NAME.matcher(dimension.path("id").asText()).matches(),
                    dimension);
            positions.add(dimension.path("keyPosition").asInt(-1));
            checkValues(dimension);
        }
        List<Integer> expected = new ArrayList<>();
        for (int i = 0; i < dimensions.size(); i++) {
            expected.add(i);
        }
        require("dimensions.key-positions-are-0-to-n", List.copyOf(positions).equals(expected), positions);
        structure.path("measures").path("observation").forEach(this::checkComponent);
        structure
                .path("attributes")
                .forEach(level -> level.forEach(attribute -> {
                    checkComponent(attribute);
                    checkRelationship(attribute.path("relationship"));
                }));
    }

    private static List<JsonNode> dimensions(JsonNode structure) {
        List<JsonNode> dimensions = new ArrayList<>();
        for (String level : List.of("dataSet", "series", "observation")) {
            structure.path("dimensions").path(level).forEach(dimensions::add);
        }
        return dimensions;
    }

    private void checkComponent(JsonNode component) {
        checkMembers("component", component, "id", "name", "names", "relationship", "format", "values");
        checkNames("component", component);
        require(
                "component.id-is-a-name",
                NC_NAME.matcher(component.path("id").asText()).matches(),
                component);
        require(
                "component.data-type-is-listed",
                !component.has("format")
                        || DATA_TYPES.contains(component.at("/format/dataType").asText()),
                component);
        if (component.has("values")) {
            checkValues(component);
        }
    }

    private void checkValues(JsonNode component) {
        JsonNode values = component.path("values");
        require("values.are-some", values.isArray() && !values.isEmpty(), component.path("id"));
        Set<JsonNode> distinct = new HashSet<>();
        for (JsonNode value : values) {
            require("values.are-distinct", distinct.add(value), value);
            require("value.is-coded-or-not", value.has("id") != value.has("value"), value);
            if (value.has("id")) {
                require(
                        "value.id-is-an-id",
                        ID.matcher(value.path("id").asText()).matches(),
                        value);
                checkNames("value", value);
            }
            if (component.path("id").asText().equals("TIME_PERIOD")) {
                require(
                        "time.is-a-period",
                        TIME.matcher(value.path("value").asText()).matches(),
                        value);
                require("time.has-its-bounds", isTime(value.path("start")) && isTime(value.path("end")), value);
            }
        }
    }

    private void checkRelationship(JsonNode relationship) {
        long kinds = List.of("dataflow", "dimensions", "observation", "group").stream()
                .filter(relationship::has)
                .count();
        require("attribute.has-one-relationship", kinds == 1 && relationship.size() == 1, relationship);
    }

    private void checkDataSet(JsonNode structure, JsonNode dataSet) {
        require("dataset.is-flat-or-in-series", dataSet.has("series") != dataSet.has("observations"), "dataSet");
        JsonNode series = structure.at("/dimensions/series");
        JsonNode observation = structure.at("/dimensions/observation");
        dataSet.path("series").fields().forEachRemaining(entry -> {
            checkKey("series.key-is-of-its-dimensions", entry.getKey(), series);
            entry.getValue().path("observations").fields().forEachRemaining(one -> {
                checkKey("observation.key-is-of-its-dimensions", one.getKey(), observation);
                checkObservation(structure, one.getValue());
            });
        });
        dataSet.path("observations").fields().forEachRemaining(one -> {
            checkKey("observation.key-is-of-its-dimensions", one.getKey(), observation);
            checkObservation(structure, one.getValue());
        });
        List<JsonNode> dimensions = dimensions(structure);
        dataSet.path("dimensionGroupAttributes").fields().forEachRemaining(group -> {
            String[] parts = group.getKey().split(":", -1);
            boolean fits = parts.length == dimensions.size();
            for (int i = 0; fits && i < parts.length; i++) {
                fits = parts[i].isEmpty() || isIndex(parts[i], dimensions.get(i).path("values"));
            }
            require("group.key-is-of-all-dimensions", fits, group.getKey());
            require(
                    "group.values-are-of-its-attributes",
                    group.getValue().size()
                            <= structure.at("/attributes/dimensionGroup").size(),
                    group);
        });
    }

    private void checkKey(String rule, String key, JsonNode dimensions) {
        String[] parts = key.split(":", -1);
        boolean fits = parts.length == dimensions.size();
        for (int i = 0; fits && i < parts.length; i++) {
            fits = isIndex(parts[i], dimensions.get(i).path("values"));
        }
        require(rule, fits, key);
    }

    private static boolean isIndex(String text, JsonNode values) {
        return text.matches("\\d{1,9}") && Integer.parseInt(text) < values.size();
    }

    private void checkObservation(JsonNode structure, JsonNode values) {
        List<JsonNode> components = new ArrayList<>();
        structure.at("/measures/observation").forEach(components::add);
        structure.at("/attributes/observation").forEach(components::add);
        if (!require("observation.has-values-of-its-components", values.size() <= components.size(), values)) {
            return;
        }
        for (int i = 0; i < values.size(); i++) {
            JsonNode codes = components.get(i).path("values");
            JsonNode value = values.get(i);
            boolean fits = value.isNull()
                    || (codes.isMissingNode()
                            ? value.isNumber()
                            : value.isInt() && value.asInt() >= 0 && value.asInt() < codes.size());
            require("observation.coded-values-are-indexes-others-numbers", fits, values);
        }
    }

    private void checkArtefact(JsonNode artefact, Set<String> present) {
        checkMembers(
                "artefact",
                artefact,
                "id",
                "agencyID",
                "version",
                "name",
                "names",
                "links",
                "structure",
                "dataStructureComponents",
                "concepts",
                "codes",
                "agencies",
                "isPartial");
        checkNames("artefact", artefact);
        checkLinks(artefact.path("links"));
        require(
                "artefact.id-is-a-name",
                NC_NAME.matcher(artefact.path("id").asText()).matches(),
                artefact.path("id"));
        require(
                "artefact.has-an-agency",
                NC_NAME.matcher(artefact.path("agencyID").asText()).matches(),
                artefact.path("agencyID"));
        require(
                "artefact.version-is-one",
                VERSION.matcher(artefact.path("version").asText()).matches(),
                artefact.path("version"));
        String self = artefact.at("/links/0/urn").asText();
        require(
                "artefact.urn-says-what-it-is",
                self.endsWith("=%s:%s(%s)"
                        .formatted(
                                artefact.path("agencyID").asText(),
                                artefact.path("id").asText(),
                                artefact.path("version").asText())),
                self);
        present.add(self);
    }

    private void checkItems(JsonNode list, JsonNode items, Pattern ids, Set<String> present) {
        require("items.are-some", items.isArray() && !items.isEmpty(), list.path("id"));
        Set<String> known = new HashSet<>();
        for (JsonNode item : items) {
            String id = item.path("id").asText();
            checkMembers("item", item, "id", "name", "names", "parent");
            checkNames("item", item);
            require("item.id-is-one", ids.matcher(id).matches(), id);
            require("item.ids-are-distinct", known.add(id), id);
            require(
                    "item.parent-is-in-the-list",
                    !item.has("parent") || known.contains(item.path("parent").asText()),
                    item);
            present.add(list.at("/links/0/urn").asText().replace("ConceptScheme=", "Concept=") + "." + id);
        }
    }

    private void checkComponents(JsonNode structure) {
        JsonNode parts = structure.path("dataStructureComponents");
        checkMembers("components", parts, "dimensionList", "measureList", "attributeList");
        JsonNode dimensionList = parts.path("dimensionList");
        require(
                "components.lists-have-their-fixed-ids",
                dimensionList.path("id").asText().equals("DimensionDescriptor")
                        && parts.at("/measureList/id").asText().equals("MeasureDescriptor")
                        && parts.at("/attributeList/id").asText().equals("AttributeDescriptor"),
                structure.path("id"));
        int position = 0;
        for (JsonNode dimension : dimensionList.path("dimensions")) {
            require(
                    "dimension.position-is-its-place",
                    dimension.path("position").asInt(-1) == position++,
                    dimension.path("id"));
            checkRepresented(dimension, "id", "conceptIdentity", "localRepresentation", "position");
        }
        JsonNode time = dimensionList.path("timeDimension");
        require("time-dimension.has-its-fixed-id", time.path("id").asText().equals("TIME_PERIOD"), time);
        require("time-dimension.is-not-coded", !time.path("localRepresentation").has("enumeration"), time);
        checkRepresented(time, "id", "conceptIdentity", "localRepresentation");
        for (JsonNode measure : parts.at("/measureList/measures")) {
            checkRepresented(measure, "id", "conceptIdentity", "localRepresentation", "usage");
        }
        for (JsonNode attribute : parts.at("/attributeList/attributes")) {
            checkRepresented(
                    attribute, "id", "conceptIdentity", "localRepresentation", "usage", "attributeRelationship");
            checkRelationship(attribute.path("attributeRelationship"));
        }
    }

    private void checkRepresented(JsonNode component, String... members) {
        checkMembers("component", component, members);
        JsonNode representation = component.path("localRepresentation");
        require(
                "component.id-is-a-name",
                NC_NAME.matcher(component.path("id").asText()).matches(),
                component);
        require(
                "component.concept-is-an-urn",
                URN.matcher(component.path("conceptIdentity").asText()).matches()
                        && component.path("conceptIdentity").asText().contains(".Concept="),
                component);
        require(
                "component.is-enumerated-or-formatted",
                representation.has("enumeration") != representation.has("format"),
                component);
        require(
                "component.data-type-is-listed",
                !representation.has("format")
                        || DATA_TYPES.contains(
                                representation.at("/format/dataType").asText()),
                component);
        require(
                "component.usage-is-listed",
                !component.has("usage")
                        || Arrays.asList("mandatory", "optional")
                                .contains(component.path("usage").asText()),
                component);
    }

    private void checkReferences(JsonNode data, Set<String> present) {
        List<String> references = new ArrayList<>();
        data.findValues("structure").forEach(urn -> references.add(urn.asText()));
        data.findValues("conceptIdentity").forEach(urn -> references.add(urn.asText()));
        data.findValues("enumeration").forEach(urn -> references.add(urn.asText()));
        for (String reference : references) {
            require("references.are-in-the-message", present.contains(reference), reference);
        }
    }
}
