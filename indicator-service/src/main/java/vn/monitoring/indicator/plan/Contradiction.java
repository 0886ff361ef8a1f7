package vn.monitoring.indicator.plan;

import java.time.LocalDate;

/// Two texts that ask different things of one indicator for one day, each with its place.
record Contradiction(
        LocalDate due,
        TargetConflict.Source source,
        String firstRaw,
        String firstPlace,
        String secondRaw,
        String secondPlace) {}
