package vn.monitoring.hostile;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// One request as it goes over the wire, and what is known of it beforehand.
///
/// @param what where the odd value stands, and which one it is
/// @param refused whether the operation must not take it
/// @param bare whether it is no request yet, so that a bare status and the end of the connection are answer enough
/// @param elsewhere whether its address may lead past the operation, whose statuses then do not count
/// @param mark by which it is found again wherever it was stored; empty for none
/// @param sent the text that has to come back as it is when it is taken; empty for none
@SuppressWarnings("ArrayRecordComponent")
public record Attack(
        String what, byte[] bytes, boolean refused, boolean bare, boolean elsewhere, String mark, String sent) {

    private static final byte[] LINE_END = {'\r', '\n'};

    /// The same request with one more header, which comes first.
    public Attack with(String name, String value) {
        int line = 0;
        while (bytes[line] != '\n') {
            line++;
        }
        byte[] header = (name + ": " + value).getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = new byte[bytes.length + header.length + LINE_END.length];
        System.arraycopy(bytes, 0, all, 0, line + 1);
        System.arraycopy(header, 0, all, line + 1, header.length);
        System.arraycopy(LINE_END, 0, all, line + 1 + header.length, LINE_END.length);
        System.arraycopy(bytes, line + 1, all, line + 1 + header.length + LINE_END.length, bytes.length - line - 1);
        return new Attack(what, all, refused, bare, elsewhere, mark, sent);
    }

    /// The request line and the headers, each byte one character.
    public String head() {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        return end < 0 ? text : text.substring(0, end);
    }

    /// What follows the headers.
    public byte[] body() {
        return Arrays.copyOfRange(bytes, Math.min(bytes.length, head().length() + 2 * LINE_END.length), bytes.length);
    }
}
