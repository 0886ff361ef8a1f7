package vn.monitoring.report.survey;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.calendar.Period;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.scope.Scope;
import vn.monitoring.kit.security.Caller;
import vn.monitoring.kit.text.Vietnamese;
import vn.monitoring.kit.web.Cursor;
import vn.monitoring.kit.web.ETags;
import vn.monitoring.kit.web.Page;
import vn.monitoring.report.unit.ReportingUnit;
import vn.monitoring.report.unit.Units;

/// Surveys: opened and closed by their unit, answered by whoever has the link, counted as ratios of sums.
@ApplicationScoped
class Surveys {

    private static final Logger LOG = Logger.getLogger(Surveys.class);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final SurveyRepository surveys;
    private final EntityManager entities;
    private final Units units;
    private final Scope scope;
    private final Caller caller;
    private final Clock clock;
    private final String baseUrl;
    private final int mostAMinute;

    Surveys(
            SurveyRepository surveys,
            EntityManager entities,
            Units units,
            Scope scope,
            Caller caller,
            Clock clock,
            @ConfigProperty(name = "monitoring.survey.base-url") String baseUrl,
            @ConfigProperty(name = "monitoring.survey.answers-per-minute") int mostAMinute) {
        this.surveys = surveys;
        this.entities = entities;
        this.units = units;
        this.scope = scope;
        this.caller = caller;
        this.clock = clock;
        this.baseUrl = baseUrl;
        this.mostAMinute = mostAMinute;
    }

    @Transactional
    SurveyResponse open(SurveyRequest request) {
        scope.require(request.unitCode());
        Survey survey = new Survey(request, Vietnamese.clean(request.question()), clock.instant(), caller.username());
        entities.persist(survey);
        entities.flush();
        LOG.infof("survey %s: opened", survey.id());
        return view(survey);
    }

    @Transactional
    SurveyResponse get(UUID id) {
        return view(find(id));
    }

    @Transactional
    Page<SurveyResponse> list(
            @Nullable String unit, @Nullable SurveyStatus status, @Nullable String cursor, int limit) {
        if (unit != null) {
            scope.require(unit);
        }
        Page<Survey> page = Page.of(
                surveys.listInSight(scope.paths(), unit, status, Cursor.decode(cursor, 2), limit + 1),
                limit,
                SurveyRepository::after);
        Map<UUID, SurveyResponse.Ratio> results =
                surveys.results(page.items().stream().map(Survey::id).toList());
        return page.map(survey -> SurveyResponse.from(
                survey, link(survey), results.getOrDefault(survey.id(), SurveyResponse.Ratio.NONE)));
    }

    @Transactional
    SurveyResponse close(UUID id, @Nullable String ifMatch) {
        Survey survey = find(id);
        entities.refresh(survey, LockModeType.PESSIMISTIC_WRITE);
        ETags.requireMatch(ifMatch, survey.version());
        requireOpen(survey);
        survey.markClosed(clock.instant(), caller.username());
        entities.flush();
        LOG.infof("survey %s: closed", id);
        return view(survey);
    }

    @Transactional
    SurveyResponse.Results results(@Nullable String unit, @Nullable Period period) {
        if (unit != null) {
            scope.require(unit);
        }
        List<SurveyResponse.Result> results =
                surveys.results(scope.paths(), unit, period == null ? null : period.key());
        return new SurveyResponse.Results(
                results,
                results.stream()
                        .map(SurveyResponse.Result::ratio)
                        .reduce(SurveyResponse.Ratio.NONE, SurveyResponse.Ratio::plus));
    }

    @Transactional
    SurveyResponse.ForPublic show(String token) {
        Survey survey = surveys.findByToken(token).orElseThrow(Problem::notFound);
        String unitName = units.find(survey.unitCode()).map(ReportingUnit::name).orElse(survey.unitCode());
        return new SurveyResponse.ForPublic(unitName, survey.question(), 1, 5, survey.status());
    }

    /// Counts an answer once for each nonce.
    @Transactional
    void answer(String token, SurveyRequest.Answer answer) {
        Survey survey = surveys.findByToken(token).orElseThrow(Problem::notFound);
        entities.refresh(survey, LockModeType.PESSIMISTIC_READ);
        requireOpen(survey);
        Instant now = clock.instant();
        if (surveys.countAnswersSince(survey.id(), now.minus(MINUTE)) >= mostAMinute) {
            throw new Problem(
                            SurveyProblem.SURVEY_BUSY,
                            "Khảo sát đang nhận quá nhiều câu trả lời. Hãy gửi lại sau một phút.",
                            "The survey receives too many answers. Send yours again in a minute.")
                    .with("retryAfterSeconds", MINUTE.toSeconds())
                    .retryAfter(MINUTE);
        }
        if (!surveys.addAnswer(survey.id(), answer.nonce(), answer.score(), now)) {
            throw new Problem(
                    SurveyProblem.SURVEY_ANSWERED,
                    "Lượt trả lời này đã được ghi nhận; không cần gửi lại.",
                    "This cast was counted; there is no need to send it again.");
        }
    }

    private static void requireOpen(Survey survey) {
        if (!survey.isOpen()) {
            throw new Problem(
                    SurveyProblem.SURVEY_CLOSED,
                    "Khảo sát đã đóng. Hãy mở khảo sát mới nếu cần hỏi tiếp.",
                    "The survey is closed. Open a new one to ask again.");
        }
    }

    private Survey find(UUID id) {
        return surveys.findInSight(id, scope.paths()).orElseThrow(Problem::notFound);
    }

    private String link(Survey survey) {
        return baseUrl + survey.token();
    }

    private SurveyResponse view(Survey survey) {
        return SurveyResponse.from(
                survey,
                link(survey),
                surveys.results(List.of(survey.id())).getOrDefault(survey.id(), SurveyResponse.Ratio.NONE));
    }
}
