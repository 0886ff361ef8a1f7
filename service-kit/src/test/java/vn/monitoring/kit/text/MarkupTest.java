package vn.monitoring.kit.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkupTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            $\\geq 75$                 | ≥ 75
            $\\geq 50\\%$              | ≥ 50%
            $\\geq75\\%$               | ≥ 75%
            100\\%                     | 100%
            $\\leq 5$ ngày             | ≤ 5 ngày
            $1{,}5\\%$                 | 1,5%
            $\\text{đạt} \\geq 90\\%$  | đạt ≥ 90%
            $80 \\rightarrow 90$       | 80 → 90
            ≥ 75%                      | ≥ 75%
            """)
    void showsLatexAsItReads(String latex, String shown) {
        assertThat(Markup.latexToText(latex.replace("\\\\", "\\"))).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <b>A</b>                          | A
            <B>TT</B>                         | TT
            Chỉ tiêu cụ thể<sup>1</sup>       | Chỉ tiêu cụ thể
            1.000 m<sup>2</sup>               | 1.000 m2
            <p class="x">Quý II/2026</p>      | Quý II/2026
            Khoa học &amp; công nghệ &ge; 5   | Khoa học & công nghệ ≥ 5
            số hộ < 5 và > 3                  | số hộ < 5 và > 3
            """)
    void removesTagsOnly(String marked, String shown) {
        assertThat(Markup.withoutTags(marked).strip()).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <b>A</b>          | true  | false
            $\\geq 2$         | false | true
            50\\%             | false | true
            giá 5$            | false | false
            a < b             | false | false
            """)
    void tellsWhatItMended(String text, boolean tags, boolean latex) {
        var unescaped = text.replace("\\\\", "\\");
        assertThat(Markup.hasTags(unescaped)).isEqualTo(tags);
        assertThat(Markup.hasLatex(unescaped)).isEqualTo(latex);
    }
}
