package vn.monitoring.report.feedback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.text.Text;
import vn.monitoring.kit.text.Vietnamese;
import vn.monitoring.report.unit.Units;

/// What citizens do without logging in: send, look up, rate.
@ApplicationScoped
class PublicFeedback {

    private static final String SOURCE = "public";

    private final FeedbackCases cases;
    private final FeedbackRepository feedback;
    private final Deadlines deadlines;
    private final ContactLimit limit;
    private final Units units;
    private final Clock clock;

    PublicFeedback(
            FeedbackCases cases,
            FeedbackRepository feedback,
            Deadlines deadlines,
            ContactLimit limit,
            Units units,
            Clock clock) {
        this.cases = cases;
        this.feedback = feedback;
        this.deadlines = deadlines;
        this.limit = limit;
        this.units = units;
        this.clock = clock;
    }

    @Transactional
    FeedbackResponse.Receipt send(FeedbackRequest.FromPublic request) {
        FeedbackCases.requireUnclassified(request.subject() + "\n" + request.content());
        if (units.find(request.unitCode()).isEmpty()) {
            throw new Problem(
                            FeedbackProblem.RECEIVER_UNKNOWN,
                            "Không có đơn vị với mã này. Hãy chọn lại đơn vị tiếp nhận.",
                            "There is no unit of this code. Choose the receiver again.")
                    .violation("body", "unitCode", new Text("Không có.", "Unknown."));
        }
        LocalDate today = LocalDate.now(clock);
        limit.count(request.sender().contact(), today);
        String code = LookUpCode.next();
        Feedback added = cases.add(
                new Feedback.Received(
                        SOURCE,
                        null,
                        LookUpCode.hash(code),
                        request.field(),
                        request.unitCode(),
                        Vietnamese.clean(request.subject()),
                        Vietnamese.nfc(request.content().strip()),
                        today,
                        deadlines.dueOn(request.unitCode(), request.field(), today)),
                request.sender(),
                SOURCE);
        return new FeedbackResponse.Receipt(code, added.receivedOn(), added.dueOn());
    }

    @Transactional
    FeedbackResponse.ForPublic lookUp(String code) {
        return FeedbackResponse.ForPublic.from(find(code));
    }

    @Transactional
    FeedbackResponse.ForPublic rate(String code, int score) {
        return FeedbackResponse.ForPublic.from(cases.rate(find(code), score));
    }

    private Feedback find(String code) {
        return feedback.findByCode(LookUpCode.hash(code)).orElseThrow(Problem::notFound);
    }
}
