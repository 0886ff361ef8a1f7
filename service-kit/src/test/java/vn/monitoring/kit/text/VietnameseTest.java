package vn.monitoring.kit.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VietnameseTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Phòng Văn hóa Xã hội          | Phòng Văn hoá - Xã hội
            Phòng Văn hóa – Xã hội        | phòng  văn hóa—xã hội
            Ủy ban nhân dân               | Uỷ ban  Nhân dân
            TRẠM Y TẾ                     | Trạm y tế
            Sổ sức khỏe điện tử           | Sổ sức khoẻ điện tử
            quý II/2026                   | Qúy II / 2026
            hoà thuận, thuỷ lợi           | hòa thuận; thủy lợi
            VH-XH                         | vh xh
            Mục tiêu (không ghi năm)      | MỤC TIÊU - không ghi năm
            1.2.1.a                       | 1-2-1-A
            """)
    void foldsSpellingsOfOneName(String one, String other) {
        assertThat(Vietnamese.fold(one)).isEqualTo(Vietnamese.fold(other));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            thôn    | thon
            dân     | dan
            đa      | da
            tư      | tu
            cơ      | cô
            quân    | quản
            hoàn    | hoan
            ≥ 3     | ≤ 3
            5%      | 5
            """)
    void keepsDifferentWordsApart(String one, String other) {
        assertThat(Vietnamese.fold(one)).isNotEqualTo(Vietnamese.fold(other));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            hoá       | hóa
            Khoẻ      | khỏe
            thuý      | thúy
            quý       | quý
            qúy       | quý
            hoàn      | hoàn
            toán      | toán
            khuyến    | khuyến
            tuỳ       | tùy
            Nguỵ      | ngụy
            """)
    void placesTheToneMarkOneWay(String written, String folded) {
        assertThat(Vietnamese.fold(written)).isEqualTo(folded);
    }

    @Test
    void foldsWithoutMarksOnlyWhenAsked() {
        assertThat(Vietnamese.foldWithoutMarks("Phường Đa Mai – Ủy ban")).isEqualTo("phuong da mai uy ban");
    }

    @Test
    void composesDecomposedText() {
        var decomposed = Normalizer.normalize("Kế hoạch ≥ 75%", Normalizer.Form.NFD);
        assertThat(Vietnamese.nfc(decomposed)).isEqualTo("Kế hoạch ≥ 75%");
        assertThat(Vietnamese.fold(decomposed)).isEqualTo("kế hoạch ≥ 75%");
    }

    @Test
    void cleansSpacesAndInvisibleCharacters() {
        assertThat(Vietnamese.clean("  Tăng\u00A0cường \n\n phủ\u200B\u00AD sóng\u2003 "))
                .isEqualTo("Tăng cường phủ sóng");
    }

    @Test
    void ordersByVietnameseLettersThenTones() {
        var ordered =
                List.of("a", "à", "ả", "ã", "á", "ạ", "ă", "â", "b", "d", "đ", "e", "ê", "o", "ô", "ơ", "u", "ư", "y");
        assertThat(ordered.reversed().stream().sorted(Vietnamese.ORDER)).containsExactlyElementsOf(ordered);
        assertThat(Stream.of("Đa Mai", "Kinh Môn", "Dương", "Đà", "An").sorted(Vietnamese.ORDER))
                .containsExactly("An", "Dương", "Đà", "Đa Mai", "Kinh Môn");
    }

    @ParameterizedTest
    @CsvSource({"a,1", "b,2", "c,3", "d,4", "đ,5", "e,6", "g,7", "Đ,5"})
    void countsListLettersTheVietnameseWay(String letter, int position) {
        assertThat(Vietnamese.listPosition(letter)).hasValue(position);
    }

    @ParameterizedTest
    @ValueSource(strings = {"f", "w", "ă", "ê", "aa", "1", ""})
    void knowsWhatNumbersNoList(String letter) {
        assertThat(Vietnamese.listPosition(letter)).isEmpty();
    }

    @Test
    void speaksBothLanguages() {
        var text = new Text("Đơn vị", "Unit");
        assertThat(text.in(Locale.UK)).isEqualTo("Unit");
        assertThat(text.in(Locale.of("vi"))).isEqualTo("Đơn vị");
        assertThat(text.in(Locale.FRENCH)).isEqualTo("Đơn vị");
    }
}
