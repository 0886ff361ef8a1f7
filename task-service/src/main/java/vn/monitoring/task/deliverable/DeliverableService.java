package vn.monitoring.task.deliverable;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.file.FileType;
import vn.monitoring.kit.file.ReceivedFile;
import vn.monitoring.kit.file.Uploads;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.security.Caller;
import vn.monitoring.kit.text.Vietnamese;
import vn.monitoring.task.task.Task;
import vn.monitoring.task.task.TaskService;

/// Takes deliverables; a file is stored in the database, in the transaction that attaches it.
@ApplicationScoped
class DeliverableService {

    private static final Set<FileType> ALLOWED = EnumSet.allOf(FileType.class);

    /// A stored deliverable with the version of its task.
    record Attached(Deliverable deliverable, long taskVersion) {}

    private final TaskService tasks;
    private final DeliverableStore store;
    private final Uploads uploads;
    private final Caller caller;
    private final Clock clock;

    DeliverableService(TaskService tasks, DeliverableStore store, Uploads uploads, Caller caller, Clock clock) {
        this.tasks = tasks;
        this.store = store;
        this.uploads = uploads;
        this.caller = caller;
        this.clock = clock;
    }

    /// Attaches a file, in the caller's transaction.
    /// @throws Problem 413, 415, 409
    Attached attach(UUID taskId, @Nullable String ifMatch, @Nullable String title, @Nullable FileUpload upload) {
        Task task = tasks.getForAddition(taskId, ifMatch);
        ReceivedFile file = uploads.receive(upload, ALLOWED);
        Deliverable deliverable = new Deliverable(
                UUID.randomUUID(),
                taskId,
                Deliverable.Kind.FILE,
                title == null || title.isBlank() ? file.name() : Vietnamese.clean(title),
                null,
                null,
                file.name(),
                file.type().mediaType(),
                file.size(),
                file.sha256(),
                now(),
                caller.username());
        return attach(task, deliverable, file);
    }

    /// Attaches a reference to a document, in the caller's transaction.
    /// @throws Problem 422 for a document of a day to come, 409
    Attached refer(UUID taskId, @Nullable String ifMatch, ReferenceRequest request) {
        Task task = tasks.getForAddition(taskId, ifMatch);
        Deliverable deliverable = new Deliverable(
                UUID.randomUUID(),
                taskId,
                Deliverable.Kind.REFERENCE,
                Vietnamese.clean(request.title()),
                Vietnamese.clean(request.documentNumber()),
                tasks.notInFuture("issuedOn", request.issuedOn()),
                null,
                null,
                null,
                null,
                now(),
                caller.username());
        return attach(task, deliverable, null);
    }

    private Attached attach(Task task, Deliverable deliverable, @Nullable ReceivedFile file) {
        task.deliver();
        store.insert(deliverable, file);
        tasks.note(task, "DELIVERABLE_ATTACHED", deliverable.title());
        return new Attached(deliverable, task.version());
    }

    @Transactional
    List<Deliverable> list(UUID taskId) {
        tasks.get(taskId);
        return store.list(taskId);
    }

    /// The file of a deliverable of that task.
    /// @throws Problem 404, also for a reference
    @Transactional
    DeliverableStore.StoredFile getFile(UUID taskId, UUID deliverableId) {
        tasks.get(taskId);
        return store.findFile(taskId, deliverableId).orElseThrow(Problem::notFound);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
