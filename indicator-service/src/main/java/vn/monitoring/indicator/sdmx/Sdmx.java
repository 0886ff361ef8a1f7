package vn.monitoring.indicator.sdmx;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import vn.monitoring.kit.problem.KitProblem;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.text.Text;

/// The names under which this platform appears in SDMX, and its media types.
final class Sdmx {

    static final String AGENCY = "VN57";
    static final Text AGENCY_NAME = new Text("Nền tảng theo dõi Nghị quyết 57", "Resolution 57 monitoring platform");
    static final String VERSION = "1.0.0";
    static final String DATAFLOW = "INDICATOR_FIGURES";
    static final Text DATAFLOW_NAME = new Text("Số liệu chỉ tiêu đã xác nhận", "Verified figures of indicators");
    static final String STRUCTURE = "DSD_INDICATOR_FIGURES";
    static final String CONCEPTS = "CS_INDICATOR_FIGURES";

    static final String DATA_TYPE = "application/vnd.sdmx.data+json";
    static final String STRUCTURE_TYPE = "application/vnd.sdmx.structure+json";

    private static final String MODEL = "urn:sdmx:org.sdmx.infomodel.";

    private Sdmx() {}

    /// A code as an SDMX id. Ids hold no dots, which part the values of a key: `10675.VHXH` becomes
    /// `10675-VHXH`.
    static String id(String code) {
        return code.replace('.', '-');
    }

    /// The code of an id: codes hold no hyphens.
    static String code(String id) {
        return id.replace('-', '.');
    }

    /// `urn:sdmx:org.sdmx.infomodel.codelist.Codelist=VN57:CL_FREQ(1.0.0)`
    static String urn(String kind, String id) {
        return MODEL + kind + '=' + AGENCY + ':' + id + '(' + VERSION + ')';
    }

    static String conceptUrn(String concept) {
        return urn("conceptscheme.Concept", CONCEPTS) + '.' + concept;
    }

    /// The media type to answer with: as it is asked for, without version or in version 2.1 or 2.1.0.
    /// @throws Problem 406 when none of that is accepted
    static String negotiate(String type, HttpHeaders headers) {
        MediaType offered = MediaType.valueOf(type);
        for (MediaType accepted : headers.getAcceptableMediaTypes()) {
            if (accepted.isCompatible(MediaType.APPLICATION_JSON_TYPE) && !accepted.isWildcardSubtype()) {
                return MediaType.APPLICATION_JSON;
            }
            String version = accepted.getParameters().getOrDefault("version", "2.1");
            if (accepted.isCompatible(offered) && (version.equals("2.1") || version.equals("2.1.0"))) {
                return type + ";version=" + version;
            }
        }
        throw new Problem(
                KitProblem.NOT_ACCEPTABLE,
                "Chỉ có %s;version=2.1. Hãy xin định dạng này trong Accept.".formatted(type),
                "There is only %s;version=2.1. Ask for it in Accept.".formatted(type));
    }
}
