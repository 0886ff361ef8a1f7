package vn.monitoring.indicator.catalogue;

/// How sure the link of a plan's indicator to the catalogue is.
public enum CanonicalMatch {
    /// The names are the same but for case, dashes, spaces and tone marks.
    EXACT,
    /// The names share most of their words: a suggestion.
    NEAR,
    /// A person has linked them.
    CONFIRMED,
    /// A person has found that the catalogue has no such entry.
    ABSENT;

    /// Whether a person said so, which an import leaves alone.
    public boolean decided() {
        return switch (this) {
            case CONFIRMED, ABSENT -> true;
            case EXACT, NEAR -> false;
        };
    }
}
