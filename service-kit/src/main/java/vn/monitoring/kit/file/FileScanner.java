package vn.monitoring.kit.file;

import java.nio.file.Path;
import java.util.Optional;

/// Looks for malware in what people upload. A deployment brings its own as a CDI bean, or names a ClamAV daemon by
/// `CLAMD_ADDRESS`; without either, nothing is looked for.
public interface FileScanner {

    /// What was found, by the name the scanner gives it; empty for a file that it calls clean.
    ///
    /// @throws vn.monitoring.kit.problem.Problem 503 FILE_SCAN_UNAVAILABLE when there is no verdict: a file
    ///     that was not looked at is never called clean
    Optional<String> findThreat(Path content);
}
