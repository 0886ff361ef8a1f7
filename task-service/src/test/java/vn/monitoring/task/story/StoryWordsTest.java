package vn.monitoring.task.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.monitoring.kit.text.Text;

class StoryWordsTest {

    /// An account of a whole province must not fill a page with its units.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0   | Người báo cáo                                | Reporter
            1   | Người báo cáo, Xã 1                          | Reporter, Xã 1
            2   | Người báo cáo, Xã 1, Xã 2                    | Reporter, Xã 1, Xã 2
            100 | Người báo cáo, Xã 1 và 99 đơn vị khác        | Reporter, Xã 1 and 99 other units
            """)
    void namesTheFirstOfManyUnits(int count, String vi, String en) {
        List<String> names = IntStream.rangeClosed(1, count)
                .mapToObj(number -> "Xã " + number)
                .toList();

        Text position = StoryWords.position("reporter-10675", List.of("reporter"), names);

        assertThat(position.vi()).isEqualTo(vi);
        assertThat(position.en()).isEqualToIgnoringCase(en);
    }
}
