package vn.monitoring.kit.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.text.Text;
import vn.monitoring.kit.text.Vietnamese;

/// The sheets of an uploaded file, read whole into memory within [Limits].
public final class Workbook {

    /// Bounds on what an upload may hold; `unpackedBytes` stops an archive that is small only while packed.
    public record Limits(int bytes, long unpackedBytes, int rows, int columns, int cellLength) {

        public static final Limits DEFAULT = new Limits(25 << 20, 200L << 20, 20_000, 200, 32_767);
    }

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    /// An .xls of old, or an .xlsx under a password.
    private static final byte[] COMPOUND = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private final List<Sheet> sheets;
    private final boolean named;

    private Workbook(List<Sheet> sheets, boolean named) {
        this.sheets = List.copyOf(sheets);
        this.named = named;
    }

    /// As [#read(InputStream, String, Limits)] within the default limits.
    public static Workbook read(InputStream file, String fileName) {
        return read(file, fileName, Limits.DEFAULT);
    }

    /// Reads a file to its end; the caller closes it.
    ///
    /// @param fileName as uploaded; its extension must agree with the content
    /// @throws SheetException when the file is no workbook or too large
    /// @throws UncheckedIOException when the stream breaks
    public static Workbook read(InputStream file, String fileName, Limits limits) {
        var bytes = bounded(file, limits);
        var extension = extension(fileName);
        if (extension.equals("csv")) {
            return new Workbook(List.of(new CsvReader(limits).read(bytes, baseName(fileName))), false);
        }
        if (startsWith(bytes, COMPOUND)) {
            throw lockedOrOld();
        }
        if (!extension.equals("xlsx") || !startsWith(bytes, ZIP)) {
            throw notAWorkbook(null);
        }
        checkArchive(bytes, limits);
        return new Workbook(new XlsxReader(limits).read(bytes), true);
    }

    public List<Sheet> sheets() {
        return sheets;
    }

    /// As [#sheet(String)], else the only sheet that holds the reader's table, whatever the sheet is called.
    ///
    /// @throws SheetException SHEET_MISSING
    public Sheet sheet(String name, TableReader reader) {
        try {
            return sheet(name);
        } catch (SheetException missing) {
            var holding = sheets.stream().filter(reader::recognises).toList();
            if (holding.size() != 1) {
                throw missing;
            }
            return holding.getFirst();
        }
    }

    /// The sheet of that name, compared folded; else the only one whose name contains it (`PL1 - Chỉ tiêu`). A CSV
    /// file is one sheet, whatever it is asked for.
    ///
    /// @throws SheetException SHEET_MISSING
    public Sheet sheet(String name) {
        if (!named) {
            return sheets.getFirst();
        }
        var wanted = Vietnamese.fold(name);
        var same = sheets.stream()
                .filter(sheet -> Vietnamese.fold(sheet.name()).equals(wanted))
                .toList();
        if (!same.isEmpty()) {
            return same.getFirst();
        }
        var alike = sheets.stream()
                .filter(sheet -> Vietnamese.fold(sheet.name()).contains(wanted))
                .toList();
        if (alike.size() == 1) {
            return alike.getFirst();
        }
        var present = sheets.stream().map(Sheet::name).collect(Collectors.joining("», «", "«", "»"));
        throw new SheetException(
                SheetFault.SHEET_MISSING,
                name,
                new Text(
                        "Tệp không có trang tính «%s»; tệp có %s. Hãy đổi tên trang tính rồi tải lại."
                                .formatted(name, present),
                        "The file has no sheet «%s»; it has %s. Rename the sheet and upload again."
                                .formatted(name, present)));
    }

    private static byte[] bounded(InputStream file, Limits limits) {
        try {
            var bytes = file.readNBytes(limits.bytes() + 1);
            if (bytes.length > limits.bytes()) {
                throw tooLarge("%d MB".formatted(limits.bytes() >> 20));
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void checkArchive(byte[] bytes, Limits limits) {
        var unpacked = 0L;
        var workbook = false;
        var buffer = new byte[1 << 16];
        try (var archive = ZipFile.builder().setByteArray(bytes).get()) {
            for (var entry : Collections.list(archive.getEntries())) {
                workbook |= entry.getName().equals("xl/workbook.xml");
                try (var content = archive.getInputStream(entry)) {
                    for (var read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                        unpacked += read;
                        if (unpacked > limits.unpackedBytes()) {
                            throw tooLarge("%d MB".formatted(limits.unpackedBytes() >> 20));
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw notAWorkbook(e);
        }
        if (!workbook) {
            throw notAWorkbook(null);
        }
    }

    private static SheetException lockedOrOld() {
        return new SheetException(
                SheetFault.NOT_A_WORKBOOK,
                "",
                new Text(
                        "Tệp có mật khẩu hoặc là bảng tính dạng cũ (.xls). Hãy bỏ mật khẩu, lưu lại dạng .xlsx rồi tải lên.",
                        "The file is under a password or a workbook of the old kind (.xls). Take the password off, save it as"
                                + " .xlsx and upload it again."));
    }

    static SheetException notAWorkbook(@Nullable Throwable cause) {
        var detail = new Text(
                "Tệp không phải là bảng tính .xlsx hoặc .csv (UTF-8) hợp lệ. Hãy mở bằng phần mềm bảng tính, lưu lại dạng .xlsx rồi"
                        + " tải lên.",
                "The file is no valid .xlsx or .csv (UTF-8) table. Open it in a spreadsheet program, save it as .xlsx and upload"
                        + " it again.");
        return cause == null
                ? new SheetException(SheetFault.NOT_A_WORKBOOK, "", detail)
                : new SheetException(SheetFault.NOT_A_WORKBOOK, detail, cause);
    }

    static SheetException tooLarge(String limit) {
        return new SheetException(
                SheetFault.WORKBOOK_TOO_LARGE,
                "",
                new Text(
                        "Tệp vượt quá giới hạn (%s). Hãy bỏ các trang, dòng, cột không cần thiết rồi tải lại."
                                .formatted(limit),
                        "The file is over the limit (%s). Remove sheets, rows and columns that are not needed and upload again."
                                .formatted(limit)));
    }

    private static boolean startsWith(byte[] bytes, byte[] start) {
        return bytes.length >= start.length && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }

    private static String extension(String fileName) {
        var dot = fileName.lastIndexOf('.');
        return dot < 0 ? "" : fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    private static String baseName(String fileName) {
        var name = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
        return name.substring(0, name.lastIndexOf('.'));
    }
}
