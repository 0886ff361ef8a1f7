package vn.monitoring.report.document;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/// Renders documents, a few at a time: one takes tens of megabytes while it is laid out.
@ApplicationScoped
public class Documents {

    private static final int AT_ONCE = 2;

    private final Semaphore free = new Semaphore(AT_ONCE, true);
    private final PdfDocument pdf = new PdfDocument();

    /// @param checkAddress where the issued document can be checked, printed with a QR code; null for a draft
    public byte[] render(OfficialDocument document, DocumentFormat format, @Nullable String checkAddress) {
        free.acquireUninterruptibly();
        try {
            return switch (format) {
                case PDF -> pdf.write(document, checkAddress);
                case DOCX -> DocxDocument.write(document);
                case XLSX -> AnnexWorkbook.write(document);
            };
        } finally {
            free.release();
        }
    }
}
