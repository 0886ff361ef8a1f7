package vn.monitoring.kit.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import vn.monitoring.kit.problem.KitProblem;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.text.Text;
import vn.monitoring.kit.text.Vietnamese;

/// An upload that was checked and may be stored.
///
/// @param name as uploaded, without a path and control characters
/// @param content where it lies until the end of the request; never the whole of it in memory
/// @param size in bytes
/// @param sha256 of the content, in hexadecimal digits
public record ReceivedFile(String name, FileType type, Path content, int size, String sha256) {

    /// The largest file, in bytes.
    public static final int MOST_BYTES = 25 << 20;

    private static final int LONGEST_NAME = 255;

    /// See [Uploads#receive].
    static ReceivedFile check(String uploadedName, Path content, Set<FileType> allowed) {
        String name = nameOf(uploadedName);
        try {
            long size = Files.size(content);
            if (size > MOST_BYTES) {
                throw new Problem(
                        FileProblem.FILE_TOO_LARGE,
                        "Tệp tối đa 25 MB. Hãy nén hoặc chia nhỏ tệp rồi tải lại.",
                        "A file has at most 25 MB. Compress or split it, then upload again.");
            }
            FileType type =
                    FileType.find(name, content).filter(allowed::contains).orElseThrow(() -> refused(name, allowed));
            return new ReceivedFile(name, type, content, (int) size, sha256(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String nameOf(String uploadedName) {
        String bare =
                uploadedName.substring(Math.max(uploadedName.lastIndexOf('/'), uploadedName.lastIndexOf('\\')) + 1);
        String clean = Vietnamese.clean(bare).replaceAll("[\\p{Cntrl}\"]", "");
        if (clean.isEmpty() || clean.length() > LONGEST_NAME) {
            throw new Problem(
                            KitProblem.INVALID_REQUEST,
                            "Tên tệp phải có từ 1 đến 255 ký tự. Hãy đổi tên tệp rồi tải lại.",
                            "The file's name has 1 to 255 characters. Rename the file and upload again.")
                    .violation("body", "file", new Text("Tên không hợp lệ.", "The name is not valid."));
        }
        return clean;
    }

    private static Problem refused(String name, Set<FileType> allowed) {
        String extensions = FileType.extensionsOf(allowed);
        return new Problem(
                        FileProblem.FILE_TYPE_REFUSED,
                        "Nội dung tệp và đuôi tệp phải cùng là một trong các loại: %s (không có macro). Hãy lưu lại đúng loại rồi tải lên."
                                .formatted(extensions),
                        "The file's content and extension must both be one of: %s (without macros). Save it as such and upload again."
                                .formatted(extensions))
                .violation("body", "file", Text.same(name));
    }

    private static String sha256(Path content) throws IOException {
        try (InputStream file = Files.newInputStream(content);
                DigestInputStream digested = new DigestInputStream(file, MessageDigest.getInstance("SHA-256"))) {
            digested.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digested.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
