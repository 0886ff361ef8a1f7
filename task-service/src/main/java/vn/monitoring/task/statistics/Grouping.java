package vn.monitoring.task.statistics;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// By what tasks are counted apart.
enum Grouping {
    /// The units right below the one asked for; what it leads itself stands under its own code.
    UNIT,
    /// The units that lead the tasks.
    AGENCY,
    /// The positions that direct them; spellings of one name count together.
    POSITION,
    /// The groups of the plans' tables.
    GROUP;

    /// By this name a parameter of a request becomes a grouping.
    /// @throws IllegalArgumentException for any other word
    public static Grouping fromString(String name) {
        for (Grouping grouping : values()) {
            if (grouping.parameter().equals(name)) {
                return grouping;
            }
        }
        throw new IllegalArgumentException("not a grouping: " + name);
    }

    /// As requests and answers write it.
    @JsonValue
    public String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }
}
