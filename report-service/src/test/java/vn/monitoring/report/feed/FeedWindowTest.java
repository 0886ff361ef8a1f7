package vn.monitoring.report.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedWindowTest {

    private static final long MUCH = 1L << 20;

    @Test
    void holdsTheNewestEntriesInOrder() {
        FeedWindow window = new FeedWindow(3, MUCH, 10);
        for (long offset = 10; offset < 15; offset++) {
            window.append(entry(offset, "event-" + offset));
        }

        assertThat(window.start()).isEqualTo(12);
        assertThat(window.end()).isEqualTo(15);
        assertThat(offsetAt(window, 0)).isEqualTo(12);
        assertThat(offsetAt(window, 13)).isEqualTo(13);
        assertThat(offsetAt(window, 15)).isNull();
    }

    @Test
    void dropsASecondMessageWithTheSameEventId() {
        FeedWindow window = new FeedWindow(10, MUCH, 0);
        window.append(entry(0, "a"));
        window.append(entry(1, "b"));
        window.append(entry(2, "a"));

        assertThat(offsetAt(window, 1)).isEqualTo(1);
        assertThat(offsetAt(window, 2)).isNull();
        assertThat(window.end()).isEqualTo(3);
    }

    @Test
    void knowsADuplicateOfAnEntryThatItNoLongerHolds() {
        FeedWindow window = new FeedWindow(2, MUCH, 0);
        for (long offset = 0; offset < 10; offset++) {
            window.append(entry(offset, "event-" + offset));
        }
        window.append(entry(10, "event-0"));

        assertThat(offsetAt(window, 9)).isEqualTo(9);
        assertThat(offsetAt(window, 10)).isNull();
    }

    @Test
    void coversOffsetsWithoutAnEntry() {
        FeedWindow window = new FeedWindow(2, MUCH, 5);
        window.skipTo(9);
        window.skipTo(7);

        assertThat(window.end()).isEqualTo(9);
        assertThat(offsetAt(window, 5)).isNull();
    }

    @Test
    void holdsNoMoreBytesThanAllowedButTheNewestEntryAlways() {
        FeedWindow window = new FeedWindow(10, 250, 0);
        for (long offset = 0; offset < 5; offset++) {
            window.append(entry(offset, "event-" + offset));
        }
        assertThat(window.start()).isEqualTo(3);

        window.append(new PlacedEntry(5, "large", "t", "10675", new byte[1_000]));
        assertThat(window.start()).isEqualTo(5);
        assertThat(offsetAt(window, 0)).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({
        "31.10675.10675_VHXH,'',31.10675,,true",
        "31.10675,'',31.10675,,true",
        "31,'',31.10675,,false",
        "31.11002,'',31.10675,,false",
        "31.106751,'',31.10675,,false",
        ",'',31.10675,,false",
        "31.10675,'',31,31.11002,false",
        "31.10675.10675_VHXH,'',31,31.10675,true",
        "31.10675,'grade',31,,true",
        "31.10675,'grade.changed',31,,true",
        "31.10675,'vn.monitoring.grade.changed.v1',31,,true",
        "31.10675,'gra',31,,false",
        "31.10675,'task',31,,false",
    })
    void showsWhatASubscriberMaySeeAndAskedFor(
            @Nullable String path, String type, String own, @Nullable String unit, boolean shown) {
        Set<String> types = type.isEmpty() ? Set.of() : Set.of(type);

        assertThat(new FeedFilter(types, List.of(own), unit).shows(entry(0, "a"), path))
                .isEqualTo(shown);
    }

    private static @Nullable Long offsetAt(FeedWindow window, long offset) {
        PlacedEntry entry = window.at(offset);
        return entry == null ? null : entry.offset();
    }

    private static PlacedEntry entry(long offset, String eventId) {
        return new PlacedEntry(offset, eventId, "vn.monitoring.grade.changed.v1", "10675", new byte[100]);
    }
}
