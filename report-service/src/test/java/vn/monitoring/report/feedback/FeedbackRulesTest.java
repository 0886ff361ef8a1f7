package vn.monitoring.report.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.monitoring.kit.calendar.WorkCalendar;

class FeedbackRulesTest {

    private static final WorkCalendar CALENDAR =
            new WorkCalendar(Set.of(LocalDate.parse("2026-09-01")), Set.of(LocalDate.parse("2026-09-05")));

    @ParameterizedTest
    @CsvSource({
        // Friday 20 November 2026
        "2026-11-20, 1, 2026-11-23",
        "2026-11-21, 1, 2026-11-23",
        "2026-11-23, 5, 2026-11-30",
        "2026-11-23, 10, 2026-12-07",
        // over 1 and 2 September, with a Saturday that is worked
        "2026-08-31, 1, 2026-09-03",
        "2026-08-31, 3, 2026-09-05",
        "2026-08-31, 4, 2026-09-07",
        // the leap day of 2028 is a Tuesday
        "2028-02-28, 1, 2028-02-29",
        "2027-12-31, 1, 2028-01-03"
    })
    void countsWorkingDaysAfterTheReceipt(LocalDate received, int days, LocalDate due) {
        assertThat(AnswerDeadline.dueOn(received, days, CALENDAR)).isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Tài liệu TUYỆT MẬT của ngành | true
        Đóng dấu TỐI  MẬT | true
        UBND\\nMẬT\\nSố 01 | true
        UBND\\n[ MẬT ]\\nSố 01 | true
        Độ mật: Tối mật | true
        Độ mật – mật | true
        Lộ bí mật đời tư của tôi | false
        Mật ong bị làm giả ở chợ | false
        CẦN BẢO MẬT THÔNG TIN | false
        Tôi tuyệt đối giữ bí mật | false
        Độ mật của rừng trồng giảm | false""")
    void findsMarkingsAndNotWords(String text, boolean marked) {
        assertThat(ClassifiedMarking.stands(text.replace("\\n", "\n"))).isEqualTo(marked);
    }

    @Test
    void makesCodesThatNobodyGuessesAndReadsThemAsTyped() {
        Set<String> codes = new HashSet<>();
        for (int index = 0; index < 1_000; index++) {
            codes.add(LookUpCode.next());
        }

        assertThat(codes).hasSize(1_000).allMatch(code -> code.matches("[0-9A-HJKMNP-TV-Z]{26}"));
        assertThat(LookUpCode.hash("ab12-cd34 ef")).isEqualTo(LookUpCode.hash("AB12CD34EF"));
    }
}
