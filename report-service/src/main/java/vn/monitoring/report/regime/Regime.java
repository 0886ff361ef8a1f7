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
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.calendar.Period;
import vn.monitoring.kit.calendar.Period.Frequency;
import vn.monitoring.report.period.CutOffRule;
import vn.monitoring.report.period.DueRule;

/// A reporting regime (chế độ báo cáo).
@Entity
@Table(name = "report_regime")
public class Regime {

    @Id
    private UUID id;

    private String name;
    private String receiverUnitCode;

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
    private Sections sections;

    private @Nullable String block;
    private LocalDate openedUntil;
    private Instant createdAt;
    private String createdBy;

    @Version
    private long version;

    /// Wraps the outline so that it is stored as one JSON document.
    public record Sections(List<Section> items) {}

    protected Regime() {}

    /// @param openedUntil periods cut off on this day or before are opened by hand only
    Regime(RegimeRequest request, LocalDate openedUntil, Instant createdAt, String createdBy) {
        this.id = UUID.randomUUID();
        this.name = request.name().strip();
        this.receiverUnitCode = request.receiverUnitCode();
        this.senderRule = request.senderRule();
        this.senders = request.sendersOrNone();
        this.frequencies =
                request.frequencies().stream().map(Frequency::name).distinct().toList();
        this.basis = request.calendar();
        this.cutOffDay = request.cutOffRule().cutOffDay();
        this.dueRule = request.dueRule();
        this.sections = new Sections(request.outline());
        this.block = request.block();
        this.openedUntil = openedUntil;
        this.createdAt = createdAt;
        this.createdBy = createdBy;
    }

    /// Notes that every period cut off up to this day is open.
    public void markOpenedUntil(LocalDate cutOff) {
        if (cutOff.isAfter(openedUntil)) {
            openedUntil = cutOff;
        }
    }

    public boolean has(Period period) {
        return frequencies().contains(period.frequency());
    }

    public CutOffRule cutOffRule() {
        return new CutOffRule(basis, cutOffDay);
    }

    public List<Frequency> frequencies() {
        return frequencies.stream().map(Frequency::valueOf).toList();
    }

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }

    public String receiverUnitCode() {
        return receiverUnitCode;
    }

    public SenderRule senderRule() {
        return senderRule;
    }

    public List<String> senders() {
        return List.copyOf(senders);
    }

    public DueRule dueRule() {
        return dueRule;
    }

    public List<Section> sections() {
        return sections.items();
    }

    public @Nullable String block() {
        return block;
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
