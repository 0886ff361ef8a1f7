package vn.monitoring.report.document;

import com.openhtmltopdf.extend.FSCacheEx;
import com.openhtmltopdf.extend.FSCacheValue;
import com.openhtmltopdf.extend.impl.FSDefaultCacheStore;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.CacheStore;
import java.awt.Font;
import java.awt.FontFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/// A free font with the metrics of Times New Roman and all Vietnamese letters (SIL Open Font License 1.1), read once.
final class LiberationSerif {

    /// The name under which pages ask for it.
    static final String FAMILY = "Liberation Serif";

    private final List<Face> faces = List.of(
            read("Regular", 400, FontStyle.NORMAL),
            read("Bold", 700, FontStyle.NORMAL),
            read("Italic", 400, FontStyle.ITALIC),
            read("BoldItalic", 700, FontStyle.ITALIC));

    private final FSCacheEx<String, FSCacheValue> metrics = new FSDefaultCacheStore();

    private record Face(Bytes file, int weight, FontStyle style) {}

    private interface Bytes {
        InputStream open();
    }

    void addTo(PdfRendererBuilder pages) {
        for (Face face : faces) {
            pages.useFont(face.file()::open, FAMILY, face.weight(), face.style(), true);
        }
        pages.useCacheStore(CacheStore.PDF_FONT_METRICS, metrics);
    }

    /// For drawing.
    static Font regular() {
        String place = "/liberation/LiberationSerif-Regular.ttf";
        try (InputStream in = Objects.requireNonNull(LiberationSerif.class.getResourceAsStream(place), place)) {
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException | FontFormatException e) {
            throw new IllegalStateException("the font cannot be read", e);
        }
    }

    private static Face read(String name, int weight, FontStyle style) {
        String place = "/liberation/LiberationSerif-" + name + ".ttf";
        try (InputStream in = Objects.requireNonNull(LiberationSerif.class.getResourceAsStream(place), place)) {
            byte[] file = in.readAllBytes();
            return new Face(() -> new ByteArrayInputStream(file), weight, style);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
