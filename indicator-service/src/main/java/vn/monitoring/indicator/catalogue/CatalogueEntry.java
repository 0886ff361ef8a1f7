package vn.monitoring.indicator.catalogue;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.monitoring.indicator.catalogue.CanonicalIndicator.Frequency;
import vn.monitoring.indicator.catalogue.CanonicalIndicator.Measure;
import vn.monitoring.indicator.catalogue.CanonicalIndicator.RollUp;
import vn.monitoring.indicator.target.Direction;

/// An entry of the catalogue as the API shows it.
///
/// @param measure STOCK a state, FLOW an amount of a period, COUNT a number of things
/// @param cumulative a figure includes what was there before in its year or since the start
/// @param denominator null for a count
@Schema(name = "CatalogueEntry")
public record CatalogueEntry(
        @Schema(examples = "CQ.HOSO_TT") String code,
        @Schema(examples = "CQ") String group,
        String name,
        String unit,
        Direction direction,
        Measure measure,
        boolean cumulative,
        String numerator,
        @Nullable String denominator,
        RollUp rollUp,
        @Nullable String rollUpNote,
        Frequency frequency,
        String dataHolder) {

    public static CatalogueEntry from(CanonicalIndicator canonical) {
        return new CatalogueEntry(
                canonical.code(),
                canonical.group(),
                canonical.name(),
                canonical.unit(),
                canonical.direction(),
                canonical.measure(),
                canonical.cumulative(),
                canonical.numerator(),
                canonical.denominator(),
                canonical.rollUp(),
                canonical.rollUpNote(),
                canonical.frequency(),
                canonical.dataHolder());
    }
}
