package vn.monitoring.task.deliverable;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.problem.KitProblem;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.security.Caller;
import vn.monitoring.kit.text.Text;
import vn.monitoring.kit.text.Vietnamese;
import vn.monitoring.task.TaskProblem;
import vn.monitoring.task.task.Task;
import vn.monitoring.task.task.TaskService;

/// Takes deliverables; a file is stored in the database, in the transaction that attaches it.
@ApplicationScoped
class DeliverableService {

    /// The largest file, in bytes.
    static final int MOST_BYTES = 25 << 20;

    /// A stored deliverable with the version of its task.
    record Attached(Deliverable deliverable, long taskVersion) {}

    private final TaskService tasks;
    private final DeliverableStore store;
    private final Caller caller;
    private final Clock clock;

    DeliverableService(TaskService tasks, DeliverableStore store, Caller caller, Clock clock) {
        this.tasks = tasks;
        this.store = store;
        this.caller = caller;
        this.clock = clock;
    }

    /// Attaches a file, in the caller's transaction.
    /// @throws Problem 413, 415, 409
    Attached attach(
            UUID taskId, @Nullable String ifMatch, @Nullable String title, String uploadedName, byte[] content) {
        Task task = tasks.getForAddition(taskId, ifMatch);
        String fileName = fileName(uploadedName);
        if (content.length > MOST_BYTES) {
            throw new Problem(
                    TaskProblem.FILE_TOO_LARGE,
                    "Tệp tối đa 25 MB. Hãy nén hoặc chia nhỏ tệp rồi tải lại.",
                    "A file has at most 25 MB. Compress or split it, then upload again.");
        }
        FileType type = FileType.find(fileName, content).orElseThrow(() -> refused(fileName));
        Deliverable deliverable = new Deliverable(
                UUID.randomUUID(),
                taskId,
                Deliverable.Kind.FILE,
                title == null || title.isBlank() ? fileName : Vietnamese.clean(title),
                null,
                null,
                fileName,
                type.mediaType(),
                content.length,
                sha256(content),
                now(),
                caller.username());
        return attach(task, deliverable, content);
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

    private Attached attach(Task task, Deliverable deliverable, byte @Nullable [] content) {
        task.deliver();
        tasks.note(task, "DELIVERABLE_ATTACHED", deliverable.title());
        store.insert(deliverable, content);
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

    private static String fileName(String uploadedName) {
        String bare =
                uploadedName.substring(Math.max(uploadedName.lastIndexOf('/'), uploadedName.lastIndexOf('\\')) + 1);
        String clean = Vietnamese.clean(bare).replaceAll("[\\p{Cntrl}\"]", "");
        if (clean.isEmpty() || clean.length() > 255) {
            throw new Problem(
                            KitProblem.INVALID_REQUEST,
                            "Tên tệp phải có từ 1 đến 255 ký tự. Hãy đổi tên tệp rồi tải lại.",
                            "The file's name has 1 to 255 characters. Rename the file and upload again.")
                    .violation("body", "file", new Text("Tên không hợp lệ.", "The name is not valid."));
        }
        return clean;
    }

    private static Problem refused(String fileName) {
        return new Problem(
                        TaskProblem.FILE_TYPE_REFUSED,
                        "Nội dung tệp và đuôi tệp phải cùng là một trong các loại: %s. Hãy lưu lại đúng loại rồi tải lên."
                                .formatted(FileType.allowed()),
                        "The file's content and extension must both be one of: %s. Save it as such and upload again."
                                .formatted(FileType.allowed()))
                .violation("body", "file", Text.same(fileName));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
