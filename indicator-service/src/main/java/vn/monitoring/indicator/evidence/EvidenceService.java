package vn.monitoring.indicator.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import vn.monitoring.indicator.period.PeriodClosures;
import vn.monitoring.kit.file.FileType;
import vn.monitoring.kit.file.ReceivedFile;
import vn.monitoring.kit.file.Uploads;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.scope.Scope;
import vn.monitoring.kit.security.Caller;

/// Takes, shows and removes evidence; each step is one transaction that holds the measurement.
@ApplicationScoped
class EvidenceService {

    /// How many files a measurement has at most.
    static final int MOST_FILES = 20;

    private static final Logger LOG = Logger.getLogger(EvidenceService.class);

    /// Documents and pictures. No .zip, since its content cannot be checked, and no old office formats,
    /// since their macros cannot be told.
    private static final Set<FileType> ALLOWED =
            EnumSet.of(FileType.PDF, FileType.DOCX, FileType.XLSX, FileType.PNG, FileType.JPEG);

    private final EvidenceStore store;
    private final Uploads uploads;
    private final PeriodClosures closures;
    private final Scope scope;
    private final Caller caller;
    private final Clock clock;

    EvidenceService(
            EvidenceStore store, Uploads uploads, PeriodClosures closures, Scope scope, Caller caller, Clock clock) {
        this.store = store;
        this.uploads = uploads;
        this.closures = closures;
        this.scope = scope;
        this.caller = caller;
        this.clock = clock;
    }

    /// @param isNew false when the measurement had a file of the same content
    record Attached(Evidence evidence, boolean isNew) {}

    /// Stores the file with the measurement; one of the same content is there already when it is sent
    /// again.
    ///
    /// @throws Problem 400 no file, 404, 409 verified, closed period or too many files, 413, 415
    @Transactional
    Attached attach(UUID measurementId, @Nullable FileUpload upload) {
        MeasurementUnderProof measurement = getLocked(measurementId);
        ReceivedFile file = uploads.receive(upload, ALLOWED);
        requireChangeable(measurement);
        List<Evidence> present = store.list(measurementId);
        for (Evidence one : present) {
            if (one.sha256().equals(file.sha256())) {
                return new Attached(one, false);
            }
        }
        if (present.size() >= MOST_FILES) {
            throw new Problem(
                    EvidenceProblem.EVIDENCE_TOO_MANY,
                    "Mỗi số liệu có tối đa %d tệp minh chứng. Hãy gộp tệp hoặc xóa tệp không cần rồi tải lại."
                            .formatted(MOST_FILES),
                    "A figure has at most %d files. Combine files or remove one, then upload again."
                            .formatted(MOST_FILES));
        }
        UUID id = UUID.randomUUID();
        Evidence evidence = new Evidence(
                id,
                measurementId,
                measurement.revision(),
                id + "." + file.type().extension(),
                file.name(),
                file.type().mediaType(),
                file.size(),
                file.sha256(),
                caller.username(),
                Instant.now(clock));
        store.insert(evidence, file);
        LOG.infof("evidence %s attached to measurement %s, %d bytes", id, measurementId, file.size());
        return new Attached(evidence, true);
    }

    @Transactional
    List<Evidence> list(UUID measurementId) {
        getVisible(measurementId);
        return store.list(measurementId);
    }

    @Transactional
    Evidence get(UUID measurementId, UUID id) {
        getVisible(measurementId);
        return store.find(measurementId, id).orElseThrow(Problem::notFound);
    }

    /// @throws Problem 403 for another unit's, 404, 409 verified or closed period
    @Transactional
    void remove(UUID measurementId, UUID id) {
        MeasurementUnderProof measurement = getLocked(measurementId);
        Evidence evidence = store.find(measurementId, id).orElseThrow(Problem::notFound);
        requireOwn(measurement);
        requireChangeable(measurement);
        if (store.provesVerifiedFigure(evidence)) {
            throw new Problem(
                    EvidenceProblem.EVIDENCE_OF_VERIFIED_FIGURE,
                    "Số liệu đã được xác nhận cùng với tệp này, nên tệp được giữ lại. Hãy tải thêm tệp mới cho lần sửa này.",
                    "A figure was verified with this file, so it is kept. Add a new file for this revision.");
        }
        store.delete(id);
        LOG.infof("evidence %s of measurement %s removed", id, measurementId);
    }

    private MeasurementUnderProof getVisible(UUID measurementId) {
        MeasurementUnderProof measurement = store.findMeasurement(measurementId).orElseThrow(Problem::notFound);
        scope.require(measurement.responsibleUnitCode());
        return measurement;
    }

    private MeasurementUnderProof getLocked(UUID measurementId) {
        getVisible(measurementId);
        return store.findLockedMeasurement(measurementId).orElseThrow(Problem::notFound);
    }

    private void requireOwn(MeasurementUnderProof measurement) {
        boolean submitted = !Collections.disjoint(caller.unitCodes(), measurement.submitterUnits());
        if (!submitted && !scope.isInside(measurement.responsibleUnitCode())) {
            throw new Problem(
                    EvidenceProblem.EVIDENCE_OF_OTHERS,
                    "Chỉ đơn vị đã gửi số liệu hoặc chịu trách nhiệm về số liệu mới được xóa tệp. Hãy đề nghị đơn vị %s."
                            .formatted(measurement.responsibleUnitCode()),
                    "Only the unit that submitted the figure or answers for it removes its files. Ask unit %s."
                            .formatted(measurement.responsibleUnitCode()));
        }
    }

    private void requireChangeable(MeasurementUnderProof measurement) {
        closures.requireOpen(measurement.responsibleUnitCode(), measurement.period());
        if (measurement.verified()) {
            throw new Problem(
                    EvidenceProblem.EVIDENCE_MEASUREMENT_VERIFIED,
                    "Số liệu đã được xác nhận nên minh chứng không đổi được nữa. Hãy sửa số liệu (PUT /measurements/%s), rồi tải tệp."
                            .formatted(measurement.id()),
                    "The figure is verified, so its evidence stands. Revise the figure (PUT /measurements/%s), then upload."
                            .formatted(measurement.id()));
        }
    }
}
