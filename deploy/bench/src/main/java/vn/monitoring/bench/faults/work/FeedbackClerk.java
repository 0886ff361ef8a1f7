package vn.monitoring.bench.faults.work;

import java.time.Duration;
import java.util.List;
import vn.monitoring.bench.faults.work.Courier.Brought;
import vn.monitoring.bench.load.NationalAccounts;
import vn.monitoring.client.Write;

/// Registers what citizens report and answers it.
final class FeedbackClerk extends Actor {

    private record NewFeedback(
            String source, String externalReference, String field, String unitCode, String subject, String content) {}

    private record Answer(String text, boolean publish) {}

    private final List<String> units;

    FeedbackClerk(Tools tools, List<String> units) {
        super("feedback", Duration.ofMillis(900), tools);
        this.units = units;
    }

    @Override
    void work() {
        String number = nextMarker();
        Brought made = bring(
                "registerFeedback",
                "",
                number,
                NationalAccounts.LOADER,
                Write.post(
                        "/api/v1/feedback",
                        new NewFeedback(
                                "cong-dich-vu-cong",
                                number,
                                "moi-truong",
                                units.get(random.nextInt(units.size())),
                                "Rác thải tồn đọng tại khu dân cư",
                                "Điểm tập kết rác chưa được thu gom.")));
        String id = made.last().id();
        String etag = made.last().etag();
        if (!made.isDone() || id == null || etag == null) {
            return;
        }
        String answer = nextMarker();
        bring(
                "answerFeedback",
                id,
                answer,
                NationalAccounts.LOADER,
                Write.post("/api/v1/feedback/" + id + "/answer", new Answer(answer, false))
                        .ifMatch(etag));
    }
}
