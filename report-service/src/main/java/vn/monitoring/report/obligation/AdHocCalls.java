package vn.monitoring.report.obligation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.text.Normalizer;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.text.Text;
import vn.monitoring.report.ReportProblem;
import vn.monitoring.report.period.ReportFrequency;
import vn.monitoring.report.period.ReportPeriod;
import vn.monitoring.report.period.Window;
import vn.monitoring.report.regime.OpenPeriod;
import vn.monitoring.report.regime.OpenPeriods;
import vn.monitoring.report.regime.Regime;
import vn.monitoring.report.regime.RegimeRequest.SectionRequest;
import vn.monitoring.report.regime.RegimeSettings;
import vn.monitoring.report.regime.Regimes;
import vn.monitoring.report.regime.Section;

/// Calls for reports outside of the calendar.
@ApplicationScoped
class AdHocCalls {

    private final OpenPeriods periods;
    private final Owing owing;
    private final Obligations obligations;
    private final PeriodOpening opening;

    AdHocCalls(OpenPeriods periods, Owing owing, Obligations obligations, PeriodOpening opening) {
        this.periods = periods;
        this.owing = owing;
        this.obligations = obligations;
        this.opening = opening;
    }

    /// Makes a call under a regime that provides for them: one obligation for each sender asked.
    @Transactional
    PeriodOpening.Opened call(Regime regime, AdHocCallRequest request) {
        if (!regime.has(ReportFrequency.AD_HOC)) {
            throw new Problem(
                            ReportProblem.PERIOD_NOT_OF_REGIME,
                            "Chế độ này không có báo cáo đột xuất. Hãy thêm tần suất AD_HOC vào chế độ trước.",
                            "This regime has no ad hoc reports. Add the frequency AD_HOC to it first.")
                    .with("frequencies", regime.frequencies());
        }
        if (!regime.runsOn(request.cutOffOn())) {
            throw PeriodOpening.ended(regime);
        }
        requireDays(request);
        List<String> senders = senders(regime, request);
        ReportPeriod period = request.passesOn() == null
                ? ReportPeriod.adHoc(
                        request.cutOffOn().getYear(),
                        periods.nextCall(request.cutOffOn().getYear()))
                : passedOn(regime, request.passesOn());
        OpenPeriod call = new OpenPeriod(
                regime.id(),
                period,
                regime.revision(),
                Normalizer.normalize(request.title().strip(), Normalizer.Form.NFC),
                new Window(request.from(), request.cutOffOn()),
                OpenPeriod.DueDates.all(request.dueOn()),
                settings(regime, request));
        return opening.call(call, senders);
    }

    private static RegimeSettings settings(Regime regime, AdHocCallRequest request) {
        if (request.sections() == null) {
            return regime.settings();
        }
        List<Section> outline = SectionRequest.toSections(request.sections());
        Regimes.requireDistinct("sections", outline);
        return regime.settings().with(outline);
    }

    private static void requireDays(AdHocCallRequest request) {
        if (request.cutOffOn().isBefore(request.from())) {
            throw invalid(
                    "cutOffOn",
                    "Ngày chốt số liệu phải từ ngày đầu kỳ trở đi.",
                    "The cut-off is the first day of the figures or a later one.");
        }
        if (!request.dueOn().isAfter(request.cutOffOn())) {
            throw invalid(
                    "dueOn",
                    "Hạn gửi phải sau ngày chốt số liệu, vì báo cáo chỉ lập được khi ngày đó đã hết.",
                    "The due date lies after the cut-off, since drafting begins when that day is over.");
        }
    }

    private @Nullable List<String> senders(Regime regime, AdHocCallRequest request) {
        if (request.senders() == null) {
            return null;
        }
        List<String> asked = request.senders().stream().distinct().toList();
        RegimeSettings settings = regime.settings();
        List<String> others = owing.notSending(
                settings.senderRule(), settings.senders(), regime.receiverUnitCode(), request.cutOffOn(), asked);
        if (!others.isEmpty()) {
            throw invalid(
                    "senders",
                    "Không phải đơn vị gửi của chế độ này vào ngày chốt: " + String.join(", ", others) + ".",
                    "Not senders of this regime on the cut-off date: " + String.join(", ", others) + ".");
        }
        return asked;
    }

    private ReportPeriod passedOn(Regime regime, UUID obligationId) {
        Obligation own = obligations.get(obligationId);
        if (!own.period().isAdHoc() || !own.unitCode().equals(regime.receiverUnitCode())) {
            throw invalid(
                    "passesOn",
                    "Chỉ chuyển tiếp được yêu cầu đột xuất mà chính đơn vị nhận (" + regime.receiverUnitCode()
                            + ") phải trả lời.",
                    "Only an ad hoc call that the receiver itself (" + regime.receiverUnitCode()
                            + ") has to answer can be passed on.");
        }
        return own.period();
    }

    private static Problem invalid(String field, String vi, String en) {
        Text message = new Text(vi, en);
        return new Problem(ReportProblem.CALL_INVALID, message).violation("body", field, message);
    }
}
