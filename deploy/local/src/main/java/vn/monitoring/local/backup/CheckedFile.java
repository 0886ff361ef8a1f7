package vn.monitoring.local.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A new file that tells its size and SHA-256 when it is closed, after it was forced to the disk.
final class CheckedFile extends OutputStream {

    interface Written {
        void tell(long bytes, String sha256);
    }

    private final FileChannel channel;
    private final MessageDigest digest = sha256();
    private final Written written;
    private long bytes;

    CheckedFile(Path file, Written written) throws IOException {
        this.channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        this.written = written;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] content, int from, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(content, from, length);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        digest.update(content, from, length);
        bytes += length;
    }

    @Override
    public void close() throws IOException {
        if (channel.isOpen()) {
            channel.force(true);
            channel.close();
            written.tell(bytes, HexFormat.of().formatHex(digest.digest()));
        }
    }
}
