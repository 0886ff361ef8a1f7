package vn.monitoring.bench.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.monitoring.bench.badinput.Request.Kind;
import vn.monitoring.hostile.Wire.Answer;

class JudgeTest {

    @TempDir
    private Path folder;

    private Findings findings = Samples.findings(Path.of("."));
    private Answer stored =
            Samples.exchange(Kind.VALID, 200, "application/json", "{}").answer();
    private Judge judge = judge();

    @BeforeEach
    void begin() {
        findings = Samples.findings(folder);
        judge = judge();
    }

    private Judge judge() {
        return new Judge((_, _) -> stored, findings, Set.of("/api/v1/notes/{id}"));
    }

    @Test
    void letsPassWhatIsAsItShouldBe() {
        judge.judge(Samples.problem(Kind.STRANGER, 401));
        judge.judge(Samples.problem(Kind.ROLE, 403));
        judge.judge(Samples.problem(Kind.HOSTILE, 404));
        judge.judge(Samples.exchange(Kind.VALID, 200, "application/json", "{}"));
        judge.compare(Map.of("trace-200", "update in note"));
        judge.compareMarks(Map.of("hxtest999999999z", "task.note"));

        assertThat(findings.list()).isEmpty();
        assertThat(findings.isClean()).isTrue();
    }

    @Test
    void findsAFailure() {
        judge.judge(Samples.problem(Kind.HOSTILE, 500));

        assertThat(findings.list()).anyMatch(finding -> finding.wrong().startsWith("500 "));
    }

    @Test
    void findsAnUndocumentedStatus() {
        judge.judge(Samples.problem(Kind.HOSTILE, 409));

        assertThat(findings.list())
                .singleElement()
                .satisfies(finding -> assertThat(finding.wrong()).startsWith("409 is not documented"));
    }

    @Test
    void findsAStrangerWhoIsToldMore() {
        judge.judge(Samples.problem(Kind.STRANGER, 404));
        judge.judge(Samples.problem(Kind.ROLE, 404));

        assertThat(findings.list())
                .extracting(Finding::wrong)
                .containsExactlyInAnyOrder("404 instead of 401", "404 instead of 403");
    }

    @Test
    void findsAChangeByARefusedRequest() {
        judge.judge(Samples.problem(Kind.HOSTILE, 404));
        judge.compare(Map.of("trace-404", "update in note"));

        assertThat(findings.list())
                .extracting(Finding::wrong)
                .containsExactly("refused with 404 and yet update in note");
    }

    @Test
    void findsTheTextOfARefusedRequest() {
        judge.judge(Samples.problem(Kind.HOSTILE, 404));
        judge.compareMarks(Map.of("hxtest000000001z", "task.note"));

        assertThat(findings.list())
                .extracting(Finding::wrong)
                .containsExactly("refused with 404, but its text stands in task.note");
    }

    @Test
    void findsATextThatIsReadOtherThanWritten() {
        stored = Samples.exchange(Kind.VALID, 200, "application/json", "{\"text\":\"hxtest000000001z &lt;b&gt;\"}")
                .answer();
        judge.judge(Samples.exchange(Kind.HOSTILE, 200, "application/json", "{}"));

        assertThat(findings.list())
                .singleElement()
                .satisfies(finding -> assertThat(finding.wrong()).startsWith("came back as"));
    }

    @Test
    void tellsAlikeThingsOnce() {
        judge.judge(Samples.problem(Kind.HOSTILE, 409));
        judge.judge(Samples.problem(Kind.HOSTILE, 409));

        assertThat(findings.list()).extracting(Finding::times).containsExactly(2);
    }
}
