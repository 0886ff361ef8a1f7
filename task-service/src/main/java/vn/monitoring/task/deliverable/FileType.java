package vn.monitoring.task.deliverable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/// The types of files that are taken; content and extension have to agree.
enum FileType {
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

    private static final int ENTRIES_TO_LOOK_AT = 2_000;

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

    String mediaType() {
        return mediaType;
    }

    /// The type that both the extension and the content tell; empty when they do not agree or the type is not
    /// taken.
    static Optional<FileType> find(String fileName, byte[] content) {
        String extension = extension(fileName);
        return Arrays.stream(values())
                .filter(type -> type.extensions.contains(extension))
                .filter(type -> type.fits(content))
                .findFirst();
    }

    static String allowed() {
        return String.join(
                ", ",
                Arrays.stream(values())
                        .flatMap(type -> type.extensions.stream())
                        .toList());
    }

    private boolean fits(byte[] content) {
        boolean starts =
                content.length >= start.length && Arrays.equals(content, 0, start.length, start, 0, start.length);
        return starts && (entry == null || holds(content, entry));
    }

    private static boolean holds(byte[] archive, String wanted) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (int looked = 0; looked < ENTRIES_TO_LOOK_AT; looked++) {
                ZipEntry entry = zip.getNextEntry();
                if (entry == null) {
                    return false;
                }
                if (entry.getName().equals(wanted)) {
                    return true;
                }
            }
            return false;
        } catch (IOException broken) {
            return false;
        }
    }

    private static String extension(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot < 0 ? "" : fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
