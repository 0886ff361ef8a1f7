package vn.monitoring.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Does what a guide says, line by line: its shell blocks in one shell, and its Java program.
final class Walkthrough {

    private static final List<String> TOOLS = List.of("bash", "curl", "jq", "openssl");
    private static final int PATIENCE_SECONDS = 300;

    private final Path root;
    private final Document document;
    private final Path folder;

    /// @param root of the repository
    /// @param guide the document, from there
    /// @param folder for the programs and what they print
    Walkthrough(Path root, String guide, Path folder) {
        this.root = root;
        this.document = Document.read(root.resolve(guide));
        this.folder = folder;
    }

    /// Which of the programs that the reader needs are not on this machine.
    static List<String> missingTools() {
        return TOOLS.stream()
                .filter(tool -> Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                        .noneMatch(path -> Files.isExecutable(Path.of(path, tool))))
                .toList();
    }

    void runShell(URI gateway, URI keycloak) throws IOException, InterruptedException {
        Path program = write("guide.sh", "set -euo pipefail\n" + document.program("bash"));
        run(
                List.of("bash", "-x", program.toString()),
                Map.of(
                        "GATEWAY", gateway.toString(),
                        "KEYCLOAK", keycloak.toString(),
                        "RECEIVER_PORT", Integer.toString(freePort()),
                        "JAVA_HOME", System.getProperty("java.home")));
    }

    /// @param token of a reporter
    String runJava(URI gateway, String token, String indicator) throws IOException, InterruptedException {
        Path program = write("Figures.java", document.program("java"));
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp"));
        command.add(System.getProperty("java.class.path"));
        command.addAll(List.of(program.toString(), gateway.toString(), token, indicator));
        return run(command, Map.of());
    }

    private Path write(String name, String text) throws IOException {
        Files.createDirectories(folder);
        return Files.writeString(folder.resolve(name), text);
    }

    private String run(List<String> command, Map<String, String> environment) throws IOException, InterruptedException {
        Path output = folder.resolve("output.txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(root.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (!ended) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }
        String printed = new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
        assertThat(process.exitValue()).as("%s", printed).isZero();
        return printed;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
