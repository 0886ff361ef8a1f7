package vn.monitoring.bench.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.monitoring.bench.badinput.Request.Kind;
import vn.monitoring.hostile.Draft;

class QuietCheckTest {

    private static final int WRITING = 13;

    @TempDir
    private Path folder;

    private Findings findings = Samples.findings(Path.of("."));
    private int notes;
    private int leases;
    private int sent;

    @BeforeEach
    void begin() {
        findings = Samples.findings(folder);
    }

    @Test
    void namesTheRequestThatChangesATable() {
        check(request -> request.number() == 2 * WRITING);

        assertThat(findings.list()).singleElement().satisfies(finding -> {
            assertThat(finding.wrong()).isEqualTo("changed task.note");
            assertThat(finding.what()).isEqualTo("HOSTILE number " + WRITING);
        });
    }

    @Test
    void letsPassWhatChangesNothing() {
        check(_ -> false);

        assertThat(findings.list()).isEmpty();
        assertThat(sent).isEqualTo(20);
    }

    @Test
    void letsPassWhatThePlatformDoesByItself() {
        check(_ -> {
            if (sent == 5) {
                leases++;
            }
            return false;
        });

        assertThat(findings.list()).isEmpty();
    }

    private void check(Predicate<Request> writes) {
        Tables tables = new Tables() {
            @Override
            public Map<String, String> fingerprint() {
                return Map.of("task.note", "" + notes, "task.lease", "" + leases);
            }

            @Override
            public Map<String, String> settled() {
                return fingerprint();
            }
        };
        Judge judge = new Judge((exchange, _) -> exchange.answer(), findings, Set.of());
        QuietCheck check = new QuietCheck(
                tables,
                (requests, answered) -> requests.forEach(request -> {
                    sent++;
                    if (writes.test(request)) {
                        notes++;
                    }
                    Exchange sample = Samples.problem(Kind.HOSTILE, 404);
                    answered.accept(new Exchange(request, request.draft().make(), "trace-" + sent, sample.answer()));
                }),
                judge,
                findings);
        check.run(IntStream.range(0, 20).mapToObj(QuietCheckTest::numbered).toList());
    }

    private static Request numbered(int number) {
        Request sample = Samples.request(Kind.HOSTILE, null, Samples.attack("{}"));
        String what = "number " + number;
        int vietnamese = 2 * number;
        return new Request(
                sample.operation(),
                vietnamese,
                Kind.HOSTILE,
                null,
                new Draft(
                        what,
                        true,
                        () -> new vn.monitoring.hostile.Attack(
                                what, Samples.attack("{}").bytes(), true, false, false, "", "")));
    }
}
