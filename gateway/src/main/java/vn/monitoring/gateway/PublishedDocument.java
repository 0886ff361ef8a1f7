package vn.monitoring.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/// A document as it goes over the wire, plain and compressed.
///
/// @param etag strong, with its quotes; the compressed form has its own
record PublishedDocument(String mediaType, byte[] plain, byte[] compressed, String etag) {

    static PublishedDocument of(String mediaType, byte[] content) {
        return new PublishedDocument(mediaType, content, compress(content), digest(content));
    }

    /// The entity tag of the form that is sent.
    String etag(boolean gzip) {
        return gzip ? etag.substring(0, etag.length() - 1) + "-gzip\"" : etag;
    }

    byte[] content(boolean gzip) {
        return gzip ? compressed : plain;
    }

    private static byte[] compress(byte[] content) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream(content.length / 4);
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return compressed.toByteArray();
    }

    private static String digest(byte[] content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            return '"' + HexFormat.of().formatHex(hash, 0, 12) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
