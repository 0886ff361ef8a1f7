package vn.monitoring.report.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.monitoring.kit.text.Text;
import vn.monitoring.report.fact.Indicators.Indicator;

class FeedTitlesTest {

    private static final UUID KNOWN = new UUID(0, 1);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            measurement.verified|{"indicatorId":"00000000-0000-0000-0000-000000000001","period":"2026-Q3"}|Số liệu quý III năm 2026 của chỉ tiêu 13. Tỷ lệ hồ sơ đã xác nhận|Figure for 2026-Q3 of indicator 13. Tỷ lệ hồ sơ verified
            measurement.returned|{"period":"2026-09"}|Số liệu tháng 9 năm 2026 bị trả lại|Figure for 2026-09 returned
            measurement.batch-verified|{"unitCode":"10675","period":"2026-09","figures":[1,2]}|2 số liệu tháng 9 năm 2026 của Phường Kinh Môn đã xác nhận|2 figures for 2026-09 of Phường Kinh Môn verified
            grade.changed|{"indicatorNumber":"13","indicatorName":"Tỷ lệ hồ sơ","status":"SLIGHTLY_BEHIND"}|Chỉ tiêu 13. Tỷ lệ hồ sơ: chậm nhẹ|Indicator 13. Tỷ lệ hồ sơ: slightly behind
            task.extension-requested|{"number":"4","title":"Kế hoạch"}|Nhiệm vụ 4. Kế hoạch đề nghị gia hạn|Task 4. Kế hoạch asks for an extension
            warning.opened|{"taskNumber":"4","taskTitle":"Kế hoạch","kind":"OVERDUE","addressee":"LEAD"}|Cảnh báo nhiệm vụ 4. Kế hoạch: quá hạn|Warning on task 4. Kế hoạch: overdue
            warning.escalated|{"taskNumber":"4","taskTitle":null,"kind":"LATE","addressee":"DIRECTOR"}|Cảnh báo nhiệm vụ 4: chậm cập nhật tiến độ, chuyển đến người chỉ đạo|Warning on task 4: update late, raised to the director
            warning.closed|{"taskNumber":"4","kind":"LATE"}|Cảnh báo nhiệm vụ 4: chậm cập nhật tiến độ, đã khắc phục|Warning on task 4: update late, resolved
            report.obliged|{"unitCode":"10675","period":"2026-Q3","dueOn":"2026-09-20"}|Báo cáo quý III năm 2026 của Phường Kinh Môn cần lập, hạn 20/09/2026|Report for 2026-Q3 of Phường Kinh Môn owed, due 2026-09-20
            report.reminded|{"unitCode":"10675","period":"2026-Q3","dueOn":"2026-09-20"}|Báo cáo quý III năm 2026 của Phường Kinh Môn được nhắc, hạn 20/09/2026|Report for 2026-Q3 of Phường Kinh Môn reminded, due 2026-09-20
            report.overdue|{"unitCode":"10675","period":"2026-Q3","dueOn":"2026-09-20"}|Báo cáo quý III năm 2026 của Phường Kinh Môn đã quá hạn 20/09/2026|Report for 2026-Q3 of Phường Kinh Môn overdue since 2026-09-20
            report.reminded|{"unitCode":"10675","period":"2026-X02","dueOn":"2026-12-03"}|Báo cáo đột xuất số 2 năm 2026 của Phường Kinh Môn được nhắc, hạn 03/12/2026|Report for 2026-X02 of Phường Kinh Môn reminded, due 2026-12-03
            report.obliged|{"unitCode":"10675","period":"later","dueOn":"soon"}|Báo cáo kỳ later của Phường Kinh Môn cần lập, hạn soon|Report for later of Phường Kinh Môn owed, due soon
            ranking.published|{"period":"2026"}|Đã công bố xếp hạng năm 2026|Ranking for 2026 published
            report.corrected|{"unitCode":"10675","period":"2026-Q3"}|Báo cáo quý III năm 2026 của Phường Kinh Môn được mở để đính chính|Report for 2026-Q3 of Phường Kinh Môn opened for a correction
            report.consolidated|{"unitCode":"99999","period":"2026-Q3"}|Báo cáo quý III năm 2026 của 99999 đã được tổng hợp|Report for 2026-Q3 of 99999 consolidated
            incident.overdue|{"unitCode":"10675","title":"Mất kết nối"}|Sự cố Mất kết nối tại Phường Kinh Môn quá 24 giờ chưa có báo cáo ban đầu|Incident Mất kết nối at Phường Kinh Môn first report overdue after 24 hours
            feedback.answered|{"unitCode":"10675"}|Phản ánh tại Phường Kinh Môn đã được trả lời|Feedback at Phường Kinh Môn answered
            webhook.disabled|{"unitCode":"31","host":"a.example"}|Địa chỉ nhận thông báo a.example đã bị ngừng|Webhook at a.example disabled
            webhook.given-up|{"unitCode":"31","host":"a.example","count":3}|Địa chỉ nhận thông báo a.example không nhận được 3 thông báo sau ba ngày|Webhook at a.example did not take 3 messages in three days
            survey.opened|{"unitCode":"10675"}|survey opened|survey opened
            """)
    void saysWhatHappened(String type, String data, String vi, String en) {
        FeedKnowledge known = new FeedKnowledge(
                Map.of(KNOWN, new Indicator("10675", "13", "Tỷ lệ hồ sơ")), Map.of("10675", "Phường Kinh Môn"));

        assertThat(FeedTitles.of("vn.monitoring." + type + ".v1", read(data), known))
                .isEqualTo(new Text(vi, en));
    }

    private static JsonNode read(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }
}
