package vn.monitoring.indicator.grade;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/// Where an indicator started, as its plan or a decision states it.
@Entity
@Table(name = "baseline")
class StatedBaseline {

    @Id
    private UUID indicatorId;

    @Column(name = "on_date")
    private LocalDate date;

    private BigDecimal value;
    private String source;
    private String statedBy;
    private Instant statedAt;

    @Version
    private long version;

    protected StatedBaseline() {}

    StatedBaseline(UUID indicatorId, LocalDate on, BigDecimal amount, String where, String by, Instant at) {
        this.indicatorId = indicatorId;
        state(on, amount, where, by, at);
    }

    final void state(LocalDate on, BigDecimal amount, String where, String by, Instant at) {
        date = on;
        value = amount;
        source = where;
        statedBy = by;
        statedAt = at;
    }

    UUID indicatorId() {
        return indicatorId;
    }

    LocalDate date() {
        return date;
    }

    BigDecimal value() {
        return value;
    }

    String source() {
        return source;
    }

    String statedBy() {
        return statedBy;
    }

    Instant statedAt() {
        return statedAt;
    }

    long version() {
        return version;
    }
}
