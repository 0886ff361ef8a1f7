package vn.monitoring.report.document;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A QR code as horizontal runs of dark modules, drawn without an image.
///
/// @param modules on each side, the quiet margin of four included
record QrCode(int modules, List<Run> runs) {

    record Run(int x, int y, int length) {}

    static QrCode of(String text) {
        try {
            BitMatrix matrix = new QRCodeWriter()
                    .encode(
                            text,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.M,
                                    EncodeHintType.MARGIN,
                                    4,
                                    EncodeHintType.CHARACTER_SET,
                                    "UTF-8"));
            List<Run> runs = new ArrayList<>();
            for (int y = 0; y < matrix.getHeight(); y++) {
                addRuns(matrix, y, runs);
            }
            return new QrCode(matrix.getWidth(), List.copyOf(runs));
        } catch (WriterException e) {
            throw new IllegalArgumentException("no QR code holds this text", e);
        }
    }

    private static void addRuns(BitMatrix matrix, int y, List<Run> runs) {
        int start = -1;
        for (int x = 0; x <= matrix.getWidth(); x++) {
            boolean dark = x < matrix.getWidth() && matrix.get(x, y);
            if (dark && start < 0) {
                start = x;
            } else if (!dark && start >= 0) {
                runs.add(new Run(start, y, x - start));
                start = -1;
            }
        }
    }
}
