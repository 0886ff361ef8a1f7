package vn.monitoring.report.signature;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/// Whether a signature stands in its file as it was written: what its digest does not cover could hide a
/// change.
final class Written {

    private Written() {}

    /// Whether a PDF's signature covers the file but for itself, and is followed by nothing but zeros
    /// where it lies.
    ///
    /// @param range offset and length of the part before, offset and length of the part behind
    static boolean isWhole(byte[] pdf, List<BigInteger> range) {
        if (range.size() != 4 || range.stream().anyMatch(number -> number.bitLength() > 31 || number.signum() < 0)) {
            return false;
        }
        int open = range.get(1).intValue();
        int close = range.get(2).intValue() - 1;
        if (range.get(0).signum() != 0
                || close <= open + 1
                || close >= pdf.length
                || range.get(2).add(range.get(3)).compareTo(BigInteger.valueOf(pdf.length)) > 0
                || pdf[open] != '<'
                || pdf[close] != '>'
                || (close - open) % 2 == 0) {
            return false;
        }
        String digits = new String(pdf, open + 1, close - open - 1, StandardCharsets.ISO_8859_1);
        if (!digits.matches("[0-9a-fA-F]+")) {
            return false;
        }
        byte[] place = HexFormat.of().parseHex(digits);
        int end = endOfSequence(place);
        for (int i = end; i < place.length; i++) {
            if (place[i] != 0) {
                return false;
            }
        }
        return end > 0;
    }

    /// Whether a compact JWS is the only way of writing its signature: base64url has bits to spare.
    static boolean isCanonical(byte[] jws) {
        String text = new String(jws, StandardCharsets.ISO_8859_1);
        if (text.startsWith("{")) {
            return true;
        }
        String signature = text.substring(text.lastIndexOf('.') + 1);
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(Base64.getUrlDecoder().decode(signature))
                    .equals(signature);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /// Where the DER sequence at the beginning ends; 0 when there is none.
    private static int endOfSequence(byte[] der) {
        if (der.length < 2 || der[0] != 0x30) {
            return 0;
        }
        int first = der[1] & 0xff;
        if (first < 0x80) {
            return Math.min(2 + first, der.length);
        }
        int count = first & 0x7f;
        if (count == 0 || count > 3 || der.length < 2 + count) {
            return 0;
        }
        int length = 0;
        for (int i = 0; i < count; i++) {
            length = length << 8 | der[2 + i] & 0xff;
        }
        return length > der.length - 2 - count ? 0 : 2 + count + length;
    }
}
