package vn.monitoring.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Compiles the generated TypeScript client, its scenario and the example of the integrators' guide, strictly; the
/// end-to-end suite runs what the scenario makes. Left out where there is no node or its registry is out of reach.
class TypeScriptClientTest {

    private static final Path MODULE = Path.of(System.getProperty("monitoring.root", "../.."), "deploy/clients");
    private static final Path CLIENT = MODULE.resolve("target/generated/typescript");
    private static final Path SCENARIO = MODULE.resolve("target/scenario");
    private static final List<String> SOURCES =
            List.of("package.json", "package-lock.json", ".npmrc", "tsconfig.json", "scenario.ts");

    private static final Path GUIDE = MODULE.resolve("../../docs/integrating.md");
    private static final Pattern EXAMPLE = Pattern.compile("^```ts\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

    private static final Pattern UNREACHABLE =
            Pattern.compile("ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|E40[13]");

    private record Run(int exitCode, String output) {}

    @Test
    void compilesStrictly() throws IOException, InterruptedException {
        assumeTrue(exists("node") && exists("npm"), "Left out: install Node.js 20 or later to compile TypeScript");
        Files.createDirectories(SCENARIO);
        for (String source : SOURCES) {
            Files.copy(
                    MODULE.resolve("scenario").resolve(source),
                    SCENARIO.resolve(source),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        Matcher example = EXAMPLE.matcher(Files.readString(GUIDE));
        assertThat(example.find()).isTrue();
        Files.writeString(SCENARIO.resolve("guide.ts"), example.group(1));
        if (!Files.exists(SCENARIO.resolve("node_modules/typescript/bin/tsc"))) {
            Run install = run("npm", "ci", "--prefer-offline");
            assumeFalse(
                    UNREACHABLE.matcher(install.output()).find(), "Left out: the registry of npm cannot be reached");
            assertThat(install.exitCode()).as(install.output()).isZero();
        }
        for (String project : List.of(
                CLIENT.toAbsolutePath().toString(), SCENARIO.toAbsolutePath().toString())) {
            Run compiler = run("node", "node_modules/typescript/bin/tsc", "-p", project);
            assertThat(compiler.exitCode()).as(compiler.output()).isZero();
        }
        assertThat(SCENARIO.resolve("dist/scenario.js")).exists();
    }

    private static boolean exists(String program) {
        for (String folder : System.getenv("PATH").split(java.io.File.pathSeparator, -1)) {
            if (Files.isExecutable(Path.of(folder, program))) {
                return true;
            }
        }
        return false;
    }

    private static Run run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(SCENARIO.toAbsolutePath().toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), output);
    }
}
