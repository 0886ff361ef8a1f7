package vn.monitoring.bench.measure;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/// One measured number.
///
/// @param benchmark which benchmark measured it
/// @param name what it is, with its percentile where it is one
/// @param unit s, ms, rows/s, MB; `×` for a ratio
/// @param wanted the target of the issue, where it names one
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Figure(
        String benchmark,
        String name,
        double value,
        String unit,
        @JsonIgnore @Nullable Target wanted) {

    public Figure {
        value = Math.round(value * 1_000) / 1_000.0;
    }

    @JsonProperty
    @Nullable
    String target() {
        return wanted == null ? null : wanted.text();
    }

    @JsonProperty
    @Nullable
    Boolean met() {
        return wanted == null ? null : wanted.isMetBy(value);
    }

    /// How many doublings it is better than wanted; negative when it is worse.
    double steps() {
        Target target = wanted;
        if (target == null || value <= 0 || target.bound() <= 0) {
            return 0;
        }
        double times = switch (target.comparison()) {
            case AT_LEAST -> value / target.bound();
            case AT_MOST -> target.bound() / value;
        };
        return Math.log(times) / Math.log(2);
    }

    String shown() {
        return Math.abs(value) >= 100 ? "%,.0f".formatted(value) : "%.2f".formatted(value);
    }

    String verdict() {
        Boolean met = met();
        if (met == null) {
            return "";
        }
        return met ? "met" : "NOT MET";
    }
}
