package vn.monitoring.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.monitoring.audit.Verification.Result;
import vn.monitoring.local.component.Home;
import vn.monitoring.local.component.Ports;

/// The command `audit verify` of the `platform` script.
///
/// Exit codes: 0 everything is whole, 1 something was tampered with, 2 wrong call, 3 could not verify.
public final class Main {

    private static final int WHOLE = 0;
    private static final int TAMPERED = 1;
    private static final int WRONG_CALL = 2;
    private static final int BROKEN_OFF = 3;

    private Main() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.exit(run(new ArrayList<>(List.of(arguments)), out));
    }

    private static int run(List<String> words, PrintStream out) {
        try {
            Home home = new Home(Path.of(option(words, "--home").orElse(".platform")));
            option(words, "--project");
            Ports ports = option(words, "--port-offset")
                    .map(offset -> Ports.shifted(Integer.parseInt(offset)))
                    .or(() -> Ports.read(home.ports()))
                    .orElseGet(Ports::standard);
            boolean json = words.remove("--json");
            boolean data = words.remove("--data");
            if (!words.equals(List.of("audit", "verify"))) {
                out.println("Usage: ./platform audit verify [--data] [--json] [--port-offset N]");
                return WRONG_CALL;
            }
            List<Result> results = Trails.verify(home, ports, data);
            boolean whole =
                    results.stream().allMatch(result -> result.findings().isEmpty());
            if (json) {
                out.println(json(whole, results));
            } else {
                Report.lines(results).forEach(out::println);
            }
            return whole ? WHOLE : TAMPERED;
        } catch (NumberFormatException e) {
            out.println("--port-offset takes a number, as in --port-offset 1000.");
            return WRONG_CALL;
        } catch (IOException | GeneralSecurityException e) {
            out.println("The public key of the audit trail cannot be read (" + e
                    + "): it is made at the first ./platform up, in the folder secrets.");
            return BROKEN_OFF;
        } catch (SQLException e) {
            out.println("The trail cannot be read (" + e.getMessage()
                    + "): start the platform with ./platform up --detach, then verify.");
            return BROKEN_OFF;
        }
    }

    private static String json(boolean whole, List<Result> results) throws JsonProcessingException {
        return new ObjectMapper()
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(Map.of("whole", whole, "services", results));
    }

    private static Optional<String> option(List<String> words, String name) {
        int at = words.indexOf(name);
        if (at < 0 || at + 1 >= words.size()) {
            return Optional.empty();
        }
        words.remove(at);
        return Optional.of(words.remove(at));
    }
}
