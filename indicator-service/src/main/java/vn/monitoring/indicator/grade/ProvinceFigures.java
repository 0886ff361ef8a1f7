package vn.monitoring.indicator.grade;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.calendar.Period;

/// What the units of a province add up to: the standard of targets that are relative to the province.
interface ProvinceFigures {

    /// A canonical indicator within a province.
    record Key(String provinceCode, String canonicalCode) {}

    /// The verified figures of one period.
    ///
    /// @param denominator null for counts, which have a mean per unit instead of a ratio
    /// @param version     rises with each change
    record Sum(
            Period period, BigDecimal numerator, @Nullable BigDecimal denominator, int units, long version) {}

    /// All periods of each key, in no order; a key without figures is absent.
    Map<Key, List<Sum>> read(Collection<Key> keys);
}
