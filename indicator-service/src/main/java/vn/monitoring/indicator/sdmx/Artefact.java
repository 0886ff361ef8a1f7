package vn.monitoring.indicator.sdmx;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import vn.monitoring.kit.text.Text;

/// The structural artefacts that are offered.
enum Artefact {
    DATAFLOW("dataflow", "dataflows", "datastructure.Dataflow", Sdmx.DATAFLOW, Sdmx.DATAFLOW_NAME),
    STRUCTURE(
            "datastructure",
            "dataStructures",
            "datastructure.DataStructure",
            Sdmx.STRUCTURE,
            new Text("Cấu trúc số liệu chỉ tiêu", "Structure of the figures of indicators")),
    CONCEPTS(
            "conceptscheme",
            "conceptSchemes",
            "conceptscheme.ConceptScheme",
            Sdmx.CONCEPTS,
            new Text("Khái niệm của số liệu chỉ tiêu", "Concepts of the figures of indicators")),
    CL_FREQ("codelist", "codelists", "codelist.Codelist", "CL_FREQ", new Text("Tần suất", "Frequency")),
    CL_AREA("codelist", "codelists", "codelist.Codelist", "CL_AREA", new Text("Đơn vị", "Units")),
    CL_INDICATOR(
            "codelist",
            "codelists",
            "codelist.Codelist",
            "CL_INDICATOR",
            new Text("Danh mục chỉ tiêu", "Catalogue of indicators")),
    CL_OBS_STATUS(
            "codelist",
            "codelists",
            "codelist.Codelist",
            "CL_OBS_STATUS",
            new Text("Tình trạng số liệu", "Observation status")),
    AGENCIES("agencyscheme", "agencySchemes", "base.AgencyScheme", "AGENCIES", new Text("Cơ quan", "Agencies"));

    private final String type;
    private final String collection;
    private final String kind;
    private final String id;
    private final Text label;

    Artefact(String type, String collection, String kind, String id, Text label) {
        this.type = type;
        this.collection = collection;
        this.kind = kind;
        this.id = id;
        this.label = label;
    }

    /// Those that a request names: `*` is any, several are parted by commas.
    static Set<Artefact> named(String types, String agencies, String ids, String versions) {
        EnumSet<Artefact> named = EnumSet.noneOf(Artefact.class);
        for (Artefact artefact : values()) {
            if (matches(types, artefact.type)
                    && matches(agencies, artefact.agency())
                    && matches(ids, artefact.id)
                    && matchesVersion(versions, artefact.version())) {
                named.add(artefact);
            }
        }
        return named;
    }

    static boolean matches(String wanted, String actual) {
        return wanted.equals("*") || Arrays.asList(wanted.split(",", -1)).contains(actual);
    }

    /// `+` is the latest stable version and `~` the latest one; each artefact has one version.
    static boolean matchesVersion(String wanted, String actual) {
        return wanted.equals("+") || wanted.equals("~") || matches(wanted, actual);
    }

    /// What it refers to directly.
    Set<Artefact> children() {
        return switch (this) {
            case DATAFLOW -> EnumSet.of(STRUCTURE);
            case STRUCTURE -> EnumSet.of(CONCEPTS, CL_FREQ, CL_AREA, CL_INDICATOR, CL_OBS_STATUS);
            case CONCEPTS, CL_FREQ, CL_AREA, CL_INDICATOR, CL_OBS_STATUS, AGENCIES -> EnumSet.noneOf(Artefact.class);
        };
    }

    /// What refers to it directly.
    Set<Artefact> parents() {
        EnumSet<Artefact> parents = EnumSet.noneOf(Artefact.class);
        for (Artefact candidate : values()) {
            if (candidate.children().contains(this)) {
                parents.add(candidate);
            }
        }
        return parents;
    }

    /// The name of its array in a structure message.
    String collection() {
        return collection;
    }

    String id() {
        return id;
    }

    Text label() {
        return label;
    }

    /// The scheme of agencies belongs to SDMX itself.
    String agency() {
        return this == AGENCIES ? "SDMX" : Sdmx.AGENCY;
    }

    String version() {
        return this == AGENCIES ? "1.0" : Sdmx.VERSION;
    }

    String urn() {
        return "urn:sdmx:org.sdmx.infomodel." + kind + '=' + agency() + ':' + id + '(' + version() + ')';
    }

    static List<String> collections() {
        return Arrays.stream(values()).map(Artefact::collection).distinct().toList();
    }
}
