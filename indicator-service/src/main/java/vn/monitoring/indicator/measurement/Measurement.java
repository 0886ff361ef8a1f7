package vn.monitoring.indicator.measurement;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.calendar.Period;
import vn.monitoring.kit.problem.Problem;

/// The figure of an indicator for one period.
///
/// Submitted, then verified or returned by another person; a revision makes it submitted again. The database keeps
/// each state that a change supersedes in `measurement_history`.
@Entity
public class Measurement {

    @Id
    private UUID id;

    private UUID indicatorId;
    private UUID planId;
    private String unitCode;
    private String period;
    private LocalDate periodStart;
    private LocalDate periodEnd;
    private @Nullable BigDecimal numerator;
    private @Nullable BigDecimal denominator;
    private @Nullable BigDecimal value;
    private @Nullable Boolean cumulative;
    private LocalDate asOf;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(columnDefinition = "text[]")
    private List<String> flags;

    private @Nullable String source;
    private @Nullable String note;

    @Enumerated(EnumType.STRING)
    private MeasurementStatus status;

    private String submittedBy;
    private String submitterSubject;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(columnDefinition = "text[]")
    private List<String> submitterUnits;

    private Instant submittedAt;
    private @Nullable String verifiedBy;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(columnDefinition = "text[]")
    private List<String> verifierUnits;

    private @Nullable Instant verifiedAt;
    private @Nullable String reason;
    private int revision;

    @Version
    private long version;

    protected Measurement() {}

    /// @param by who submits it
    Measurement(
            UUID id, FigureIndicator indicator, Period period, Figures figures, Remarks remarks, Actor by, Instant at) {
        this.id = id;
        this.indicatorId = indicator.id();
        this.planId = indicator.planId();
        this.unitCode = indicator.unitCode();
        this.period = period.key();
        this.periodStart = period.firstDay();
        this.periodEnd = period.lastDay();
        this.revision = 0;
        submit(indicator, figures, remarks, by, at);
    }

    /// Where a figure comes from and what else is to be said.
    record Remarks(@Nullable String source, @Nullable String note) {}

    /// Who acts.
    record Actor(String subject, String username, List<String> unitCodes) {}

    /// Takes new figures in the place of the old ones; they await verification.
    final void submit(FigureIndicator indicator, Figures figures, Remarks remarks, Actor by, Instant at) {
        numerator = figures.numerator();
        denominator = figures.denominator();
        value = figures.shownValue();
        cumulative = figures.cumulative();
        asOf = figures.asOf();
        flags = figures.flags(indicator.percentage()).stream()
                .map(MeasurementFlag::name)
                .toList();
        source = remarks.source();
        note = remarks.note();
        status = MeasurementStatus.SUBMITTED;
        submittedBy = by.username();
        submitterSubject = by.subject();
        submitterUnits = List.copyOf(by.unitCodes());
        submittedAt = at;
        verifiedBy = null;
        verifierUnits = List.of();
        verifiedAt = null;
        reason = null;
        revision = revision + 1;
    }

    /// The figures are right, says another person than the one who submitted them.
    void verify(@Nullable String remark, Actor by, Instant at) {
        requireJudgementOfAnother(by);
        status = MeasurementStatus.VERIFIED;
        decide(remark, by, at);
    }

    /// The figures are not right, for a reason; the submitter corrects them by a revision.
    void sendBack(String why, Actor by, Instant at) {
        requireJudgementOfAnother(by);
        status = MeasurementStatus.RETURNED;
        decide(why, by, at);
    }

    private void decide(@Nullable String remark, Actor by, Instant at) {
        reason = remark;
        verifiedBy = by.username();
        verifierUnits = List.copyOf(by.unitCodes());
        verifiedAt = at;
    }

    private void requireJudgementOfAnother(Actor by) {
        if (status != MeasurementStatus.SUBMITTED) {
            throw new Problem(
                            MeasurementProblem.MEASUREMENT_NOT_SUBMITTED,
                            "Chỉ xác nhận hoặc trả lại được số liệu đang chờ; hãy tải lại để xem trạng thái hiện tại.",
                            "Only a figure that awaits verification can be verified or returned; reload to see its status.")
                    .with("currentStatus", status);
        }
        if (submitterSubject.equals(by.subject())) {
            throw new Problem(
                    MeasurementProblem.VERIFIER_IS_SUBMITTER,
                    "Bạn là người gửi số liệu này; hãy để người khác của cơ quan thường trực xác nhận hoặc trả lại.",
                    "You submitted this figure; let another person of the standing body verify or return it.");
        }
    }

    public UUID id() {
        return id;
    }

    public UUID indicatorId() {
        return indicatorId;
    }

    public UUID planId() {
        return planId;
    }

    /// The commune or province that issued the plan.
    public String unitCode() {
        return unitCode;
    }

    public Period period() {
        return Period.of(period);
    }

    public @Nullable BigDecimal numerator() {
        return numerator;
    }

    public @Nullable BigDecimal denominator() {
        return denominator;
    }

    /// Percent for shares (to four decimals), else the amount; null when it does not apply.
    public @Nullable BigDecimal value() {
        return value;
    }

    public @Nullable Boolean cumulative() {
        return cumulative;
    }

    public LocalDate asOf() {
        return asOf;
    }

    public List<MeasurementFlag> flags() {
        return flags.stream().map(MeasurementFlag::valueOf).toList();
    }

    public @Nullable String source() {
        return source;
    }

    public @Nullable String note() {
        return note;
    }

    public MeasurementStatus status() {
        return status;
    }

    public String submittedBy() {
        return submittedBy;
    }

    String submitterSubject() {
        return submitterSubject;
    }

    List<String> submitterUnits() {
        return submitterUnits;
    }

    public Instant submittedAt() {
        return submittedAt;
    }

    /// Who verified or returned it.
    public @Nullable String verifiedBy() {
        return verifiedBy;
    }

    public @Nullable Instant verifiedAt() {
        return verifiedAt;
    }

    /// Why it was returned, or what was remarked at the verification.
    public @Nullable String reason() {
        return reason;
    }

    /// 1 for the first submission.
    public int revision() {
        return revision;
    }

    public long version() {
        return version;
    }
}
