package vn.monitoring.indicator.catalogue;

/// How sure the link of a plan's indicator to the catalogue is.
public enum CanonicalMatch {
    /// The names are the same but for case, dashes, spaces and tone marks.
    EXACT,
    /// The names share most of their words: a suggestion.
    NEAR,
    /// A person has linked them.
    CONFIRMED
}
