package vn.monitoring.kit.file;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.problem.KitProblem;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.text.Text;

/// The one way from a form to the content of a file in it: every file is scanned before anybody reads it.
///
/// A rule of architecture sees to it that no feature asks the form itself.
@ApplicationScoped
public class Uploads {

    private static final Logger LOG = Logger.getLogger(Uploads.class);

    private final FileScanner scanner;

    Uploads(FileScanner scanner) {
        this.scanner = scanner;
    }

    /// Checks and scans the part `file` of a form.
    ///
    /// @param allowed the types that are taken
    /// @throws Problem 400 without a file or a name, 413 FILE_TOO_LARGE, 415 FILE_TYPE_REFUSED, and as [#scanned]
    public ReceivedFile receive(@Nullable FileUpload upload, Set<FileType> allowed) {
        if (upload == null || upload.fileName() == null) {
            throw new Problem(
                            KitProblem.INVALID_REQUEST,
                            "Hãy gửi tệp trong phần «file» của biểu mẫu.",
                            "Send the file in the form's part \"file\".")
                    .violation("body", "file", new Text("Còn thiếu.", "Missing."));
        }
        ReceivedFile file = ReceivedFile.check(upload.fileName(), upload.uploadedFile(), allowed);
        scan(upload.name(), file.content());
        return file;
    }

    /// The content of a file whose type its reader checks.
    ///
    /// @throws Problem 422 FILE_INFECTED, 503 FILE_SCAN_UNAVAILABLE
    public Path scanned(FileUpload upload) {
        scan(upload.name(), upload.uploadedFile());
        return upload.uploadedFile();
    }

    private void scan(String part, Path content) {
        scanner.findThreat(content).ifPresent(threat -> {
            LOG.warnf("an infected upload was refused: %s", threat);
            throw new Problem(
                            FileProblem.FILE_INFECTED,
                            "Tệp có mã độc nên không được nhận. Hãy quét máy tính của bạn và gửi tệp sạch.",
                            "The file holds malware and was not taken. Scan your computer and send a clean file.")
                    .violation("body", part, Text.same(threat));
        });
    }
}
