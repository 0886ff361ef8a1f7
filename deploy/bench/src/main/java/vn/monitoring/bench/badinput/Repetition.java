package vn.monitoring.bench.badinput;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Tells how to send a request again: by curl, with its body in a file when it is not a short plain text; what curl
/// would
/// not send as it was, as bytes.
final class Repetition {

    private static final int LONGEST_LINE = 600;

    /// Sent by curl itself, or of the first sending only.
    private static final Set<String> LEFT_OUT = Set.of("host", "content-length", "authorization", "traceparent");

    private final URI gateway;
    private final Path folder;

    /// @param folder for the files
    Repetition(URI gateway, Path folder) {
        this.gateway = gateway;
        this.folder = folder;
    }

    /// A function of the shell that gets a token, on which the commands count.
    static String tokenFunction(URI keycloak) {
        return "token() { curl -s -d grant_type=password -d client_id=demo-cli -d username=$1 -d password=demo "
                + keycloak.resolve("/realms/monitoring/protocol/openid-connect/token")
                + " | sed 's/.*\"access_token\":\"\\([^\"]*\\).*/\\1/'; }";
    }

    List<String> of(Exchange exchange, int number) {
        String head = exchange.attack().head();
        String[] lines = head.split("\r\n", -1);
        String target = lines[0].substring(
                lines[0].indexOf(' ') + 1, Math.max(lines[0].lastIndexOf(' '), lines[0].indexOf(' ') + 1));
        if (head.length() > LONGEST_LINE * 5
                || !isPlain(head)
                || exchange.attack().bare()) {
            Path file = write(number + ".http", exchange.attack().bytes());
            return List.of("nc -q 5 %s %d < %s  # the token in it has ended by now"
                    .formatted(gateway.getHost(), gateway.getPort(), file));
        }
        List<String> words = new ArrayList<>();
        words.add("curl -si --path-as-is -X " + lines[0].split(" ", 2)[0] + " " + quoted(gateway + target));
        for (int i = 1; i < lines.length; i++) {
            String name = lines[i].split(":", 2)[0];
            if (!LEFT_OUT.contains(name.toLowerCase(Locale.ROOT))) {
                words.add("-H " + quoted(lines[i]));
            }
        }
        authorization(exchange, lines).forEach(words::add);
        byte[] body = exchange.attack().body();
        if (body.length > 0) {
            String text = new String(body, StandardCharsets.UTF_8);
            words.add("--data-binary "
                    + (body.length < LONGEST_LINE && isPlain(text)
                            ? quoted(text)
                            : "@" + write(number + ".body", body)));
        }
        return List.of(String.join(" ", words));
    }

    private static List<String> authorization(Exchange exchange, String[] lines) {
        Caller caller = exchange.request().caller();
        if (caller != null) {
            return List.of("-H \"Authorization: Bearer $(token " + caller.user() + ")\"");
        }
        List<String> words = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith("Authorization:")) {
                words.add("-H " + quoted(line));
            }
        }
        return words;
    }

    private static boolean isPlain(String text) {
        return text.chars().allMatch(c -> c >= 0x20 && c < 0x7f || c == '\r' || c == '\n');
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    private Path write(String name, byte[] bytes) {
        try {
            Files.createDirectories(folder);
            return Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
