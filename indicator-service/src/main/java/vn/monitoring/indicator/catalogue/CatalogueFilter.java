package vn.monitoring.indicator.catalogue;

import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.monitoring.indicator.catalogue.CanonicalIndicator.Frequency;
import vn.monitoring.indicator.catalogue.CanonicalIndicator.Measure;
import vn.monitoring.kit.text.Vietnamese;

/// What a list of the catalogue is narrowed to; null does not narrow.
///
/// @param prefix beginning of the code: `CQ`, `CQ.DVC`
/// @param search words of the code, the name or the definitions, with or without accents; the last may be the
///     beginning of a word
record CatalogueFilter(
        @Nullable String prefix,
        @Nullable Measure measure,
        @Nullable Frequency frequency,
        @Nullable String search) {

    boolean accepts(CanonicalIndicator entry) {
        return (prefix == null || entry.code().startsWith(prefix.strip().toUpperCase(Locale.ROOT)))
                && (measure == null || entry.measure() == measure)
                && (frequency == null || entry.frequency() == frequency)
                && (search == null || holdsAllWords(entry, search));
    }

    private static boolean holdsAllWords(CanonicalIndicator entry, String search) {
        String text = " "
                + Vietnamese.foldWithoutMarks(String.join(
                        " ",
                        entry.code(),
                        entry.name(),
                        entry.numerator(),
                        entry.denominator() == null ? "" : entry.denominator()))
                + " ";
        String[] words = Vietnamese.foldWithoutMarks(search).split(" ", -1);
        return IntStream.range(0, words.length)
                .allMatch(i -> text.contains(" " + words[i] + (i == words.length - 1 ? "" : " ")));
    }
}
