package vn.monitoring.report.evaluation;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.monitoring.report.ranking.Component;
import vn.monitoring.report.ranking.Rankings.Standing;

/// An evaluation sheet. What the ranking says is frozen when it is made; all of it once it is confirmed.
@Entity
@Table(name = "evaluation_sheet")
class Sheet {

    @Id
    private UUID id;

    private String unitCode;
    private String aboveUnitCode;
    private int year;
    private UUID rankingId;
    private String standing;
    private String selfAssessment;
    private String points;
    private @Nullable String assessment;

    @Enumerated(EnumType.STRING)
    private SheetStatus status;

    @Enumerated(EnumType.STRING)
    private @Nullable Classification classification;

    private Instant madeAt;
    private String madeBy;
    private @Nullable Instant submittedAt;
    private @Nullable String submittedBy;
    private @Nullable Instant assessedAt;
    private @Nullable String assessedBy;
    private @Nullable Instant confirmedAt;
    private @Nullable String confirmedBy;

    @Version
    private long version;

    protected Sheet() {}

    Sheet(String unitCode, String aboveUnitCode, int year, Standing standing, Instant now, String username) {
        this.id = UUID.randomUUID();
        this.unitCode = unitCode;
        this.aboveUnitCode = aboveUnitCode;
        this.year = year;
        this.rankingId = standing.rankingId();
        this.standing = SheetJson.write(standing);
        this.selfAssessment = SheetJson.write(Map.of());
        this.points = SheetJson.write(List.of());
        this.status = SheetStatus.DRAFT;
        this.madeAt = now;
        this.madeBy = username;
    }

    void markSelfAssessed(Map<Component, String> texts) {
        selfAssessment = SheetJson.write(texts);
    }

    void markSubmitted(Instant now, String username) {
        status = SheetStatus.SUBMITTED;
        submittedAt = now;
        submittedBy = username;
    }

    void markAssessed(
            String text, List<Points> given, @Nullable Classification classification, Instant now, String username) {
        assessment = text;
        points = SheetJson.write(given);
        this.classification = classification;
        status = SheetStatus.ASSESSED;
        assessedAt = now;
        assessedBy = username;
    }

    void markConfirmed(Instant now, String username) {
        status = SheetStatus.CONFIRMED;
        confirmedAt = now;
        confirmedBy = username;
    }

    UUID id() {
        return id;
    }

    String unitCode() {
        return unitCode;
    }

    String aboveUnitCode() {
        return aboveUnitCode;
    }

    int year() {
        return year;
    }

    Standing standing() {
        return SheetJson.read(standing, Standing.class);
    }

    Map<Component, String> selfAssessment() {
        return SheetJson.readTexts(selfAssessment);
    }

    List<Points> points() {
        return List.of(SheetJson.read(points, Points[].class));
    }

    @Nullable
    String assessment() {
        return assessment;
    }

    SheetStatus status() {
        return status;
    }

    @Nullable
    Classification classification() {
        return classification;
    }

    Instant madeAt() {
        return madeAt;
    }

    String madeBy() {
        return madeBy;
    }

    @Nullable
    Instant submittedAt() {
        return submittedAt;
    }

    @Nullable
    String submittedBy() {
        return submittedBy;
    }

    @Nullable
    Instant assessedAt() {
        return assessedAt;
    }

    @Nullable
    String assessedBy() {
        return assessedBy;
    }

    @Nullable
    Instant confirmedAt() {
        return confirmedAt;
    }

    @Nullable
    String confirmedBy() {
        return confirmedBy;
    }

    long version() {
        return version;
    }
}
