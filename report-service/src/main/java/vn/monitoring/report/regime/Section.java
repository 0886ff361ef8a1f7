package vn.monitoring.report.regime;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.monitoring.report.document.OfficialDocument.Layout;

/// A part of a report's outline: the heading, and what its text is generated from.
///
/// @param key stands in the path of the section: `difficulties`
public record Section(String key, String title, Content content) {

    /// What a section tells; `FREE` has no generated text.
    public enum Content {
        INDICATORS,
        TASKS,
        DIFFICULTIES,
        PROPOSALS,
        NEXT_PERIOD,
        WARNINGS,
        FREE
    }

    private static final Map<Layout, List<Section>> STANDARD =
            Map.of(Layout.GOVERNMENT, read("government"), Layout.PARTY, read("party"));

    /// The outline of a regime that sets none: data, in the words that this side's documents use.
    public static List<Section> standard(Layout layout) {
        return Objects.requireNonNull(STANDARD.get(layout));
    }

    private static List<Section> read(String side) {
        try (InputStream outline = Section.class.getResourceAsStream("/outlines/" + side + ".json")) {
            return List.of(new ObjectMapper().readValue(outline, Section[].class));
        } catch (IOException e) {
            throw new UncheckedIOException("no outline " + side, e);
        }
    }
}
