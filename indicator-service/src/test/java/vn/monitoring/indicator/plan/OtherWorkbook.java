package vn.monitoring.indicator.plan;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.dhatim.fastexcel.Workbook;

/// A workbook with one sheet and one cell.
final class OtherWorkbook {

    private OtherWorkbook() {}

    static byte[] withSheet(String name) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            workbook.newWorksheet(name).value(0, 0, "x");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
