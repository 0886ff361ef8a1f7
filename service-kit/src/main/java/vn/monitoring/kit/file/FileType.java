package vn.monitoring.kit.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/// The types of files that are known; content and extension have to agree.
///
/// An office document with macros is of no type here, and neither is a .zip: what is in it could not be
/// checked.
public enum FileType {
    PDF("application/pdf", "255044462d", null, "pdf"),
    DOCX(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "504b0304",
            "word/document.xml",
            "docx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "504b0304", "xl/workbook.xml", "xlsx"),
    PPTX(
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            "504b0304",
            "ppt/presentation.xml",
            "pptx"),
    ODT("application/vnd.oasis.opendocument.text", "504b0304", "content.xml", "odt"),
    ODS("application/vnd.oasis.opendocument.spreadsheet", "504b0304", "content.xml", "ods"),
    DOC("application/msword", "d0cf11e0a1b11ae1", null, "doc"),
    XLS("application/vnd.ms-excel", "d0cf11e0a1b11ae1", null, "xls"),
    PNG("image/png", "89504e470d0a1a0a", null, "png"),
    JPEG("image/jpeg", "ffd8ff", null, "jpg", "jpeg");

    private static final int MOST_ENTRIES = 5_000;
    private static final long MOST_UNPACKED = 500L << 20;
    private static final String MACROS = "/vbaProject.bin";

    private final String mediaType;
    private final byte[] start;
    private final @Nullable String entry;
    private final List<String> extensions;

    FileType(String mediaType, String start, @Nullable String entry, String... extensions) {
        this.mediaType = mediaType;
        this.start = HexFormat.of().parseHex(start);
        this.entry = entry;
        this.extensions = List.of(extensions);
    }

    public String mediaType() {
        return mediaType;
    }

    /// The usual extension, without a dot.
    public String extension() {
        return extensions.getFirst();
    }

    /// The type that both the extension and the content tell; empty when they do not agree or the type
    /// is not known.
    ///
    /// @throws UncheckedIOException when the content cannot be read
    public static Optional<FileType> find(String fileName, Path content) {
        String extension = extensionOf(fileName);
        return Arrays.stream(values())
                .filter(type -> type.extensions.contains(extension))
                .filter(type -> type.fits(content))
                .findFirst();
    }

    /// The extensions of some types, for people: `pdf, docx`.
    static String extensionsOf(Set<FileType> types) {
        return types.stream().flatMap(type -> type.extensions.stream()).collect(Collectors.joining(", "));
    }

    private boolean fits(Path content) {
        try (InputStream in = Files.newInputStream(content)) {
            if (!Arrays.equals(in.readNBytes(start.length), start)) {
                return false;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return entry == null || holds(content, entry);
    }

    /// Looks at the archive's directory only: nothing is unpacked. One that would unpack to far more than a
    /// document is refused for whoever opens it later.
    private static boolean holds(Path archive, String wanted) {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            return zip.getEntry(wanted) != null
                    && zip.size() <= MOST_ENTRIES
                    && zip.stream().mapToLong(ZipEntry::getSize).sum() <= MOST_UNPACKED
                    && zip.stream().noneMatch(entry -> entry.getName().endsWith(MACROS));
        } catch (IOException broken) {
            return false;
        }
    }

    private static String extensionOf(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot < 0 ? "" : fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
