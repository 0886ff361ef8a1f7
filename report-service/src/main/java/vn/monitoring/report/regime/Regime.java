package vn.monitoring.report.regime;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.OptimisticLock;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import vn.monitoring.report.document.OfficialDocument.Layout;
import vn.monitoring.report.period.CutOffRule;
import vn.monitoring.report.period.DueRule;
import vn.monitoring.report.period.ReportFrequency;

/// A reporting regime (chế độ báo cáo) as it stands for periods that are not open yet.
@Entity
@Table(name = "report_regime")
public class Regime {

    @Id
    private UUID id;

    private String name;
    private String receiverUnitCode;
    private @Nullable String receiverName;
    private @Nullable String consolidatingUnitCode;

    @Enumerated(EnumType.STRING)
    private SenderRule senderRule;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> senders;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> frequencies;

    @Enumerated(EnumType.STRING)
    private CutOffRule.Basis basis;

    private int cutOffDay;

    @JdbcTypeCode(SqlTypes.JSON)
    private DueRule dueRule;

    @JdbcTypeCode(SqlTypes.JSON)
    private Reminders reminders;

    @JdbcTypeCode(SqlTypes.JSON)
    private Sections sections;

    private @Nullable String block;

    @Enumerated(EnumType.STRING)
    private Layout layout;

    private int revision;
    private LocalDate begunOn;
    private @Nullable LocalDate endsOn;

    /// The clock's own note: it takes nobody's ETag away.
    @OptimisticLock(excluded = true)
    private LocalDate openedUntil;

    private Instant createdAt;
    private String createdBy;

    @Version
    private long version;

    /// Wraps the outline so that it is stored as one JSON document.
    public record Sections(List<Section> items) {}

    protected Regime() {}

    /// @param begunOn periods cut off on this day or before are opened by hand only
    Regime(String receiverUnitCode, RegimeSettings settings, LocalDate begunOn, Instant createdAt, String createdBy) {
        this.id = UUID.randomUUID();
        this.receiverUnitCode = receiverUnitCode;
        this.begunOn = begunOn;
        this.openedUntil = begunOn;
        this.createdAt = createdAt;
        this.createdBy = createdBy;
        this.revision = 1;
        set(settings);
    }

    /// Sets what holds for periods that are opened from now on.
    ///
    /// A new cut-off may lie before the day up to which the clock has looked: it looks at the last month again.
    void revise(RegimeSettings settings) {
        if (!settings.cutOffRule().equals(cutOffRule())) {
            LocalDate monthBefore = openedUntil.minusMonths(1);
            openedUntil = monthBefore.isBefore(begunOn) ? begunOn : monthBefore;
        }
        revision++;
        set(settings);
    }

    /// Periods cut off after this day are not opened any more.
    void endOn(LocalDate lastDay) {
        endsOn = lastDay;
    }

    private void set(RegimeSettings settings) {
        name = settings.name();
        receiverName = settings.receiverName();
        consolidatingUnitCode = settings.consolidatingUnitCode();
        senderRule = settings.senderRule();
        senders = settings.senders();
        frequencies = settings.frequencies().stream().map(ReportFrequency::name).toList();
        basis = settings.cutOffRule().basis();
        cutOffDay = settings.cutOffRule().cutOffDay();
        dueRule = settings.dueRule();
        reminders = settings.reminders();
        sections = new Sections(settings.sections());
        block = settings.block();
        layout = settings.layout();
    }

    public RegimeSettings settings() {
        return new RegimeSettings(
                name,
                receiverName,
                consolidatingUnitCode,
                senderRule,
                List.copyOf(senders),
                frequencies(),
                cutOffRule(),
                dueRule,
                reminders,
                sections.items(),
                block,
                layout);
    }

    /// Notes that every period cut off up to this day is open.
    public void markOpenedUntil(LocalDate cutOff) {
        if (cutOff.isAfter(openedUntil)) {
            openedUntil = cutOff;
        }
    }

    public boolean has(ReportFrequency frequency) {
        return frequencies.contains(frequency.name());
    }

    /// Whether a period cut off on this day is still opened.
    public boolean runsOn(LocalDate cutOff) {
        return endsOn == null || !cutOff.isAfter(endsOn);
    }

    public CutOffRule cutOffRule() {
        return new CutOffRule(basis, cutOffDay);
    }

    public List<ReportFrequency> frequencies() {
        return frequencies.stream().map(ReportFrequency::valueOf).toList();
    }

    public UUID id() {
        return id;
    }

    public String receiverUnitCode() {
        return receiverUnitCode;
    }

    public DueRule dueRule() {
        return dueRule;
    }

    public int revision() {
        return revision;
    }

    public @Nullable LocalDate endsOn() {
        return endsOn;
    }

    public LocalDate openedUntil() {
        return openedUntil;
    }

    Instant createdAt() {
        return createdAt;
    }

    String createdBy() {
        return createdBy;
    }

    long version() {
        return version;
    }
}
