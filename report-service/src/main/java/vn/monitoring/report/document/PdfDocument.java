package vn.monitoring.report.document;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/// Makes a tagged PDF/A-2a from a document: fonts embedded, the language and the title declared, nothing fetched.
final class PdfDocument {

    static {
        // It would note every style sheet and font of every document.
        XRLog.setLoggingEnabled(false);
    }

    private final LiberationSerif fonts = new LiberationSerif();
    private final byte[] colours = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    /// @param checkAddress printed with a QR code after the signature, null where there is nothing to check
    byte[] write(OfficialDocument document, @Nullable String checkAddress) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 17);
        PdfRendererBuilder pages = new PdfRendererBuilder()
                .useFastMode()
                .usePdfAConformance(PdfAConformance.PDFA_2_A)
                .usePdfUaAccessibility(true)
                .useColorProfile(colours)
                .useExternalResourceAccessControl(
                        (address, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                .withProducer("monitoring")
                .withHtmlContent(new PdfPages(document, checkAddress).write(), null)
                .toStream(out);
        fonts.addTo(pages);
        try {
            pages.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
